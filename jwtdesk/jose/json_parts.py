"""Where the members of a JSON serialisation stand, and what they hold when they are texts."""

from dataclasses import dataclass

from jwtdesk.jose.jsontext import Value, outer_members
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import tr

MOST = 100
"""How many signatures or recipients are read; what lies beyond is counted and said."""

_LISTS = ("$.signatures", "$.recipients")
# Nobody writes so many members; a place beyond is not known, and a fault is shown without it.
_MOST_MEMBERS = 20_000


@dataclass(frozen=True, slots=True)
class Places:
    """The spans of the member values of one JSON text, by path, in code points."""

    spans: dict[str, Span]

    def inside(self, path: str) -> Span:
        """Return the place of the text at `path` without its quotes; the start when unknown."""
        span = self.spans.get(path)
        return Span(span.start + 1, max(span.end - 1, span.start + 1)) if span else Span(0, 0)


def places(text: str) -> Places:
    """Find where the members of a JSON serialisation stand that mean something in one.

    They are those of the whole, of its first signatures or recipients, of their unprotected
    headers, and the entries of `disclosures`. What is in any other member is passed over.
    """
    found: dict[str, Span] = {}
    _enter(text, 0, "$", found)
    for path in _LISTS:
        if path in found:
            _enter(text, found[path].start, path, found, MOST)
    entries = [f"{path}[{at}]" for path in _LISTS for at in range(MOST)]
    entries = [one for one in entries if one in found]
    for owner in entries:
        _enter(text, found[owner].start, owner, found)
    for inner in ("header", "header.disclosures"):
        for owner in ("$", *entries):
            if f"{owner}.{inner}" in found:
                _enter(text, found[f"{owner}.{inner}"].start, f"{owner}.{inner}", found)
    return Places(found)


def _enter(
    text: str, at: int, path: str, found: dict[str, Span], most: int = _MOST_MEMBERS
) -> None:
    """Note where the members of the value at `path` stand, which begins at `at`."""
    for one in outer_members(text, at, most):
        found[path + one.path[1:]] = one.value


def text_member(owner: dict[str, Value], name: str, place: Span) -> str | Problem | None:
    """Return the text that `owner` holds under `name`: None when absent, a problem when no text."""
    value = owner.get(name)
    if name not in owner or isinstance(value, str):
        return value if isinstance(value, str) else None
    return Problem("member-not-text", tr("The member “{name}” is not a text.", name=name), place)


def object_member(owner: dict[str, Value], name: str, place: Span) -> dict[str, Value] | Problem:
    """Return the object that `owner` holds under `name`: {} when absent, or what is wrong."""
    value = owner.get(name, {})
    if isinstance(value, dict):
        return value
    return Problem(
        "member-not-object", tr("The member “{name}” is not an object.", name=name), place
    )
