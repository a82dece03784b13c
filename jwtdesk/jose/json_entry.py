"""What a JSON serialisation holds for one signature or recipient, before it changes its form."""

from collections.abc import Iterable

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext import Value, read
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def serialised(text: str) -> dict[str, Value] | Problem:
    """Return the members of the JSON serialisation `text`, or that its JSON must be mended."""
    document = read(text)
    if isinstance(document.value, dict):
        return document.value
    return Problem("json-broken", tr("The JSON of this token must be mended first."))


def entry_of(value: dict[str, Value], name: str, index: int) -> dict[str, Value] | Problem:
    """Return what carries signature (or recipient) `index`, counted from 0.

    `name` is the list of the general form; in the flattened form the whole carries the only one.
    """
    listed = value.get(name, [value])
    entries = listed if isinstance(listed, list) else []
    found = entries[index] if 0 <= index < len(entries) else None
    if isinstance(found, dict):
        return found
    message = tr("This token has no entry number {number}.", number=f"{index + 1:,}")
    return Problem("entry-missing", message)


def lost(names: Iterable[str]) -> Problem | None:
    """Return that the header members `names` would be lost, or None when there are none."""
    told = ", ".join(excerpt(one) for one in names)
    if not told:
        return None
    message = tr(
        "The compact form has room for the protected header only: {names} would be lost.",
        names=told,
    )
    return Problem("header-lost", message)


def unprotected(owner: dict[str, Value], name: str = "header") -> tuple[str, ...]:
    """Return the names in the unprotected header of `owner`; one that is no object counts too."""
    header = owner.get(name, {})
    return tuple(header) if isinstance(header, dict) else (name,)


def part(owner: dict[str, Value], name: str) -> str | Problem:
    """Return the text of member `name`, "" when absent, fit to stand between two dots."""
    text = owner.get(name, "")
    if isinstance(text, str) and not any(mark in text for mark in ".~"):
        return text
    message = tr(
        "The member “{name}” is not base64url text: it cannot stand in a compact token.", name=name
    )
    return Problem("member-not-text", message)


def joined(owner: dict[str, Value], names: Iterable[str]) -> str | Problem:
    """Return the members `names` with dots between, the order of a compact token."""
    parts: list[str] = []
    for name in names:
        text = part(owner, name)
        if isinstance(text, Problem):
            return text
        parts.append(text)
    return ".".join(parts)


def no_protected() -> Problem:
    """Return that the compact form needs a protected header."""
    message = tr("There is no protected header: the compact form cannot do without one.")
    return Problem("protected-missing", message)
