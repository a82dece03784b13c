"""The keys that findings are about: all that were given, and those a token is checked with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from jwtdesk.analysis.lint import Subject
from jwtdesk.jose.algorithm import Algorithm, KeyType, algorithm
from jwtdesk.jose.choose import candidates
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.verify import SignatureCode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

# A set of more keys is looked at in part: each RSA key costs some microseconds.
_MOST = 200


def all_keys(subject: Subject) -> tuple[Key, ...]:
    """Return every usable key that was given."""
    return subject.keys.members[:_MOST] if isinstance(subject.keys, Keys) else ()


def keys_used(subject: Subject) -> Iterator[tuple[Algorithm, Key]]:
    """Yield each algorithm of the token with a key of its type that it would be checked with.

    Of several candidates the one that verified stands alone.
    """
    decided = subject.verification
    for header in subject.headers:
        chosen = algorithm(header.get("alg"))
        if chosen is None or not isinstance(subject.keys, Keys):
            continue
        tried = candidates(subject.keys, header.get("kid"))
        if decided and decided.code is SignatureCode.VERIFIED and decided.key in tried:
            tried = (decided.key,)
        yield from ((chosen, key) for key in tried[:_MOST] if key.type is chosen.key_type)


def rsa_numbers(key: Key) -> tuple[int, int] | None:
    """Return modulus and exponent of an RSA key, None for any other."""
    if key.type is not KeyType.RSA:
        return None
    numbers = cast("RSAPublicKey", key.public).public_numbers()
    return numbers.n, numbers.e
