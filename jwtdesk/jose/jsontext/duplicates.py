"""Members whose name their object has already used: legal to write, dangerous to rely on."""

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext.document import Member
from jwtdesk.jose.jsontext.members import repetitions
from jwtdesk.jose.jsontext.place import placed, spot
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.words import plural, tr

# So many are told one by one, the others are counted.
MOST = 50
CODE = "duplicate-member"


def duplicates(text: str, depth: int = 200) -> tuple[Problem, ...]:
    """Return a warning for each member of the sound `text` whose name came before in its object.

    The span is that of the later name. After the first fifty, one last problem counts the others.
    """
    pairs = repetitions(text, depth)
    told = [_problem(text, first, later) for first, later in pairs[:MOST]]
    if len(pairs) > MOST:
        told.append(_others(text, len(pairs) - MOST, pairs[MOST][1].key))
    return tuple(told)


def _problem(text: str, first: Member, later: Member) -> Problem:
    sentence = tr(
        "the name {name} was already used at {earlier}; most readers take the last one.",
        name=excerpt(later.name or ""),
        earlier=spot(text, first.key.start),
    )
    return Problem(CODE, placed(text, later.key.start, sentence), later.key, Severity.WARNING)


def _others(text: str, count: int, key: Span) -> Problem:
    sentence = plural(
        count,
        "{count} more name is used twice from here on.",
        "{count} more names are used twice from here on.",
    )
    return Problem(CODE, placed(text, key.start, sentence), key, Severity.WARNING)
