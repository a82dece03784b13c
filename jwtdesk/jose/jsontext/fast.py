"""Sound JSON texts through the scanner of the standard library, made strict and exact by hooks."""

import json
from dataclasses import dataclass
from typing import Never

from jwtdesk.jose.jsontext.document import Number, Value
from jwtdesk.jose.jsontext.pairs import Pairs
from jwtdesk.jose.jsontext.walk import is_sound

# A longer text is read in strides, so that others get a turn in between.
LONG = 500_000
# Texts with more brackets than this are read at once all the same: each would be a step in Python.
MOST_BRACKETS = 100_000


@dataclass(frozen=True, slots=True)
class Fast:
    """A value, and whether some object in it repeats a name."""

    value: Value
    repeated: bool


class _Numbers(dict[str, Number]):
    """Makes each number once: a dense text repeats few of them many times."""

    def __missing__(self, text: str) -> Number:
        number = self[text] = Number(text)
        return number


def fast_value(text: str, depth: int) -> Fast | None:
    """Return the value of `text`, or None when it is not sound or has too many levels for this way.

    None says nothing about the fault: the caller walks the text itself.
    """
    objects, numbers = Pairs(), _Numbers()
    decoder = json.JSONDecoder(
        object_pairs_hook=objects.build,
        parse_int=numbers.__getitem__,
        parse_float=numbers.__getitem__,
        parse_constant=_refuse,
    )
    try:
        value = _decoded(text, depth, decoder, objects)
    except (ValueError, RecursionError):
        return None
    if text.count("[") + text.count("{") > depth:
        # A repeated name hides a value, and with it perhaps its depth: the walk sees it.
        fits = is_sound(text, depth) if objects.repeated else _levels_fit(value, depth)
        if not fits:
            return None
    return Fast(value, objects.repeated)


def _decoded(text: str, depth: int, decoder: json.JSONDecoder, pairs: Pairs) -> Value:
    brackets = text.count("[") + text.count("{") if len(text) > LONG else 0
    if len(text) > LONG and brackets <= MOST_BRACKETS:
        # Imported here because most texts are short, and its patterns take their time to compile.
        from jwtdesk.jose.jsontext.strides import Strides

        return Strides(text, decoder, pairs).value(depth)
    value: Value = decoder.decode(text)
    return value


def _refuse(_name: str) -> Never:
    """Refuse NaN, Infinity and -Infinity, which the standard library would take."""
    raise ValueError


def _levels_fit(value: Value, depth: int) -> bool:
    """Tell whether `value` has at most `depth` levels, looking at one level after the other."""
    level = [value] if isinstance(value, (dict, list)) else []
    while level and depth:
        depth -= 1
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
    return not level
