"""What stood around a token, said in a few words: `Bearer `, quotes, a parameter, a longer text."""

import re

from jwtdesk.jose.found import Searched
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.token_start import QUOTES
from jwtdesk.jose.white_space import stripped, without
from jwtdesk.jose.words import tr

_PREFIX = re.compile(
    r"(?:-H\s*)?[\"']?((?:(?:proxy-)?authorization\s*[:=]\s*)?(?:bearer|dpop|jwt|token)[\s:+]+)[\"']?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<![\w.-])([a-z_][\w.-]{0,60})[\"']?\s*(?:=|%3D|:)\s*[\"']?$", re.IGNORECASE)
_QUOTES = "\"'`" + QUOTES
# How far back the reason for a token's place is looked for, in characters.
_BACK = 120


def prefix_of(text: str) -> int:
    """Return how many characters of `text` are a prefix like `Authorization: Bearer `."""
    found = _PREFIX.match(text)
    return found.end() if found else 0


def left_out(searched: Searched, span: Span, *, kept: bool = False) -> tuple[Problem, ...]:
    """Return notes on what is left out of a text around and inside the token at `span`.

    `kept` says that the white space inside the token stays.
    """
    text = searched.text
    inside = "" if kept else text[span.start : span.end]
    if searched.is_all(span):
        return without(text[: span.start] + inside + text[span.end :])[1]
    before = stripped(text[max(0, span.start - _BACK) : span.start])
    after = stripped(text[span.end : span.end + _BACK])
    return (_outside(before, after, span.start), *without(inside)[1])


def _outside(before: str, after: str, start: int) -> Problem:
    prefix = _PREFIX.fullmatch(before + " ") if start <= _BACK else None
    if prefix and not after.strip(_QUOTES):
        what = " ".join(prefix.group(1).split())
        message = tr("“{what} ” removed", what=what)
    elif not before.strip(_QUOTES) and not after.strip(_QUOTES):
        message = tr("Quotes removed")
    elif named := _last_named(before):
        message = tr("Taken from “{name}”", name=named)
    else:
        message = tr("Taken out of a longer text")
    return Problem("unwrapped", message, severity=Severity.INFO)


def _last_named(before: str) -> str | None:
    """Return the name that `before` ends with, as in `token=` or `"token":"`."""
    found = _NAMED.search(before)
    return found.group(1) if found else None
