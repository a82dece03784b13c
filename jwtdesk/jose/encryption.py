"""What the program knows about encrypting a token before any cryptography is loaded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from jwtdesk.jose.algorithm import KeyType, Standing
from jwtdesk.jose.discover import registered
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem

MOST_ITERATIONS = 1_000_000
"""PBES2 iterations that are computed without being asked: about a second."""


class ContentEngine(Protocol):
    """The mathematics of one content encryption, over octets; sizes are in bits."""

    cek_size: int
    iv_size: int

    def encrypt(self, plaintext: bytes, cek: bytes, iv: bytes, aad: bytes) -> tuple[bytes, bytes]:
        """Return the ciphertext and the tag."""

    def decrypt(self, ciphertext: bytes, tag: bytes, cek: bytes, iv: bytes, aad: bytes) -> bytes:
        """Return the plaintext, or raise when the tag does not match."""


@dataclass(frozen=True, slots=True)
class ContentEncryption:
    """One value of the `enc` header parameter (RFC 7518 section 5.1).

    `key_octets`, `iv_octets` and `tag_octets` are exact lengths: a shorter tag is a forgery's tag.
    `engine` loads joserfc's model, which encrypts and decrypts octets: called late.
    """

    name: str
    key_octets: int
    iv_octets: int
    tag_octets: int
    standing: Standing
    reference: str
    description: str
    order: int
    engine: Callable[[], ContentEngine]


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What one way to the content key works with, apart from the key.

    `header` is the merged JOSE header; `encrypted_key` what the token brings, empty while one is
    being made. `most` is the highest PBES2 iteration count that is computed.
    """

    header: Mapping[str, Value]
    content: ContentEncryption
    encrypted_key: bytes = b""
    most: int = MOST_ITERATIONS


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A content key made ready for one recipient (RFC 7516 section 5.1 steps 1 to 6).

    `members` are the header members that had to be computed, each with its JSON lexeme.
    """

    content_key: bytes = field(repr=False)
    encrypted_key: bytes = b""
    members: tuple[tuple[str, str], ...] = ()


class KeyEngine(Protocol):
    """The mathematics of one way to the content key; the key given to it fits."""

    def unwrap(self, key: Key, case: Wrapping) -> bytes | Problem:
        """Return the content key, or why it cannot be had (RFC 7516 section 5.2, steps 6 to 10)."""

    def wrap(self, key: Key, case: Wrapping, content_key: bytes | None) -> Wrapped | Problem:
        """Wrap `content_key`, or a new one when None; ways that determine it do not look at it."""


@dataclass(frozen=True, slots=True)
class KeyManagement:
    """One value of the `alg` header parameter of an encrypted token (RFC 7518 section 4.1).

    `curves` names the curves that a key may have; empty means any. `minimum_bits` is the smallest
    key that the specification allows (0: no minimum), `exact_bits` the only size that works
    (0: any); `overhead` is how many octets of an RSA key the padding takes. `determined` says that
    the content key follows from the recipient's key, so that none is encrypted; `public` that the
    public half of a key is enough to encrypt; `conceals` that a wrong key looks like changed
    content. Of `operations`, one in a key's `key_ops` allows decrypting; of `making`, encrypting.
    """

    name: str
    key_types: tuple[KeyType, ...]
    standing: Standing
    reference: str
    description: str
    order: int
    engine: Callable[[], KeyEngine]
    operations: tuple[str, ...]
    making: tuple[str, ...]
    curves: tuple[str, ...] = ()
    minimum_bits: int = 0
    exact_bits: int = 0
    overhead: int = 0
    determined: bool = False
    public: bool = False
    conceals: bool = False


@cache
def key_managements() -> tuple[KeyManagement, ...]:
    """Return every registered way to a content key, in the order a picker shows them."""
    found = registered("jwtdesk.jose.key_management", "KEY_MANAGEMENT")
    return tuple(one for one in found if isinstance(one, KeyManagement))


@cache
def content_encryptions() -> tuple[ContentEncryption, ...]:
    """Return every registered content encryption, in the order a picker shows them."""
    found = registered("jwtdesk.jose.content_encryption", "CONTENT_ENCRYPTIONS")
    return tuple(one for one in found if isinstance(one, ContentEncryption))


def key_management(name: object) -> KeyManagement | None:
    """Return the way whose `alg` value is exactly `name` (case matters), or None."""
    return next((one for one in key_managements() if one.name == name), None)


def content_encryption(name: object) -> ContentEncryption | None:
    """Return the content encryption whose `enc` value is exactly `name` (case matters), or None."""
    return next((one for one in content_encryptions() if one.name == name), None)
