"""Where the project's own test keys are."""

from pathlib import Path

from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key

HOME = Path(__file__).parent
PASSPHRASE = b"correct horse"


def key_file(name: str) -> bytes:
    """Return the octets of the test key `name`."""
    return (HOME / name).read_bytes()


def key_of(octets: bytes, passphrase: bytes | None = None) -> Key:
    """Return the one key that `octets` hold."""
    found = read_key(KeyInput(octets, passphrase=passphrase))
    assert isinstance(found, Keys), found
    (key,) = found.members
    return key


def key_named(name: str, passphrase: bytes | None = None) -> Key:
    """Return the one key in the test key file `name`."""
    return key_of(key_file(name), passphrase)
