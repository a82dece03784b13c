"""Numbers as other languages write them, and dates that are no numbers."""

import re
from collections.abc import Callable

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext.faults.fault import VALUES, Code, Fault
from jwtdesk.jose.jsontext.walk import Stop
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import tr

BEGINNING = re.compile(r"[-+]|\.?[0-9]")
WRITTEN = re.compile(r"[-+.\w]++")
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d[\d:.]*+(?:[Zz]|[-+]\d\d:?\d\d)?)?")

# The shape of a longer number is judged by its beginning: no number takes long to explain.
LONGEST = 100

# What is written, by its shape, in the order of asking, and what to say about it.
SHAPES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"-"), lambda _: tr("a minus sign stands here without a number.")),
    (
        re.compile(r"[-+]?0[xXoObB]\w*+"),
        lambda written: tr("a number is written in decimal, not as {written}.", written=written),
    ),
    (re.compile(r"\+.*"), lambda _: tr("a number takes no plus sign; remove it.")),
    (
        re.compile(r"-?0\d.*"),
        lambda _: tr("a number does not begin with 0; remove it, or put text in quotation marks."),
    ),
    (
        re.compile(r"-?\.\d.*"),
        lambda _: tr("a digit is missing before the decimal point; write 0 there."),
    ),
    (
        re.compile(r"-?\d+(?:\.\d+){2,}"),
        lambda _: tr(
            "a number has one decimal point; put a version or address in quotation marks."
        ),
    ),
    (
        re.compile(r"-?\d+\.(?:[eE].*)?"),
        lambda _: tr("a digit is missing after the decimal point; write 0 there."),
    ),
    (
        re.compile(r"-?\d+(?:\.\d+)?[eE][-+]?"),
        lambda _: tr("the exponent of this number has no digits."),
    ),
    (re.compile(r"-?\d[\d_]*_[\d_]*"), lambda _: tr("a number has no _ between its digits.")),
    (
        re.compile(r"-?\d+(?:\.\d+)?[^\W\d_]+"),
        lambda _: tr("letters cannot follow a number; put text in double quotation marks."),
    ),
)


def number(text: str, stop: Stop) -> Fault | None:
    """Find a number that JSON writes otherwise (RFC 8259 section 6)."""
    if stop.wanted not in VALUES or not BEGINNING.match(text, stop.at):
        return None
    date = DATE.match(text, stop.at)
    if date:
        sentence = tr("a date is text in JSON; put it in double quotation marks.")
        return Fault(Code.BAD_NUMBER, sentence, Span(*date.span()))
    found = WRITTEN.match(text, stop.at)
    written = found[0] if found else ""
    span = Span(stop.at, stop.at + len(written))
    if written[1:].lower() in ("infinity", "inf", "nan"):
        sentence = tr("JSON has no {word}; write null or put it in quotation marks.", word=written)
        return Fault(Code.LITERAL, sentence, span)
    for shape, sentence_for in SHAPES:
        if shape.fullmatch(written[:LONGEST]):
            return Fault(Code.BAD_NUMBER, sentence_for(excerpt(written)), span)
    sentence = tr("{written} is not a number as JSON writes it.", written=excerpt(written))
    return Fault(Code.BAD_NUMBER, sentence, span)
