"""The tokens in any text: a log, a header line, a URL, a cookie, a mail, JSON, or a bare token."""

import json
import re

from jwtdesk.jose.compact_in_text import compact_at
from jwtdesk.jose.found import Found, Searched
from jwtdesk.jose.health_card import found_cards
from jwtdesk.jose.json_closing import LONGEST, missing_end
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.jws_json import is_serialisation
from jwtdesk.jose.not_a_token import LIMIT, too_crowded
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.surroundings import left_out, prefix_of
from jwtdesk.jose.token_start import START
from jwtdesk.jose.white_space import stripped
from jwtdesk.jose.words import tr

_OBJECT = re.compile(r"\{\s*\"")
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
# How many places in one text are tried as a JSON serialisation.
_TRIES = 20


def find(text: str) -> tuple[Found, ...]:
    """Return the tokens in `text`, in order.

    When nothing looks like a token, the whole stripped text is the one candidate, so that a
    half-pasted token is still shown. An empty text has none. Text beyond the limit is not searched.
    """
    if len(text) > LIMIT:
        return (Found(text, Span(0, len(text))),)
    searched = Searched.over(text)
    if searched.first == len(text):
        return ()
    found = sorted(_all(searched), key=lambda one: one.span.start)
    return tuple(found) or (_whole(searched),)


def _all(searched: Searched) -> list[Found]:
    """Return JSON serialisations and health cards, then the compact tokens outside of them."""
    found = _serialisations(searched) + found_cards(searched.text)
    taken = [one.span for one in found]
    position = 0
    while start := START.search(searched.text, position):
        inside = next((one for one in taken if one.start <= start.start() < one.end), None)
        one, end = (None, inside.end) if inside else compact_at(searched, start.start())
        if one:
            found.append(one)
        position = max(end, start.end())
    return found


def _serialisations(searched: Searched) -> list[Found]:
    """Return the JWS and JWE in JSON form (RFC 7515 section 7.2) in the text."""
    text = searched.text
    found: list[Found] = []
    if '"signature' not in text and '"ciphertext"' not in text:
        return found
    bare = stripped(text)
    if bare[:1] == "{" and (too_crowded(bare) or _is_cut_off(bare)):
        span = Span(searched.first, searched.last)
        return [Found(text[span.start : span.end], span)]
    position = spent = 0
    for _ in range(_TRIES):
        start = _OBJECT.search(text, position)
        if not start or spent > len(text):
            break
        value, end = _decoded_at(text, start.start())
        spent += end - start.start()
        is_token = is_serialisation(value)
        if is_token:
            span = Span(start.start(), end)
            notes = () if searched.is_all(span) else left_out(searched, span, kept=True)
            found.append(Found(text[span.start : span.end], span, notes + _tail(text, end)))
        position = end if is_token else start.end()
    return found


def _tail(text: str, end: int) -> tuple[Problem, ...]:
    """Return the fault of a JSON form that goes on like a compact SD-JWT at `end`."""
    if not text.startswith("~", end):
        return ()
    message = tr(
        "A tilde (~) stands behind the JSON form: disclosures must stand in its unprotected header."
    )
    return (Problem("two-forms", message),)


def _is_cut_off(text: str) -> bool:
    """Return whether all of `text` is a serialisation that only lacks its end."""
    opens = len(text) <= LONGEST and _OBJECT.match(text)
    # Whether it is whole is seen ten times faster than what it lacks.
    end = missing_end(text) if opens and _decoded_at(text, 0)[0] is None else ""
    return bool(end) and is_serialisation(read(text + end).value)


def _decoded_at(text: str, start: int) -> tuple[object, int]:
    """Return the JSON value at `start` and its end, or None and how far it could be read."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as fault:
        return None, fault.pos
    except RecursionError:
        return None, len(text)
    return value, end


def _whole(searched: Searched) -> Found:
    """Return the one candidate of a text in which nothing looks like a token."""
    text = searched.text
    whole = Span(searched.first, searched.last)
    begin = whole.start + prefix_of(stripped(text))
    kept = _unquoted(text[begin : whole.end])
    if not kept:
        return Found(text[whole.start : whole.end], whole)
    begin = text.index(kept, begin)
    span = Span(begin, begin + len(kept))
    return Found(kept, span, left_out(searched, span, kept=True))


def _unquoted(text: str) -> str:
    """Return `text` without the quotation mark that it begins with, and the one at its end."""
    return text[1:].removesuffix(text[0]) if text[:1] in {'"', "'", "`"} else text
