"""Four lamps and one headline: what a reader needs to know, none hiding another."""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.verify import Verification


class State(Enum):
    """How a lamp burns. `PENDING` is only ever seen in the window, while an answer is awaited."""

    OK = "ok"
    BAD = "bad"
    WARN = "warn"
    UNKNOWN = "unknown"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Lamp:
    """One independent judgement: a state, a stable code and a sentence.

    `short` is the two or three words shown under the lamp's name in the window
    ("Well formed", "36 min left").
    """

    state: State
    code: str
    text: str
    short: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything concluded about a token at one moment.

    `signatures` has one lamp per signature of a JSON serialisation (empty otherwise).
    `key_binding` is the lamp of an SD-JWT's key binding JWT, None when there is none.
    `headline` sums the lamps up in one plain sentence; `reason` is the line below it.
    """

    structure: Lamp
    signature: Lamp
    time: Lamp
    policy: Lamp
    headline: str
    reason: str
    verification: Verification | None = None
    signatures: tuple[Lamp, ...] = ()
    key_binding: Lamp | None = None
