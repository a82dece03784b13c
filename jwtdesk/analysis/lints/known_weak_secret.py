"""Shared secrets that everyone knows: of tutorials, demos and default settings (RFC 8725 3.5)."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterator
from functools import cache

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import keys_used
from jwtdesk.analysis.known_secrets import known_secrets
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.algorithm import Family, algorithm
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# Trying the whole list costs one or two milliseconds up to here; longer tokens are not tried.
LONGEST_INPUT = 4_000
LONGEST_SECRET = 200


def _check(subject: Subject) -> Iterator[Finding]:
    used = (one.public for chosen, one in keys_used(subject) if chosen.family is Family.HMAC)
    if any(isinstance(octets, bytes) and is_known(octets) for octets in used):
        yield _finding(
            tr("Everyone knows this secret"),
            tr(
                "It stands in tutorials, demos or default settings, and in every word list: anyone "
                "can sign tokens with it. Make a random one."
            ),
        )
    elif subject.keys is None and _fits_a_known_one(subject):
        yield _finding(
            tr("Signed with a well-known secret"),
            tr(
                "Without your key, a secret from a public list made exactly this signature: anyone "
                "can sign such tokens. Give the issuer a random secret."
            ),
        )


def is_known(octets: bytes) -> bool:
    """Return whether a secret is on the public list, as it is, trimmed, in capitals or encoded."""
    return len(octets) <= LONGEST_SECRET and any(one in _all() for one in _readings(octets))


def _readings(octets: bytes) -> Iterator[bytes]:
    """Yield a secret as it is, trimmed and in small letters, and decoded as what it may be."""
    bare = octets.strip()
    yield octets
    yield bare.lower()
    for decode, text in (
        (base64.urlsafe_b64decode, bare + b"=" * (-len(bare) % 4)),
        (binascii.unhexlify, bare),
    ):
        try:
            yield decode(text)
        except ValueError:
            continue


@cache
def _plain() -> tuple[bytes, ...]:
    return tuple(one.encode() for one in known_secrets() if one)


@cache
def _all() -> frozenset[bytes]:
    return frozenset(octets for one in _plain() for octets in _readings(one) if octets)


def _fits_a_known_one(subject: Subject) -> bool:
    """Return whether the signature of a small token is that of a secret on the list."""
    for signature in subject.token.signatures[:1]:
        chosen = algorithm(signature.header.get("alg"))
        if chosen is None or chosen.family is not Family.HMAC or signature.problem:
            return False
        made, message, right = (
            getattr(hashlib, chosen.hash_name),
            signature.input,
            signature.octets,
        )
        if len(message) <= LONGEST_INPUT and len(right) * 8 == chosen.minimum_bits:
            return any(hmac.digest(one, message, made) == right for one in _plain())
    return False


def _finding(title: str, detail: str) -> Finding:
    return Finding(
        "known-weak-secret", Severity.ERROR, title, detail, "RFC 8725 section 3.5", "key"
    )


LINT = Lint("known-weak-secret", 201, _check)
