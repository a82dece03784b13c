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
from jwtdesk.analysis.quoted import quoted
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
    elif subject.keys is None and (secret := _signed_by(subject)) is not None:
        yield _finding(
            tr("Signed with a well-known secret"),
            tr(
                "The secret {secret}, from a public list, made exactly this signature: anyone "
                "can sign such tokens. Give the issuer a random secret.",
                secret=quoted(secret.decode()),
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
    return tuple(one.encode() for one in known_secrets())


@cache
def _all() -> frozenset[bytes]:
    return frozenset(octets for one in _plain() for octets in _readings(one) if octets)


def _signed_by(subject: Subject) -> bytes | None:
    """Return the secret on the list, or the empty one, that signed a small token; else None."""
    for signature in subject.token.signatures[:1]:
        chosen = algorithm(signature.header.get("alg"))
        if chosen is None or chosen.family is not Family.HMAC or signature.problem:
            return None
        message, right = signature.input, signature.octets
        made = getattr(hashlib, chosen.hash_name)
        if len(message) <= LONGEST_INPUT and len(right) * 8 == chosen.minimum_bits:
            tried = (one for one in _plain() if hmac.digest(one, message, made) == right)
            return next(tried, None)
    return None


def _finding(title: str, detail: str) -> Finding:
    return Finding(
        "known-weak-secret", Severity.ERROR, title, detail, "RFC 8725 section 3.5", "key"
    )


LINT = Lint("known-weak-secret", 201, _check)
