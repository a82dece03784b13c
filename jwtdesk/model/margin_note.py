"""A note beside a line of a pane: its words, and how they are coloured."""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How a note is coloured; its words say the same."""

    PLAIN = "plain"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note on the line that holds the code point `offset` of the pane's text.

    `second` is the moment it is about, in seconds since 1970. `code` says that its characters
    stand below each other, like those of the text itself.
    """

    offset: int
    text: str
    tone: Tone = Tone.PLAIN
    icon: str | None = None
    second: int | None = None
    code: bool = False
