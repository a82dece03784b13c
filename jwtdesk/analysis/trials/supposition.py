"""One thing that may have been otherwise when the token was signed, ready to be tried."""

from dataclasses import dataclass, field
from enum import Enum

from jwtdesk.jose.algorithm import Algorithm
from jwtdesk.jose.key import Key, KeyInput


class Side(Enum):
    """Which input of the check a supposition exchanges; two of different sides go together."""

    KEY = "key"
    ALGORITHM = "algorithm"
    MESSAGE = "message"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Supposition:
    """What would be different, in words and in octets; None where it changes nothing.

    `id` is the diagnosis it would be. `when` follows "The signature verifies when", and `would`
    "it would verify if". `key` with `given` is another key and how one would enter it. `algorithm`
    is another one than the header names, `renamed` with the header saying so. `protected` and
    `payload` are other texts of these parts in the token; `message` is what was signed where that
    is not those two with a dot between. `signature` is other octets.
    """

    side: Side
    id: str
    title: str
    when: str
    would: str
    label: str
    key: Key | None = field(default=None, repr=False)
    given: KeyInput | None = None
    algorithm: Algorithm | None = None
    renamed: bool = False
    protected: str | None = None
    payload: str | None = None
    message: bytes | None = None
    signature: bytes | None = None
