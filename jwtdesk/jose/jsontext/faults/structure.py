"""Brackets, commas and colons that are wrong, missing or one too many."""

from jwtdesk.jose.jsontext.faults.fault import (
    AFTER,
    AFTER_COMMA,
    Code,
    Fault,
    character,
    last_before,
    lexeme,
    opened_at,
)
from jwtdesk.jose.jsontext.lexemes import CLOSER
from jwtdesk.jose.jsontext.place import spot
from jwtdesk.jose.jsontext.walk import Stop, Wanted
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import tr


def closing_bracket(text: str, stop: Stop) -> Fault | None:
    """Find a closing bracket that fits nothing, or that comes where something is missing."""
    found = character(text, stop)
    if found not in CLOSER.values():
        return None
    here = Span(stop.at, stop.at + 1)
    if not stop.opened:
        sentence = tr("no bracket is open that this {found} could close; remove it.", found=found)
        return Fault(Code.MISMATCHED_BRACKET, sentence, here)
    if found != CLOSER[text[stop.opened[-1]]]:
        return Fault(Code.MISMATCHED_BRACKET, _mismatch(text, stop, found), here)
    if stop.wanted is Wanted.COLON:
        sentence = tr("a colon and a value are missing before this {found}.", found=found)
        return Fault(Code.MISSING_COLON, sentence, here)
    if stop.wanted is Wanted.VALUE:
        sentence = tr("a value is missing before this {found}.", found=found)
        return Fault(Code.UNEXPECTED, sentence, here)
    comma = last_before(text, stop.at)
    sentence = tr("nothing follows this comma but {found}; remove the comma.", found=found)
    return Fault(Code.TRAILING_COMMA, sentence, Span(comma, comma + 1))


def _mismatch(text: str, stop: Stop, found: str) -> str:
    bracket = text[stop.opened[-1]]
    words = {
        "found": found,
        "bracket": bracket,
        "place": opened_at(text, stop),
        "closer": CLOSER[bracket],
    }
    if any(CLOSER[text[at]] == found for at in stop.opened):
        return tr(
            "the {bracket} opened at {place} is not closed before this {found}; "
            "{closer} is missing.",
            **words,
        )
    return tr(
        "this {found} does not close the {bracket} opened at {place}; {closer} does.", **words
    )


def extra(text: str, stop: Stop) -> Fault | None:
    """Find what stands behind the one value that a JSON text is."""
    if stop.wanted is not Wanted.END:
        return None
    end = last_before(text, stop.at)
    if character(text, stop) in '{["':
        sentence = tr(
            "a second value begins here; the JSON text ended at {place}.", place=spot(text, end)
        )
    else:
        sentence = tr(
            "the JSON text ended at {place}; remove what stands behind it.", place=spot(text, end)
        )
    return Fault(Code.EXTRA, sentence, lexeme(text, stop.at))


def missing_colon(text: str, stop: Stop) -> Fault | None:
    """Find a name without a colon behind it."""
    if stop.wanted is not Wanted.COLON:
        return None
    found = character(text, stop)
    span = lexeme(text, stop.at)
    if found == "=":
        end = stop.at + (2 if text.startswith("=>", stop.at) else 1)
        sentence = tr(
            "a colon stands between name and value, not “{found}”.", found=text[stop.at : end]
        )
        return Fault(Code.MISSING_COLON, sentence, Span(stop.at, end))
    if found == ",":
        sentence = tr("a colon and a value are missing before this comma; a list stands in [ ].")
    else:
        sentence = tr("a colon is missing before this value.")
    return Fault(Code.MISSING_COLON, sentence, span)


def missing_comma(text: str, stop: Stop) -> Fault | None:
    """Find two members or elements without a comma between them."""
    if stop.wanted not in AFTER:
        return None
    found = character(text, stop)
    here = Span(stop.at, stop.at + 1)
    if found == ";":
        return Fault(Code.MISSING_COMMA, tr("a comma is expected here, not a semicolon."), here)
    if found == ":" and stop.wanted is Wanted.AFTER_ELEMENT:
        sentence = tr("a list in [ ] holds values without names; names and colons stand in { }.")
        return Fault(Code.UNEXPECTED, sentence, here)
    if found in ":=":
        sentence = tr("a comma or a closing bracket is expected here, not “{found}”.", found=found)
        return Fault(Code.UNEXPECTED, sentence, here)
    if stop.wanted is Wanted.AFTER_MEMBER:
        sentence = tr("a comma is missing before this name.")
    else:
        sentence = tr("a comma is missing before this value.")
    return Fault(Code.MISSING_COMMA, sentence, lexeme(text, stop.at))


def separator(text: str, stop: Stop) -> Fault | None:
    """Find a comma or colon where a name or value should stand."""
    found = character(text, stop)
    if found not in ",:":
        return None
    if found == "," and stop.wanted in AFTER_COMMA:
        sentence = tr("two commas follow each other; remove one.")
    elif found == ":" and stop.wanted is Wanted.VALUE:
        sentence = tr("two colons follow each other; remove one.")
    elif stop.wanted in (Wanted.NAME, Wanted.NAME_OR_END):
        sentence = tr("a name is missing before this “{found}”.", found=found)
    else:
        sentence = tr("a value is missing before this “{found}”.", found=found)
    return Fault(Code.UNEXPECTED, sentence, Span(stop.at, stop.at + 1))
