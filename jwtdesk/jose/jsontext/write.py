"""A value as JSON text again, where no text of its own is at hand: a processed payload."""

from collections.abc import Iterator

from jwtdesk.jose.jsontext.document import Number, Value
from jwtdesk.jose.jsontext.strings import quote

_WORDS = {None: "null", True: "true", False: "false"}


def written(value: Value, most: int | None = None) -> str:
    """Return `value` as compact JSON text; numbers keep their lexemes (RFC 8259).

    With `most` the writing ends soon after so many code points, wherever that is: for an excerpt.
    """
    found, length = list[str](), 0
    for piece in _pieces(value):
        found.append(piece)
        length += len(piece)
        if most is not None and length > most:
            break
    return "".join(found)


def _pieces(value: Value) -> Iterator[str]:
    """Yield the text of `value` piece by piece; a hostile one may be nested hundreds deep."""
    waiting: list[Iterator[tuple[str, Value]]] = [iter([("", value)])]
    closers = [""]
    while waiting:
        lead, inner = next(waiting[-1], (None, None))
        if lead is None:
            waiting.pop()
            yield closers.pop()
        elif isinstance(inner, dict):
            yield lead + "{"
            waiting.append(_members(inner))
            closers.append("}")
        elif isinstance(inner, list):
            yield lead + "["
            waiting.append(_elements(inner))
            closers.append("]")
        else:
            yield lead + _scalar(inner)


def _members(value: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    for count, (name, inner) in enumerate(value.items()):
        yield f"{',' if count else ''}{quote(name)}:", inner


def _elements(value: list[Value]) -> Iterator[tuple[str, Value]]:
    for count, inner in enumerate(value):
        yield "," if count else "", inner


def _scalar(value: str | Number | bool | None) -> str:  # noqa: FBT001 - a JSON value
    if isinstance(value, Number):
        return value.text
    return quote(value) if isinstance(value, str) else _WORDS[value]
