"""AES Key Wrap over octets, which three families of ways use (RFC 3394)."""

from jwtdesk.jose.engines.joserfc import wrap_engine
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def wrapped(bits: int, wrapping_key: bytes, content_key: bytes) -> bytes:
    """Return `content_key` wrapped with a key of `bits`, eight octets longer."""
    return bytes(wrap_engine(bits).wrap_cek(content_key, wrapping_key))


def unwrapped(bits: int, wrapping_key: bytes, encrypted_key: bytes) -> bytes | Problem:
    """Return the content key in `encrypted_key`, or that the wrapping key does not open it."""
    try:
        return bytes(wrap_engine(bits).unwrap_cek(encrypted_key, wrapping_key))
    except Exception:  # noqa: BLE001 - lengths and checks fail in the library's own ways
        return does_not_open()


def does_not_open() -> Problem:
    """Return the sentence for a content key that was wrapped with another key."""
    text = tr("The encrypted key does not open with this key: it was made with another one.")
    return Problem("wrong-key", text)


def secret_octets(signing: object) -> bytes:
    """Return the octets of a shared secret from the private half of its key."""
    return signing if isinstance(signing, bytes) else b""
