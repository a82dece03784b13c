"""What a user does to the token and the claims.

`at` is a monotonic moment in seconds, given by the window, so that typing runs can coalesce.
"""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.forms import Form


class Slot(Enum):
    """The two halves of the claims, each with a pane of its own."""

    HEADER = "header"
    PAYLOAD = "payload"


@dataclass(frozen=True, slots=True)
class TokenEdited:
    """The token pane holds `text` now, exactly."""

    text: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class TokenPasted:
    """A token was pasted, opened or dropped: `text` may hold `Bearer`, quotes, line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class HeaderEdited:
    """The header pane holds `text` now, exactly."""

    text: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class PayloadEdited:
    """The payload pane holds `text` now, exactly."""

    text: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class AlgorithmPicked:
    """The picker beside the header chose `name` as the value of `alg`."""

    name: str


@dataclass(frozen=True, slots=True)
class Resigned:
    """The user asked for a new signature with the present key."""


@dataclass(frozen=True, slots=True)
class ReturnedToOriginal:
    """The user wants the token back as it was pasted."""


@dataclass(frozen=True, slots=True)
class CompactSwitched:
    """White space outside strings is removed (`on`) or kept as typed when a pane is encoded."""

    on: bool


@dataclass(frozen=True, slots=True)
class Formatted:
    """The user asked for `slot` to be laid out in indented lines."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """One member of `slot` gets another value, written as the JSON text `lexeme`."""

    slot: Slot
    name: str
    lexeme: str


@dataclass(frozen=True, slots=True)
class SampleChosen:
    """A sample token was chosen together with the keys, and the payload, that belong to it."""

    token: str
    key: KeyInput
    signing_key: KeyInput = KeyInput()
    detached: bytes | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """One step back, across all panes."""


@dataclass(frozen=True, slots=True)
class Redone:
    """One step forward again."""


@dataclass(frozen=True, slots=True)
class FormChosen:
    """The payload is to be shown in this form; None leaves the choice to its octets."""

    form: Form | None


TextEdit = (
    TokenEdited
    | TokenPasted
    | HeaderEdited
    | PayloadEdited
    | AlgorithmPicked
    | Resigned
    | ReturnedToOriginal
    | CompactSwitched
    | Formatted
    | ClaimSet
    | SampleChosen
    | FormChosen
    | Undone
    | Redone
)
