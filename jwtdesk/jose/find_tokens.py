"""The tokens in any text: a log, a header line, a URL, a cookie, a mail, JSON, or a bare token."""

import json
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from jwtdesk.jose.headers import unencoded
from jwtdesk.jose.joined_lines import join
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.not_a_token import LIMIT
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.surroundings import prefix_of, said
from jwtdesk.jose.token_start import END, START, LETTERS, header_octets
from jwtdesk.jose.white_space import SPACES, stripped
from jwtdesk.jose.words import tr

_BLANK = re.compile(f"[{SPACES}]")
_OBJECT = re.compile(r"\{\s*\"")
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
# How many places in one text are tried as a JSON serialisation.
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One token in a text: the token ready to be read, its place, and what was cleaned away."""

    text: str
    span: Span
    notes: tuple[Problem, ...] = ()


def find(text: str) -> tuple[Found, ...]:
    """Return the tokens in `text`, in order.

    When nothing looks like a token, the whole stripped text is the one candidate, so that a
    half-pasted token is still shown. An empty text has none. Text beyond the limit is not searched.
    """
    whole = stripped(text) if len(text) <= LIMIT else text
    if not whole:
        return ()
    if len(text) > LIMIT:
        return (Found(text, Span(0, len(text))),)
    found = sorted(_all(text), key=lambda one: one.span.start)
    return tuple(found) or (_whole(text, whole),)


def _all(text: str) -> list[Found]:
    """Return the JSON serialisations, then the compact tokens that stand outside of them."""
    found = _serialisations(text)
    taken = [one.span for one in found]
    pure_from = len(text.rstrip(LETTERS + SPACES))
    position = 0
    while start := START.search(text, position):
        inside = next((one for one in taken if one.start <= start.start() < one.end), None)
        one = None if inside else _compact(text, start.start(), pure_from)
        if one:
            found.append(one)
        position = inside.end if inside else max(start.end(), one.span.end if one else 0)
    return found


def _compact(text: str, start: int, pure_from: int) -> Found | None:
    """Return the compact token that begins at `start`, or None when that is something else."""
    joined = join(text, start, pure_from)
    octets = header_octets(_percent_decoded(joined.text))
    if not octets:
        return None
    if b'"b64"' in octets and _is_unencoded(joined.text):
        rest = stripped(text[start:])
        return Found(rest, Span(start, start + len(rest)), said(text, start, len(text), rest))
    begin = _odd_start(text, start)
    end, body = _whole_run(text, begin, joined.end, text[begin:start] + joined.text)
    kept = _trimmed(text, begin, end, _percent_decoded(body))
    if "." not in kept:
        return None
    notes = said(text, begin, end, kept)
    if "%" in body:
        message = tr("Percent-encoding undone")
        notes = (*notes, Problem("unwrapped", message, severity=Severity.INFO))
    return Found(kept, Span(begin, end), notes)


def _is_unencoded(word: str) -> bool:
    """Return whether the payload stands as it is, blanks and all (RFC 7797)."""
    header = read(header_octets(word).decode("utf-8", "replace")).value
    return isinstance(header, dict) and unencoded(header, header) is True


def _odd_start(text: str, start: int) -> int:
    """Return where the invisible characters begin that stand directly before `start`.

    They are shown as part of the token, since whoever checks it elsewhere will send them along.
    """
    begin = start
    while begin and _is_invisible(text[begin - 1]):
        begin -= 1
    return begin if not text[:begin].rstrip(SPACES) else start


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character)[0] == "C" and character not in SPACES + "\x1b"


def _whole_run(text: str, begin: int, end: int, body: str) -> tuple[int, str]:
    """Return a token that a foreign character breaks off too early, up to the next white space.

    Only where the text begins with it: elsewhere the character ends the token.
    """
    if body.count(".") >= 2 or text[:begin].strip(SPACES):  # noqa: PLR2004  # three parts
        return end, body
    blank = _BLANK.search(text, end)
    last = blank.start() if blank else len(text)
    rest = text[end:last]
    return (last, body + rest) if "." in body + rest and "." in rest else (end, body)


def _percent_decoded(word: str) -> str:
    """Undo percent-encoding, and keep what stands before a separator that it hid."""
    if "%" not in word:
        return word
    decoded = unquote(word)
    found = END.search(decoded)
    return decoded[: found.start()] if found else decoded


def _trimmed(text: str, begin: int, end: int, body: str) -> str:
    """Return `body` without the punctuation of the sentence or the URL that it stands in."""
    if begin and text[begin - 1] == "/":
        body = re.split(r"[/?]", body, maxsplit=1)[0]
    if not text[:begin].strip(SPACES) and not text[end:].strip(SPACES):
        return body
    bare = body.rstrip("!?:*…")
    return bare.rstrip(".") if bare.count(".") > 2 else bare  # noqa: PLR2004  # a full stop


def _serialisations(text: str) -> list[Found]:
    """Return the JWS and JWE in JSON form (RFC 7515 section 7.2) inside `text`."""
    found: list[Found] = []
    if '"signature' not in text and '"ciphertext"' not in text:
        return found
    position = 0
    for _ in range(_TRIES):
        start = _OBJECT.search(text, position)
        if not start:
            break
        value, position = _decoded_at(text, start.start())
        if isinstance(value, dict) and _is_serialisation(value):
            span = Span(start.start(), position)
            kept = text[span.start : span.end]
            found.append(Found(kept, span, _left_out(text, span)))
        elif isinstance(value, dict):
            position = start.end()
    return found


def _is_serialisation(value: dict[str, object]) -> bool:
    return "ciphertext" in value or "signatures" in value or "signature" in value


def _decoded_at(text: str, start: int) -> tuple[object, int]:
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, start + 1
    return value, end


def _left_out(text: str, span: Span) -> tuple[Problem, ...]:
    if not text[: span.start].strip(SPACES) and not text[span.end :].strip(SPACES):
        return ()
    return said(text, span.start, span.end, text[span.start : span.end])


def _whole(text: str, whole: str) -> Found:
    """Return the one candidate of a text in which nothing looks like a token."""
    start = text.index(whole)
    begin = start + prefix_of(whole)
    kept = text[begin : start + len(whole)].strip("\"'`")
    if not kept:
        return Found(whole, Span(start, start + len(whole)))
    begin = text.index(kept, begin)
    end = begin + len(kept)
    return Found(kept, Span(begin, end), said(text, begin, end, kept))
