"""What a user does to the keys, and to the explanations of why one does not fit."""

from dataclasses import dataclass

from jwtdesk.analysis.hypothesis import Fix
from jwtdesk.jose.key import KeyInput


@dataclass(frozen=True, slots=True)
class KeyEdited:
    """The key field holds another key, or is to be read another way."""

    key: KeyInput


@dataclass(frozen=True, slots=True)
class SigningKeyEdited:
    """The field "sign with" holds another key."""

    key: KeyInput


@dataclass(frozen=True, slots=True)
class KeyWanted:
    """The user asked for a new key for the algorithm `name`, of `bits` (0: the usual size).

    Of a key for encrypting, `enc` is the content encryption it is to serve ("": the header's), and
    `curve` the curve it is to be on ("": the usual one).
    """

    name: str
    bits: int = 0
    enc: str = ""
    curve: str = ""


@dataclass(frozen=True, slots=True)
class LookedHarder:
    """The user asked for the slow families of explanations too."""


@dataclass(frozen=True, slots=True)
class StoppedLooking:
    """The user does not want to wait for further explanations."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The button of an explanation's card was pressed."""

    fix: Fix


KeyEdit = KeyEdited | SigningKeyEdited | KeyWanted | LookedHarder | StoppedLooking | Mended
