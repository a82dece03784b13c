"""Telling very many candidate messages apart quickly: which one does the signature fit?"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from jwtdesk.analysis.trials.cost import check_cost
from jwtdesk.analysis.trials.trial import right
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, algorithms
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.rsa_open import Pkcs1, Pss, digest_of, opened, read_pkcs1, read_pss

BLOCKS = {"sha256": 64, "sha384": 128, "sha512": 128}
FAST = 0.0016


class Hashing(Protocol):
    """What a hash object of `hashlib` offers, as far as it is used here."""

    def copy(self) -> "Hashing":
        """Return an equal state that goes its own way."""

    def update(self, data: bytes, /) -> None:
        """Take more octets in."""

    def digest(self) -> bytes:
        """Return the digest of everything taken in."""


class Gathered:
    """A state that keeps every octet: for algorithms that cannot be asked by digest."""

    __slots__ = ("octets",)

    def __init__(self, octets: bytes = b"") -> None:
        self.octets = octets

    def copy(self) -> "Gathered":
        """Return an equal state."""
        return Gathered(self.octets)

    def update(self, data: bytes, /) -> None:
        """Take more octets in."""
        self.octets += data

    def digest(self) -> bytes:
        """Return everything taken in."""
        return self.octets


@dataclass(frozen=True, slots=True)
class Matcher:
    """A way to ask, octet by octet, whether a message is the signed one.

    `fresh` begins a message; `hit` judges the digest of the whole. `each` is the cost of one
    question in milliseconds. `fast` says that hundreds of thousands may be asked.
    """

    algorithm: Algorithm
    key: Key = field(repr=False)
    fresh: Callable[[], Hashing]
    hit: Callable[[bytes], bool]
    each: float
    fast: bool


def algorithms_for(name: object, keys: tuple[Key, ...], octets: int) -> list[tuple[Algorithm, Key]]:
    """Return the pairs to try: the named algorithm, or every one that key and length allow."""
    pairs = [
        (one, key)
        for one in algorithms()
        for key in keys
        if one.key_type is not None and misfit(one, key, signing=False) is None
    ]
    exact = [pair for pair in pairs if pair[0].name == name]
    if exact:
        return exact
    return [pair for pair in pairs if pair[0].signature_octets in (None, octets)]


def matcher(chosen: Algorithm, key: Key, signature: bytes, octets: int) -> Matcher | None:
    """Return how to search for a message of about `octets` octets; None when none can fit."""
    if chosen.family is Family.HMAC:
        return _hmac(chosen, key, signature)
    if chosen.key_type is KeyType.RSA:
        return _rsa(chosen, key, signature)
    if chosen.signature_octets not in (None, len(signature)):
        return None
    each = check_cost(chosen, key, octets)
    return Matcher(
        chosen,
        key,
        Gathered,
        lambda whole: right(chosen, key, whole, signature),
        each,
        fast=False,
    )


def _hmac(chosen: Algorithm, key: Key, signature: bytes) -> Matcher | None:
    if not isinstance(key.public, bytes) or len(signature) * 8 != chosen.minimum_bits:
        return None
    made = getattr(hashlib, chosen.hash_name)
    block = BLOCKS[chosen.hash_name]
    secret = made(key.public).digest() if len(key.public) > block else key.public
    secret = secret.ljust(block, b"\0")
    inner = made(bytes(one ^ 0x36 for one in secret))
    outer = made(bytes(one ^ 0x5C for one in secret))

    def hit(digest: bytes) -> bool:
        last = outer.copy()
        last.update(digest)
        return bool(last.digest() == signature)

    return Matcher(chosen, key, inner.copy, hit, FAST, fast=True)


def _rsa(chosen: Algorithm, key: Key, signature: bytes) -> Matcher | None:
    """Return a search by digest when the key opens the signature to the right structure."""
    block = opened(key, signature)
    if block is None:
        return None
    made = getattr(hashlib, chosen.hash_name)
    if chosen.family is Family.RSA_PKCS1:
        plain = read_pkcs1(block)
        if plain is None or plain.hash_name != chosen.hash_name:
            return None
        return Matcher(chosen, key, made, _is_digest(plain), FAST, fast=True)
    readings = [one for one in read_pss(block, key.size) if one.hash_name == chosen.hash_name]
    if not readings:
        return None
    return Matcher(chosen, key, made, _is_inner(readings[0]), FAST * 1.5, fast=True)


def _is_digest(structure: Pkcs1) -> Callable[[bytes], bool]:
    return lambda digest: digest == structure.digest


def _is_inner(structure: Pss) -> Callable[[bytes], bool]:
    front, salt, inner = bytes(8), structure.salt, structure.inner
    name = structure.hash_name
    return lambda digest: digest_of(name, front + digest + salt) == inner
