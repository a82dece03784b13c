"""The JSON of a key text, as plain values; numbers stay lexemes so that no huge one costs time."""

import json
from dataclasses import dataclass

from jwtdesk.jose.jsontext import Number
from jwtdesk.jose.key_text import key_text, note
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import tr

QUOTES = "'`"


@dataclass(frozen=True, slots=True)
class Parsed:
    """The value of a JSON key text and what was mended to read it."""

    value: object
    notes: tuple[Problem, ...]


def opens_json(octets: bytes) -> bool:
    """Tell whether the text begins as a JSON object, array or quoted JSON does."""
    found = key_text(octets[:64] if len(octets) > 64 else octets)  # noqa: PLR2004 - a glance
    text = (found.text if found else "").lstrip().lstrip(QUOTES)
    return text[:1] in ("{", "[") or text[:2] == '"{'


def parse_json(octets: bytes) -> Parsed | Problem:
    """Read the JSON that `octets` are; never raises. A JSON text inside a string is unwrapped."""
    found = key_text(octets)
    if found is None:
        return Problem("jwk-no-text", tr("A JWK is text, but these bytes are not."))
    text, notes = found.text.strip(), found.notes
    if text[:1] in QUOTES and text[:1]:
        text, notes = text.strip(QUOTES), (*notes, _quoted())
    value = _value(text)
    if isinstance(value, str):
        value, notes = _value(value), (*notes, _quoted())
    return value if isinstance(value, Problem) else Parsed(value, notes)


def _value(text: str) -> object:
    try:
        return json.loads(text, parse_int=Number, parse_float=Number, parse_constant=Number)
    except json.JSONDecodeError as fault:
        return Problem(
            "jwk-not-json",
            tr(
                "This looks like a JWK but is not JSON: line {line}, column {column}.",
                line=fault.lineno,
                column=fault.colno,
            ),
            Span(fault.pos, min(fault.pos + 1, len(text))),
        )
    except RecursionError:
        return Problem("jwk-too-deep", tr("This JSON is nested too deeply to be a key."))


def _quoted() -> Problem:
    return note(
        "jwk-quoted", tr("The JSON was written inside quotation marks; they were left out.")
    )
