"""RSA keys from their numbers, judged by arithmetic, never by slow prime tests (RFC 7518)."""

from dataclasses import dataclass

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.agreement import disagreeing, with_signing
from jwtdesk.jose.material.rsa_signing import RsaParts, RsaSigning, contradiction
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import identity, thumbprint, unsigned
from jwtdesk.jose.words import tr

LIMIT_BITS = 16384
SMALLEST_BITS = 256
# OpenSSL calls every signature wrong, silently, when both of these are exceeded.
LARGE_MODULUS_BITS, LARGE_EXPONENT_BITS = 3072, 64
EXPONENT_LIMIT_BITS = 256


@dataclass(frozen=True, slots=True)
class _Rule:
    broken: bool
    code: str
    sentence: str


def rsa_public(n: int, e: int) -> Key | Problem:
    """Return the public key of modulus `n` and exponent `e`, or what makes it no usable key."""
    fault = modulus_fault(n.bit_length()) or _odd_shape(n, e)
    if fault is not None:
        return fault
    from cryptography.hazmat.primitives.asymmetric.rsa import (
        RSAPublicNumbers,
    )

    print_of = thumbprint({"e": unsigned(e), "kty": "RSA", "n": unsigned(n)})
    return Key(
        type=KeyType.RSA,
        size=n.bit_length(),
        curve=None,
        private=False,
        thumbprint=print_of,
        identity=identity(print_of, b""),
        public=RSAPublicNumbers(e, n).public_key(),
    )


def rsa_private(parts: RsaParts, *, probe: bool = True) -> Key | Problem:
    """Return the key that signs with `parts`; the public part alone when they disagree.

    `probe` allows one exponentiation for a key without primes. Nothing is loaded here: the
    library's validation can take minutes and holds every thread.
    """
    public = rsa_public(parts.n, parts.e)
    if isinstance(public, Problem):
        return public
    fault = contradiction(parts, probe=probe)
    if fault is not None:
        return disagreeing(public, fault)
    octets = parts.d.to_bytes((parts.d.bit_length() + 7) // 8 or 1, "big")
    return with_signing(public, RsaSigning(parts), octets)


def modulus_fault(bits: int) -> Problem | None:
    """Return why a modulus of `bits` bits is not computed with, before anything is computed."""
    if bits > LIMIT_BITS:
        return Problem(
            "rsa-too-large",
            tr(
                "This RSA modulus has {bits} bits; up to {limit} are computed with.",
                bits=f"{bits:,}",
                limit=f"{LIMIT_BITS:,}",
            ),
        )
    if bits < SMALLEST_BITS:
        return Problem(
            "rsa-too-small",
            tr("This RSA modulus has only {bits} bits: it is no usable key.", bits=bits),
        )
    return None


def _odd_shape(n: int, e: int) -> Problem | None:
    large = e.bit_length() > EXPONENT_LIMIT_BITS or (
        e.bit_length() > LARGE_EXPONENT_BITS and n.bit_length() > LARGE_MODULUS_BITS
    )
    rules = (
        _Rule(n % 2 == 0, "rsa-modulus-even", tr("An RSA modulus is odd; this one is even.")),
        _Rule(e == 1, "rsa-exponent-one", tr("The RSA exponent is 1: anyone could forge with it.")),
        _Rule(e % 2 == 0, "rsa-exponent-even", tr("An RSA exponent is odd; this one is even.")),
        _Rule(
            large or e >= n,
            "rsa-exponent-large",
            tr("The RSA exponent has {bits} bits: too many to compute with.", bits=e.bit_length()),
        ),
    )
    broken = next((rule for rule in rules if rule.broken), None)
    return None if broken is None else Problem(broken.code, broken.sentence)
