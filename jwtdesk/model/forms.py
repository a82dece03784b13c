"""How a pane shows octets: as JSON, as plain text, or as hexadecimal bytes."""

import re
from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose import base64url
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.hex_text import hex_lines, read_hex
from jwtdesk.jose.jsontext import Document
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import tr

# So many leave room for their characters beside them, also in a narrow window.
BYTES_A_LINE = 8
BEGINNING = re.compile(rb"\s*+(\S)")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Form(Enum):
    """One way to show octets in a pane and to read them from it."""

    JSON = "json"
    TEXT = "text"
    HEX = "hex"


@dataclass(frozen=True, slots=True)
class Written:
    """What a pane's text stands for: its base64url segment, or why there is none."""

    encoded: str | None
    problem: Problem | None = None


def fitting_form(octets: bytes, document: Document | None, chosen: Form | None) -> Form:
    """Return the form that shows `octets` without loss, `chosen` where it can.

    `document` is their JSON reading, None when they are not UTF-8. What begins like an object or a
    list is JSON even while it is broken, so that a person can mend it.
    """
    if document is None:
        return Form.HEX
    if chosen is not None:
        return chosen
    begins = BEGINNING.match(octets)
    if document.sound or begins is None or begins[1] in {b"{", b"["}:
        return Form.JSON
    return Form.HEX if _has_controls(document.text) else Form.TEXT


def shown_as(octets: bytes, form: Form) -> str:
    """Return `octets` as the text of a pane; anything but HEX needs them to be UTF-8."""
    if form is Form.HEX:
        return _hex_lines(octets, BYTES_A_LINE)
    return octets.decode("utf-8", "backslashreplace")


# Every answer that arrives asks again for the same payload.
@remembered(1)
def _has_controls(text: str) -> bool:
    return bool(CONTROLS.search(text))


_hex_lines = remembered(1)(hex_lines)


def written(text: str, form: Form) -> Written:
    """Return what a pane's `text` stands for; `form` is TEXT or HEX."""
    if form is Form.HEX:
        octets = read_hex(text)
        if isinstance(octets, Problem):
            return Written(None, octets)
        return Written(base64url.encode(octets))
    return encoded_text(text)


def encoded_text(text: str) -> Written:
    """Return the segment of `text` in UTF-8, which has no room for half a surrogate pair."""
    try:
        return Written(base64url.encode(text.encode("utf-8")))
    except UnicodeEncodeError as fault:
        message = tr("A lone surrogate cannot be written as UTF-8; use an escape such as \\ud800.")
        return Written(None, Problem("json-lone-surrogate", message, Span(fault.start, fault.end)))
