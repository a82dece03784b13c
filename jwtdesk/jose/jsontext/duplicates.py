"""Members whose name their object has already used: legal to write, dangerous to rely on."""

import re
from collections.abc import Iterator

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext.lexemes import STRING, WHITE, repeated
from jwtdesk.jose.jsontext.place import placed, spot
from jwtdesk.jose.jsontext.strings import unquote
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.words import plural, tr

# So many are told one by one, the others are counted.
MOST = 50
CODE = "duplicate-member"
NO_NAME = rf'[^"{{}}]++|{STRING}(?!{WHITE}:)'
TO_NAME_OR_BRACE = re.compile(rf"{repeated(NO_NAME)}(?:([{{}}])|({STRING}){WHITE}:|\Z)")


def duplicates(text: str) -> tuple[Problem, ...]:
    """Return a warning for each member of the sound `text` whose name came before in its object.

    The span is that of the later name. After the first fifty, one last problem counts the others.
    """
    told: list[Problem] = []
    count, following = 0, Span(0, 0)
    for first, later in _repetitions(text):
        count += 1
        if count <= MOST:
            told.append(_problem(text, first, later))
        elif count == MOST + 1:
            following = later
    if count > MOST:
        told.append(_others(text, count - MOST, following))
    return tuple(told)


def _repetitions(text: str) -> Iterator[tuple[int, Span]]:
    """Find each name that came before in its object: where it first stood, and where it stands."""
    opened: list[dict[str, int]] = []
    for found in TO_NAME_OR_BRACE.finditer(text):
        if found[1] == "{":
            opened.append({})
        elif found[1] == "}":
            opened.pop()
        elif found[2]:
            start = found.start(2)
            first = opened[-1].setdefault(unquote(found[2]), start)
            if first != start:
                yield first, Span(*found.span(2))


def _problem(text: str, first: int, key: Span) -> Problem:
    sentence = tr(
        "the name {name} was already used at {earlier}; most readers take the last one.",
        name=excerpt(unquote(text[key.start : key.end])),
        earlier=spot(text, first),
    )
    return Problem(CODE, placed(text, key.start, sentence), key, Severity.WARNING)


def _others(text: str, count: int, key: Span) -> Problem:
    sentence = plural(
        count,
        "{count} more name is used twice from here on.",
        "{count} more names are used twice from here on.",
    )
    return Problem(CODE, placed(text, key.start, sentence), key, Severity.WARNING)
