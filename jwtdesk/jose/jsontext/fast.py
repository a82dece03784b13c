"""Sound JSON texts through the scanner of the standard library, made strict and exact by hooks."""

import json
from typing import Never

from jwtdesk.jose.dataclass import dataclass
from jwtdesk.jose.jsontext.document import Number, Value
from jwtdesk.jose.jsontext.walk import is_sound


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


class _Objects:
    """Builds objects and remembers whether one repeated a name."""

    __slots__ = ("repeated",)

    def __init__(self) -> None:
        self.repeated = False

    def build(self, pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        """Return the pairs as a dictionary; the last of a name counts."""
        built = dict(pairs)
        if len(built) != len(pairs):
            self.repeated = True
        return built


def fast_value(text: str, depth: int) -> Fast | None:
    """Return the value of `text`, or None when it is not sound or has too many levels for this way.

    None says nothing about the fault: the caller walks the text itself.
    """
    objects, numbers = _Objects(), _Numbers()
    decoder = json.JSONDecoder(
        object_pairs_hook=objects.build,
        parse_int=numbers.__getitem__,
        parse_float=numbers.__getitem__,
        parse_constant=_refuse,
    )
    try:
        value: Value = decoder.decode(text)
    except (ValueError, RecursionError):
        return None
    if text.count("[") + text.count("{") > depth:
        # A repeated name hides a value, and with it perhaps its depth: the walk sees it.
        fits = is_sound(text, depth) if objects.repeated else _levels_fit(value, depth)
        if not fits:
            return None
    return Fast(value, objects.repeated)


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
