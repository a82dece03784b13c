"""Slow work on keys, as frozen values."""

from dataclasses import dataclass, field

from jwtdesk.jose.key import KeyInput


@dataclass(frozen=True, slots=True)
class ReadKey:
    """What key is this? Answered with `Keys` or `Unreadable`."""

    key: KeyInput


@dataclass(frozen=True, slots=True)
class MakeKey:
    """A new private key for the algorithm `alg`, please. Answered with its octets.

    `bits` is its size, 0 the usual one. `serial` tells one wish from the next: a second wish is for
    another key. `enc` is the content encryption that a key for encrypting is to serve, `curve` the
    curve it is to be on ("": the usual one).
    """

    alg: str
    serial: int
    bits: int = 0
    enc: str = ""
    curve: str = ""


@dataclass(frozen=True, slots=True)
class FetchKeys:
    """What is at `url`? Answered with `FetchedKeys`, a `Discovery` or a `Problem`.

    Asked only after a person pressed the button that names `url`.
    """

    url: str
    serial: int


@dataclass(frozen=True, slots=True)
class TryWords:
    """Which of these words, one a line, signed this? Answered with `WordsTried` or a `Problem`.

    `hash_name` is hashlib's. `serial` tells one list from the next, so that `words`, of up to
    20 MB, need not be compared.
    """

    signing_input: bytes
    signature: bytes
    hash_name: str
    words: bytes = field(repr=False, compare=False)
    serial: int
