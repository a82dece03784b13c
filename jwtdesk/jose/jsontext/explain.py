"""From the place where a JSON text stops making sense to the sentence that says why."""

from collections.abc import Callable

from jwtdesk.jose.jsontext.faults import (
    characters,
    ends,
    numbers,
    quotes,
    strings,
    structure,
    words,
)
from jwtdesk.jose.jsontext.faults.fault import Fault
from jwtdesk.jose.jsontext.place import placed
from jwtdesk.jose.jsontext.walk import Stop
from jwtdesk.jose.problem import Problem

# Asked in this order: the first that recognises the fault names it.
FAMILIES: tuple[Callable[[str, Stop], Fault | None], ...] = (
    ends.too_deep,
    ends.ended,
    characters.byte_order_mark,
    characters.invisible,
    characters.comment,
    structure.closing_bracket,
    structure.extra,
    strings.string,
    quotes.wrong_quotes,
    quotes.quote_within,
    structure.missing_colon,
    structure.missing_comma,
    structure.separator,
    words.name,
    numbers.number,
)


def explain(text: str, stop: Stop) -> Problem:
    """Return what is wrong with `text` at `stop`: a code, a sentence with line and column, a span.

    The line and column are those of the span's beginning.
    """
    recognised = (family(text, stop) for family in FAMILIES)
    fault = next((one for one in recognised if one is not None), None) or words.value(text, stop)
    return Problem(fault.code.value, placed(text, fault.span.start, fault.sentence), fault.span)
