"""What stood around a token, said in a few words: `Bearer `, quotes, a parameter, a longer text."""

import re

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.token_start import QUOTES
from jwtdesk.jose.white_space import SPACES, removal, stripped
from jwtdesk.jose.words import tr

_PREFIX = re.compile(
    r"(?:-H\s*)?[\"']?((?:(?:proxy-)?authorization\s*[:=]\s*)?(?:bearer|dpop|jwt|token)[\s:+]+)[\"']?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[\"']?([A-Za-z_][\w.-]{0,60})[\"']?\s*(?:=|%3D|:)\s*[\"']?", re.IGNORECASE)
_LINE_BREAK = re.compile("\r\n|[\r\n]")
_QUOTES = "\"'`" + QUOTES
# How far back the reason for a token's place is looked for, in characters.
_BACK = 120


def prefix_of(text: str) -> int:
    """Return how many characters of `text` are a prefix like `Authorization: Bearer `."""
    found = _PREFIX.match(text)
    return found.end() if found else 0


def said(text: str, start: int, end: int, kept: str) -> tuple[Problem, ...]:
    """Return notes on what was left out of `text` around and inside the token at [`start`, `end`).

    `kept` is the token as it is read on.
    """
    before, after = stripped(text[max(0, start - _BACK) : start]), stripped(text[end : end + _BACK])
    notes = [_outside(before, after, start)] if before or after else []
    edge = "" if before or after else text[:start] + text[end:]
    lost = _blanks(edge + text[start:end], kept)
    return (*notes, *lost)


def _outside(before: str, after: str, start: int) -> Problem:
    prefix = _PREFIX.fullmatch(before + " ") if start <= _BACK else None
    if prefix and not after.strip(_QUOTES):
        what = " ".join(prefix.group(1).split())
        message = tr("'{what} ' removed", what=what)
    elif not before.strip(_QUOTES) and not after.strip(_QUOTES):
        message = tr("Quotes removed")
    elif named := _last_named(before):
        message = tr("Taken from '{name}'", name=named)
    else:
        message = tr("Taken out of a longer text")
    return Problem("unwrapped", message, severity=Severity.INFO)


def _last_named(before: str) -> str | None:
    return next((one.group(1) for one in _NAMED.finditer(before) if one.end() == len(before)), None)


def _blanks(given: str, kept: str) -> tuple[Problem, ...]:
    """Return one warning that counts the white space of `given` that `kept` lacks."""
    runs = re.findall(f"[{SPACES}]+", given) if len(given) != len(kept) else []
    breaks = sum(len(_LINE_BREAK.findall(run)) for run in runs)
    blanks = sum(len(_LINE_BREAK.sub("", run)) for run in runs)
    return (removal(breaks, blanks),) if breaks or blanks else ()
