"""How a key format presents itself, and the one function that reads any key text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jwtdesk.jose.discover import registered
from jwtdesk.jose.key import KeyInput, Keys, Unreadable


@dataclass(frozen=True, slots=True)
class KeyFormat:
    """One way keys are written down.

    `name` is stable ("secret", "pem", "jwk", "jwks"); `title` is what a person reads.
    `score` says how sure this format is that the octets are its own: 0.0 (no) to 1.0 (certain).
    `read` turns the octets into keys; it never raises, and never loads what could take long:
    an RSA private key is checked by arithmetic and loaded without the library's validation.
    """

    name: str
    title: str
    order: int
    score: Callable[[bytes], float]
    read: Callable[[KeyInput], Keys | Unreadable]


@cache
def key_formats() -> tuple[KeyFormat, ...]:
    """Return every registered key format, in the order a picker shows them."""
    found = registered("jwtdesk.jose.keys", "KEY_FORMAT")
    return tuple(one for one in found if isinstance(one, KeyFormat))


def detect(octets: bytes) -> KeyFormat:
    """Return the format that is surest of `octets`; a secret when nobody is."""
    return max(key_formats(), key=lambda one: (one.score(octets), -one.order))


def read_key(given: KeyInput) -> Keys | Unreadable:
    """Read the key text a person gave, in the format they named or the likeliest one.

    Never raises: a text that is no key comes back as `Unreadable` with a sentence and a place.
    """
    named = {one.name: one for one in key_formats()}.get(given.format)
    return (named or detect(given.octets)).read(given)
