"""Where the members of a JSON serialisation stand, and what they hold when they are texts."""

from dataclasses import dataclass

from jwtdesk.jose.jsontext import Value, members
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class Places:
    """The spans of the member values of one JSON text, by path, in code points."""

    spans: dict[str, Span]

    def inside(self, path: str) -> Span:
        """Return the place of the text at `path` without its quotes; the start when unknown."""
        span = self.spans.get(path)
        return Span(span.start + 1, max(span.end - 1, span.start + 1)) if span else Span(0, 0)


def places(text: str) -> Places:
    """Find where every member of the JSON `text` stands."""
    return Places({one.path: one.value for one in members(text)})


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
