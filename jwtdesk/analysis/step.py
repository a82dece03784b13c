"""One step of a check as it is told to whoever wants to learn."""

from dataclasses import dataclass

SHOWN_OCTETS = 64
SHOWN_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the check: its name, a sentence, the value it ends with, and the value's size.

    `value` is text or hexadecimal, cut to what can be shown; `octets` counts the whole of it;
    `reference` is where the step is prescribed.
    Never holds anything secret: of a shared secret only the length is told.
    """

    name: str
    text: str
    value: str
    octets: int
    reference: str = ""


def cut(text: str) -> str:
    """Return the beginning of `text`, as much as can be shown."""
    if len(text) <= SHOWN_CHARACTERS:
        return text
    return text[: SHOWN_CHARACTERS - 1] + "…"
