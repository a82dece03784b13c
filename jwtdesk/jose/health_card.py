"""SMART Health Cards as their QR codes hold them: a token in digits, perhaps in several parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jwtdesk.jose.found import Found
from jwtdesk.jose.jsontext.lexemes import repeated
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.words import plural, tr

_FURTHER = repeated(r"[ \t]*+[\r\n]\s*+[0-9]++")
_PART = re.compile(rf"shc:/(?:([0-9]{{1,3}})/([0-9]{{1,3}})/)?([0-9]++{_FURTHER})", re.IGNORECASE)
# Two digits are a character: its code point less 45, that of "-" (SMART Health Cards, QR codes).
_FIRST, _LAST = ord("-"), ord("z")
# A QR code holds some 4,300 digits: what is far longer is not one.
_MOST = 1_000_000
_MOST_PARTS = 1000


@dataclass(frozen=True, slots=True)
class _Part:
    """One `shc:/` text: its place among `total` parts (1 of 1 when it stands alone)."""

    number: int
    total: int
    digits: str
    span: Span


@dataclass(frozen=True, slots=True)
class Card:
    """The parts of one card in a text: the token in them, or a sentence that says why none is."""

    span: Span
    token: str
    count: int
    problem: Problem | None = None


def cards(text: str) -> tuple[Card, ...]:
    """Return the SMART Health Cards in `text`, in order; parts of one card may stand in any order.

    A card is whole when all of its parts are there.
    """
    if "shc:/" not in text and "SHC:/" not in text:
        return ()
    return tuple(_card(group) for group in _groups(text))


def found_cards(text: str) -> list[Found]:
    """Return the tokens of the whole cards in `text`, and of the others the text as it stands."""
    found = []
    for card in cards(text):
        if card.problem:
            found.append(Found(text[card.span.start : card.span.end], card.span))
            continue
        message = plural(
            card.count,
            "Unwrapped from a SMART Health Card",
            "Unwrapped from a SMART Health Card in {count} parts",
        )
        note = Problem("unwrapped", message, severity=Severity.INFO)
        found.append(Found(card.token, card.span, (note,)))
    return found


def card_problem(text: str) -> Problem | None:
    """Return what is wrong with the card that `text` begins with, None when it is no card.

    Of one that is whole the sentence only says what it is.
    """
    if text[:5].lower() != "shc:/":
        return None
    first = next(iter(cards(text[:5].lower() + text[5:])), None)
    if first is None:
        return _broken()
    message = tr("This is a SMART Health Card: its token is read when it is pasted.")
    return first.problem or Problem("is-health-card", message, severity=Severity.INFO)


def _groups(text: str) -> Iterator[list[_Part]]:
    """Yield the parts that belong together: of one total, each number once."""
    group: list[_Part] = []
    for found in islice(_PART.finditer(text), _MOST_PARTS):
        number, total = int(found[1] or 1), int(found[2] or 1)
        one = _Part(number, total, "".join(found[3].split()), Span(*found.span()))
        known = {each.number for each in group}
        if group and (total != group[0].total or number in known or total == 1):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _card(parts: list[_Part]) -> Card:
    span, total = Span(parts[0].span.start, parts[-1].span.end), parts[0].total
    there = {one.number for one in parts}
    missing = [one for one in range(1, total + 1) if one not in there]
    if missing:
        return Card(span, "", len(parts), _incomplete(missing, total))
    in_order = sorted(parts, key=lambda one: one.number)
    token = _decoded("".join(one.digits for one in in_order))
    return Card(span, token, total, None if token else _broken())


def _decoded(digits: str) -> str:
    """Return the characters that `digits` stand for, "" when they stand for none."""
    if len(digits) % 2 or len(digits) > _MOST:
        return ""
    codes = [int(digits[at : at + 2]) + _FIRST for at in range(0, len(digits), 2)]
    token = "".join(map(chr, codes)) if max(codes) <= _LAST else ""
    return token if "." in token else ""


def _incomplete(missing: list[int], total: int) -> Problem:
    told = ", ".join(map(str, missing[:5])) + (", \u2026" if len(missing) > 5 else "")  # noqa: PLR2004 - a line
    message = plural(
        len(missing),
        "This is a SMART Health Card in {total} parts, of which part {missing} is not here.",
        "This is a SMART Health Card in {total} parts, of which parts {missing} are not here.",
        total=f"{total:,}",
        missing=told,
    )
    return Problem("health-card-incomplete", message)


def _broken() -> Problem:
    message = tr("This begins like a SMART Health Card, but its digits stand for no token.")
    return Problem("health-card-broken", message)
