"""Flattened to general and back: the same members, moved into a list or out of it."""

from collections.abc import Mapping

from jwtdesk.jose.json_object import inside, lexeme_of, outer, rewritten
from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

OWN = {
    "signatures": frozenset({"protected", "header", "signature"}),
    "recipients": frozenset({"header", "encrypted_key"}),
}
"""For each list of a general form, the members that an entry has for itself (RFC 7515 7.2.1)."""


def general(text: str, name: str) -> str:
    """Return the flattened object `text` with its own members in the list `name` of one entry.

    A text that has the list already comes back as it is.
    """
    if lexeme_of(text, name) is not None:
        return text
    own = [text[one.key.start : one.value.end] for one in outer(text) if one.name in OWN[name]]
    return rewritten(text, OWN[name], f"{quote(name)}:[{{{','.join(own)}}}]")


def flattened(text: str, name: str) -> str | Problem:
    """Return the general object `text` with the only entry of the list `name` taken out of it.

    Several entries are refused, for the flattened form has room for one (RFC 7515 section 7.2.2).
    """
    listed = lexeme_of(text, name)
    if listed is None:
        return text
    entries = outer(listed)
    if len(entries) != 1 or listed[entries[0].value.start] != "{":
        message = tr(
            "The flattened form holds exactly one entry; this token has {count}.",
            count=f"{len(entries):,}",
        )
        return Problem("several-entries", message)
    entry = listed[entries[0].value.start : entries[0].value.end]
    beside = {one.name for one in outer(text)} - {name}
    if any(one.name in beside for one in outer(entry)):
        message = tr("The members of the entry stand beside the list as well: remove them first.")
        return Problem("two-forms", message)
    return rewritten(text, {name}, inside(entry))


def written(members: Mapping[str, str]) -> str:
    """Return an object of `members`, each a name and its value as JSON text, without spaces."""
    return "{" + ",".join(f"{quote(name)}:{value}" for name, value in members.items()) + "}"
