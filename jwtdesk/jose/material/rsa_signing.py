"""The private numbers of an RSA key: do they agree, and the object that signs with them."""

from dataclasses import dataclass, field
from math import gcd
from typing import TYPE_CHECKING

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

# One exponentiation at this size takes about 10 ms; at 16,384 bits it takes seconds.
QUICK_BITS = 2048
# Random primes share a handful of factors of two with one; thousands only slow a hostile key down.
HALVINGS = 256


@dataclass(frozen=True, slots=True)
class RsaParts:
    """The numbers of an RSA private key (RFC 8017 appendix A.1.2); None where not given."""

    n: int
    e: int
    d: int = field(repr=False)
    p: int | None = field(default=None, repr=False)
    q: int | None = field(default=None, repr=False)
    dp: int | None = field(default=None, repr=False)
    dq: int | None = field(default=None, repr=False)
    qi: int | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RsaSigning:
    """A private key that has been judged by arithmetic and is loaded when it first has to sign."""

    parts: RsaParts = field(repr=False)

    def load(self, *, validate: bool = False) -> "RSAPrivateKey | None":
        """Return the library's key, or None when the factors of n cannot be found.

        Without `validate` the library does not test the primes, which takes minutes on hostile
        keys: the arithmetic was checked when the key was read.
        """
        from cryptography.hazmat.primitives.asymmetric import rsa

        parts = self.parts
        factors = (parts.p, parts.q) if parts.p and parts.q else factored(parts)
        if factors is None:
            return None
        p, q = factors
        numbers = rsa.RSAPrivateNumbers(
            p,
            q,
            parts.d,
            rsa.rsa_crt_dmp1(parts.d, p),
            rsa.rsa_crt_dmq1(parts.d, q),
            rsa.rsa_crt_iqmp(p, q),
            rsa.RSAPublicNumbers(parts.e, parts.n),
        )
        return numbers.private_key(unsafe_skip_rsa_key_validation=not validate)


def contradiction(parts: RsaParts, *, probe: bool) -> Problem | None:
    """Return which private number disagrees with the others, or None when all agree.

    Cheap at every size: multiplications and remainders only, and for a key without its factors
    one exponentiation up to 2,048 bits (beyond that the first signature tells).
    """
    if not 1 < parts.d < parts.n:
        return _fault(tr("The private exponent d is not between 1 and n."))
    if parts.p is None and parts.q is None:
        return _without_factors(parts) if probe else None
    p, q = parts.p or 0, parts.q or 0
    if min(p, q) <= 1 or p * q != parts.n:
        return _fault(tr("The primes p and q do not multiply to n."))
    if any(parts.e * parts.d % (prime - 1) != 1 % (prime - 1) for prime in (p, q)):
        return _fault(tr("The exponents e and d do not undo each other."))
    return _wrong_shortcut(parts, p, q)


def _wrong_shortcut(parts: RsaParts, p: int, q: int) -> Problem | None:
    sound = {
        "dp": parts.dp in (None, parts.d % (p - 1)),
        "dq": parts.dq in (None, parts.d % (q - 1)),
        "qi": parts.qi is None or parts.qi * q % p == 1,
    }
    wrong = next((name for name, fits in sound.items() if not fits), None)
    if wrong is None:
        return None
    return _fault(tr("The number {name} does not fit d and the primes.", name=wrong))


def _without_factors(parts: RsaParts) -> Problem | None:
    quick = parts.n.bit_length() <= QUICK_BITS
    if quick and pow(pow(2, parts.e, parts.n), parts.d, parts.n) != 2:  # noqa: PLR2004 - the probe
        return _fault(tr("The exponents e and d do not undo each other."))
    return None


def _fault(sentence: str) -> Problem:
    return Problem("key-inconsistent", sentence)


def factored(parts: RsaParts) -> tuple[int, int] | None:
    """Return the primes p and q of n, found from e and d; None when the numbers disagree.

    The probabilistic way of NIST SP 800-56B appendix C, with a bounded number of attempts:
    each succeeds with probability one half or better.
    """
    n, odd = parts.n, parts.e * parts.d - 1
    if odd <= 0 or odd % 2:
        return None
    halvings = (odd & -odd).bit_length() - 1
    if halvings > HALVINGS:
        return None
    odd >>= halvings
    for base in (2, 3, 5, 7, 11, 13, 17, 19):
        root = pow(base, odd, n)
        for _ in range(halvings):
            square = root * root % n
            if square == 1 and root not in (1, n - 1):
                p = gcd(root - 1, n)
                return max(p, n // p), min(p, n // p)
            root = square
    return None
