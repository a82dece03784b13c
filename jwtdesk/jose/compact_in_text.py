"""A compact token at one place of a text: where it begins and ends, and how it reads (RFC 7515)."""

import re
import unicodedata
from urllib.parse import unquote

from jwtdesk.jose.found import Found, Searched
from jwtdesk.jose.headers import unencoded
from jwtdesk.jose.joined_lines import join
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.surroundings import left_out
from jwtdesk.jose.token_start import END, START, header_octets
from jwtdesk.jose.white_space import SPACES
from jwtdesk.jose.words import tr

_BLANK = re.compile(f"[{SPACES}]")
# Dots before the signature of a compact token.
_DOTS = 2


def compact_at(searched: Searched, start: int) -> tuple[Found | None, int]:
    """Return the compact token that begins at `start`, or None, and where to look on from.

    Looking on behind everything that was joined keeps the search linear.
    """
    text = searched.text
    joined = join(text, start, searched.pure_from)
    octets = header_octets(_percent_decoded(joined.text))
    if not octets:
        return None, joined.end
    if b'"b64"' in octets and _is_unencoded(octets):
        span = Span(start, searched.last)
        return Found(
            text[span.start : span.end], span, left_out(searched, span, kept=True)
        ), span.end
    begin = _odd_start(searched, start)
    end, body = _whole_run(searched, begin, joined.end, text[begin:start] + joined.text)
    span = Span(begin, end)
    kept = _trimmed(searched, span, _percent_decoded(body))
    if "." not in kept:
        return None, end
    return Found(kept, span, left_out(searched, span) + _decoded_note(body)), end


def _is_unencoded(octets: bytes) -> bool:
    """Return whether the payload stands as it is, blanks and all (RFC 7797)."""
    header = read(octets.decode("utf-8", "replace")).value
    return isinstance(header, dict) and unencoded(header, header) is True


def _odd_start(searched: Searched, start: int) -> int:
    """Return where the invisible characters begin that open the text before `start`.

    They are shown as part of the token, since whoever checks it elsewhere will send them along.
    """
    begin = start
    while begin > searched.first and _is_invisible(searched.text[begin - 1]):
        begin -= 1
    return begin if searched.opens_with(begin) else start


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character)[0] == "C" and character not in SPACES


def _whole_run(searched: Searched, begin: int, end: int, body: str) -> tuple[int, str]:
    """Return a token that a foreign character breaks off too early, up to the next white space.

    Only where the text opens with it: elsewhere the character ends the token.
    """
    if body.count(".") >= _DOTS or not searched.opens_with(begin):
        return end, body
    blank = _BLANK.search(searched.text, end)
    last = blank.start() if blank else len(searched.text)
    rest = searched.text[end:last]
    return (last, body + rest) if "." in rest and not START.search(rest) else (end, body)


def _percent_decoded(word: str) -> str:
    """Undo percent-encoding, and keep what stands before a separator that it hid."""
    if "%" not in word:
        return word
    decoded = unquote(word)
    found = END.search(decoded)
    return decoded[: found.start()] if found else decoded


def _decoded_note(body: str) -> tuple[Problem, ...]:
    if "%" not in body:
        return ()
    return (Problem("unwrapped", tr("Percent-encoding undone"), severity=Severity.INFO),)


def _trimmed(searched: Searched, span: Span, body: str) -> str:
    """Return `body` without the punctuation of the sentence or the URL that it stands in."""
    if span.start and searched.text[span.start - 1] == "/":
        body = re.split(r"[/?]", body, maxsplit=1)[0]
    if searched.is_all(span):
        return body
    bare = body.rstrip("!?:*\u2026")
    return bare.rstrip(".") if bare.count(".") > _DOTS else bare
