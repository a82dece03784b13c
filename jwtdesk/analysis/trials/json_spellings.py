"""The same JSON value spelled in the ways that programs write it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, permutations, product

from jwtdesk.analysis.trials.json_escapes import CLOSE, OPEN, escapes_of
from jwtdesk.jose.jsontext import Number, Value, compact, pretty
from jwtdesk.jose.words import tr

# A number travels through the writer as a marked string, so that its lexeme is kept.
MARKED = re.compile(r'"(?:\ue0f0|\\ue0f0)([^"\\\ue0f1]*)(?:\ue0f1|\\ue0f1)"')
MOST_SHUFFLED = 4
INDENTS: tuple[int | str, ...] = (2, 4, "\t", 1, 3, 8)
SEPARATORS = ((",", ":"), (", ", ": "), (",", ": "), (", ", ":"), (",", " : "), (" , ", " : "))


@dataclass(frozen=True, slots=True)
class Spelling:
    """One text of the value, and how it is written, in words that follow "is written"."""

    text: str
    how: str


def spellings(text: str, value: Value, *, shuffled: bool = False) -> Iterator[Spelling]:
    """Yield other texts of `value`, which `text` spells; each once, likeliest first.

    `shuffled` tries every order of a few members too, as a short header allows.
    """
    seen = {text}
    for one in chain(
        _by_lexeme(text), usual(value), _written(value, shuffled=shuffled), _by_ending(text)
    ):
        if one.text not in seen:
            seen.add(one.text)
            yield one


def _by_lexeme(text: str) -> Iterator[Spelling]:
    """Yield the text with other white space only; every lexeme stays."""
    yield Spelling(compact(text), tr("without white space"))
    for indent in (2, 4):
        how = tr("indented by {count} blanks", count=indent)
        yield Spelling(pretty(text, indent), how)
    yield Spelling(text.strip(), tr("without white space around it"))
    yield Spelling(text + "\n", tr("with a final line end"))


def _by_ending(text: str) -> Iterator[Spelling]:
    """Yield the text with other line ends, inside and at its end."""
    unix = text.replace("\r\n", "\n")
    for one in (text, unix, compact(text), *(pretty(text, indent) for indent in (1, 2, 3, 4))):
        for end in ("\n", "\r\n"):
            lined = one.replace("\n", end) if "\r" not in one else one
            yield Spelling(lined, tr("with other line ends"))
            yield Spelling(lined + end, tr("with a final line end"))
    yield Spelling("\ufeff" + text, tr("with a byte order mark before it"))


def usual(value: Value) -> Iterator[Spelling]:
    """Yield what the common libraries write by default: the likeliest few dozen."""
    orders = [(value, ""), (_sorted(value), tr("with its members sorted"))]
    layouts = [
        *islice(_layouts(), 3),
        (_writer(2, (",", ": "), "\n"), tr("indented by {shown}", shown=2)),
        (_writer(4, (",", ": "), "\n"), tr("indented by {shown}", shown=4)),
        (_writer("\t", (",", ": "), "\n"), tr("indented by {shown}", shown=tr("a tab"))),
    ]
    for (one, order), (layout, how) in product(orders, layouts):
        laid = layout(marked(one, lambda lexeme: lexeme))
        for spelled, escapes in islice(escapes_of(laid), 4):
            words = tr(", ").join(filter(None, (how, order, escapes)))
            yield Spelling(MARKED.sub(r"\1", spelled), words)


def _written(value: Value, *, shuffled: bool) -> Iterator[Spelling]:
    orders = [(value, ""), *_orders(value, shuffled=shuffled)]
    numbers = [(marked(one, lambda lexeme: lexeme), how) for one, how in orders]
    plain = [(marked(one, _normal), tr("{how} numbers normalised", how=how)) for one, how in orders]
    if plain[0][0] == numbers[0][0]:
        plain = []
    for (one, order), (layout, how) in product((*numbers, *plain[:2]), _layouts()):
        laid = layout(one)
        for spelled, escapes in escapes_of(laid):
            words = tr(", ").join(filter(None, (how, order, escapes)))
            for end, extra in (("", ""), ("\n", tr(", with a final line end"))):
                yield Spelling(MARKED.sub(r"\1", spelled) + end, words + extra)


def _orders(value: Value, *, shuffled: bool) -> Iterator[tuple[Value, str]]:
    if not isinstance(value, dict):
        return
    yield _sorted(value), tr("with its members sorted")
    yield dict(sorted(value.items())), tr("with its outer members sorted")
    if shuffled and len(value) <= MOST_SHUFFLED:
        for order in permutations(value):
            yield {name: value[name] for name in order}, tr("with its members in another order")
    yield dict(reversed(value.items())), tr("with its members in reverse order")


def _sorted(value: Value) -> Value:
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return [_sorted(one) for one in value]
    return value


def marked(value: Value, spell: Callable[[str], str]) -> object:
    """Return `value` for a writer, every number as a marked string of its lexeme, as `spell`ed."""
    if isinstance(value, Number):
        return f"{OPEN}{spell(value.text)}{CLOSE}"
    if isinstance(value, dict):
        return {name: marked(one, spell) for name, one in value.items()}
    if isinstance(value, list):
        return [marked(one, spell) for one in value]
    return value


def _normal(lexeme: str) -> str:
    """Return a number as most languages print it: no needless fraction or exponent."""
    number = Number(lexeme).plain
    if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:  # noqa: PLR2004 - exact
        return str(int(number))
    return repr(number) if isinstance(number, float) else str(number)


def _layouts() -> Iterator[tuple[Callable[[object], str], str]]:
    words = (
        tr("without white space"),
        tr("with blanks after commas and colons"),
        tr("with blanks after colons"),
        tr("with blanks after commas"),
        tr("with blanks around colons"),
        tr("with blanks around commas and colons"),
    )
    for marks, how in zip(SEPARATORS, words, strict=True):
        yield _writer(None, marks, "\n"), how
    for indent, line, marks in product(INDENTS, ("\n", "\r\n"), SEPARATORS[2:5:2]):
        shown = tr("a tab") if indent == "\t" else tr("{count} blanks", count=indent)
        yield _writer(indent, marks, line), tr("indented by {shown}", shown=shown)


def _writer(indent: int | str | None, marks: tuple[str, str], line: str) -> Callable[[object], str]:
    def write(value: object) -> str:
        made = json.dumps(value, ensure_ascii=False, indent=indent, separators=marks)
        return made if line == "\n" or indent is None else made.replace("\n", line)

    return write
