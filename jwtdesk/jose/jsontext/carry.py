"""A place carried from one layout of a JSON text to another: pretty to compact and back."""

from jwtdesk.jose.jsontext.layout import compact
from jwtdesk.jose.jsontext.lexemes import OUTSIDE_STRINGS
from jwtdesk.jose.problem import Span


def span_between(source: str, target: str, span: Span) -> Span:
    """Return where the range `span` of `source` stands in `target`.

    Both have the same lexemes and differ only in the white space between them. White space at the
    edges of `span` is not carried over. Offsets outside the text count as its nearest end.
    """
    first = len(compact(source[: max(span.start, 0)]))
    after = len(compact(source[: max(span.end, 0)]))
    start = _offset_of(target, first)
    return Span(start, _offset_of(target, after - 1) + 1 if after > first else start)


def _offset_of(text: str, count: int) -> int:
    """Return the offset of the code point before which `count` others matter; the end if none."""
    passed = 0
    for run in OUTSIDE_STRINGS.finditer(text):
        length = run.end() - run.start()
        if passed + length > count:
            return run.start() + count - passed
        passed += length
    return len(text)
