"""Texts that end too early or go too deep."""

from jwtdesk.jose.jsontext.faults.fault import Code, Fault, last_before, opened_at
from jwtdesk.jose.jsontext.lexemes import CLOSER
from jwtdesk.jose.jsontext.walk import Stop, Wanted
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import plural, tr


def too_deep(text: str, stop: Stop) -> Fault | None:
    """Refuse the bracket that opens one level too many."""
    del text
    if stop.wanted is not Wanted.LESS_DEPTH:
        return None
    sentence = plural(
        len(stop.opened) - 1,
        "values may lie {count} level deep at most; this bracket opens one more.",
        "values may lie {count} levels deep at most; this bracket opens one more.",
    )
    return Fault(Code.TOO_DEEP, sentence, Span(stop.at, stop.at + 1))


def ended(text: str, stop: Stop) -> Fault | None:
    """Say what is missing where the text ends, and where the open bracket stands."""
    if stop.at < len(text):
        return None
    if not stop.opened:
        sentence = tr("there is nothing here; JSON text begins with {, for example.")
        return Fault(Code.EMPTY, sentence, Span(0, len(text)))
    bracket = text[stop.opened[-1]]
    sentence = tr(
        "{what}, and the {bracket} opened at {place} is not closed{others}; add {closer}.",
        what=_missing(stop.wanted),
        bracket=bracket,
        place=opened_at(text, stop),
        others=_others(len(stop.opened) - 1),
        closer=CLOSER[bracket],
    )
    last = last_before(text, stop.at)
    return Fault(Code.UNCLOSED, sentence, Span(last, last + 1))


def _missing(wanted: Wanted) -> str:
    if wanted is Wanted.VALUE:
        return tr("the text ends after this colon without a value")
    if wanted is Wanted.COLON:
        return tr("the text ends after this name without a colon and a value")
    if wanted in (Wanted.NAME, Wanted.ELEMENT):
        return tr("the text ends after this comma with nothing behind it")
    return tr("the text ends after this")


def _others(count: int) -> str:
    if not count:
        return ""
    return plural(count, " (nor is {count} more around it)", " (nor are {count} more around it)")
