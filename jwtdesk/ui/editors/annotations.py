"""What a claim means, written at the right edge of its own line."""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How a note is dressed: `PLAIN` as muted words, the others as a pill of that colour."""

    PLAIN = "plain"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Note:
    """A few words about the line that `offset` (code points in the exact text) stands in.

    `icon` names one of the program's icons, or is None. The first note of a line is shown.
    """

    offset: int
    text: str
    tone: Tone = Tone.PLAIN
    icon: str | None = None
