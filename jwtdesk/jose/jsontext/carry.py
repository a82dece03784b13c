"""A place carried from one layout of a JSON text to another: pretty to compact and back."""

from jwtdesk.jose.jsontext.layout import compact
from jwtdesk.jose.jsontext.lexemes import OUTSIDE_STRINGS
from jwtdesk.jose.problem import Span


def span_between(source: str, target: str, span: Span) -> Span:
    """Return where the range `span` of `source` stands in `target`.

    Both have the same lexemes and differ only in the white space between them. White space at the
    edges of `span` is not carried over. Offsets outside the text count as its nearest end.
    """
    start, end = max(span.start, 0), max(span.end, 0)
    # A line break is never within a string: from there on, counting can begin anew.
    line = source.rfind("\n", 0, start) + 1
    before = len(compact(source[:line]))
    first = before + len(compact(source[line:start]))
    after = before + len(compact(source[line:end]))
    if after <= first:
        return Span(*_offsets_of(target, first, first))
    begin, last = _offsets_of(target, first, after - 1)
    return Span(begin, min(last + 1, len(target)))


def _offsets_of(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where the `first` and the `last` code point that matter stand, counted from 0.

    Beyond the end of the text it is its end.
    """
    passed, begin = 0, -1
    for run in OUTSIDE_STRINGS.finditer(text):
        offset = run.start() - passed
        passed += run.end() - run.start()
        if begin < 0 and passed > first:
            begin = offset + first
        if passed > last:
            return begin, offset + last
    return len(text) if begin < 0 else begin, len(text)
