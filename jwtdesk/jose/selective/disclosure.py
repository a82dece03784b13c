"""One disclosure as it stands: a salt, a name and a value in base64url (RFC 9901 section 4.2)."""

import re
from dataclasses import dataclass, replace

from jwtdesk.jose import base64url
from jwtdesk.jose.base64_offences import Offence
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.segment import in_part, json_reading
from jwtdesk.jose.selective.hashes import digest_of
from jwtdesk.jose.words import plural, tr

MEMBER, ENTRY = 3, 2
RESERVED = frozenset({"_sd", "..."})
# What a text must contain to hold further digests; a backslash may hide any of it.
_MARKS = ("_sd", '"..."', "\\")
# How a JWT looks at the place of a disclosure.
_JWT = re.compile(r"e[\w-]+\.[\w-]+\.[\w-]*")
# So many names that occur twice in one value are told.
_TWICE = 3
_ODD_BITS = Offence.TRAILING_BITS.value


@dataclass(frozen=True, slots=True)
class Piece:
    """One disclosure that was read.

    `length` is the number of its elements (3 for a member, 2 for a list entry, 0 for neither).
    `problem` says why it cannot be used, `notes` what is odd but harmless. `levels` is how deep
    its value is nested (0: no object or list); `plain` says that it holds no further digests,
    else `size` counts its objects and lists.
    """

    encoded: str
    digest: str
    length: int = 0
    name: str | None = None
    value: Value = None
    problem: Problem | None = None
    notes: tuple[Problem, ...] = ()
    levels: int = 0
    plain: bool = True
    size: int = 0


def read_disclosure(encoded: str, hash_name: str) -> Piece:
    """Read one disclosure as far as it goes; its digest is taken over exactly this text."""
    digest = digest_of(encoded, hash_name)
    if not encoded:
        message = tr("It is empty: nothing stands between two tildes.")
        return Piece(encoded, digest, problem=Problem("disclosure-empty", message))
    if _JWT.fullmatch(encoded):
        message = tr(
            "It has the form of a JWT: a key binding JWT stands last, with no tilde (~) behind it."
        )
        return Piece(encoded, digest, problem=Problem("disclosure-is-jwt", message))
    decoded = base64url.decode(encoded)
    bad = next((one for one in decoded.problems if one.code != _ODD_BITS), None)
    document = json_reading(decoded.octets)
    piece = _piece(encoded, digest, document)
    if bad is None and decoded.problems:
        return replace(piece, notes=(*decoded.problems, *piece.notes))
    if bad:
        message = tr("It is not base64url without padding. {place}", place=bad.message)
        fault = Problem("disclosure-not-base64url", message, bad.span)
        return Piece(encoded, digest, piece.length, piece.name, piece.value, fault)
    return piece


def _piece(encoded: str, digest: str, document: Document | None) -> Piece:
    value = document.value if document else None
    fault = _unreadable(document)
    if document is None or fault or not isinstance(value, list):
        return Piece(encoded, digest, problem=fault)
    length, plain = len(value), is_plain(document.text)
    name = value[1] if length == MEMBER else None
    return Piece(
        encoded,
        digest,
        length=length,
        name=name if isinstance(name, str) else None,
        value=value[-1],
        problem=_misuse(value),
        notes=tuple(_note(one) for one in document.duplicates[:_TWICE]),
        levels=levels(value[-1]),
        plain=plain,
        size=0 if plain else size_of(document.text),
    )


def is_plain(text: str) -> bool:
    """Return whether a JSON text surely holds no digests."""
    return not any(mark in text for mark in _MARKS)


def size_of(text: str) -> int:
    """Return how many objects and lists a JSON text has at most."""
    return text.count("{") + text.count("[")


def _unreadable(document: Document | None) -> Problem | None:
    """Return why a text is not a JSON list of two or three elements."""
    if document is None:
        return Problem("disclosure-not-utf8", tr("It is not UTF-8 text."))
    if document.problem:
        message = tr("It is not JSON. {place}", place=document.problem.message)
        return Problem("disclosure-not-json", message)
    if not isinstance(document.value, list):
        message = tr("It is JSON, but not a list of a salt, a name and a value.")
        return Problem("disclosure-not-list", message)
    if len(document.value) in {MEMBER, ENTRY}:
        return None
    message = plural(
        len(document.value),
        "It is a list of {count} element: it must have three (salt, name, value), or two for an "
        "entry of a list (salt, value).",
        "It is a list of {count} elements: it must have three (salt, name, value), or two for an "
        "entry of a list (salt, value).",
    )
    return Problem("disclosure-wrong-length", message)


def _misuse(value: list[Value]) -> Problem | None:
    """Return what is wrong with the salt or the name of a disclosure (RFC 9901 section 4.2.1)."""
    if not isinstance(value[0], str):
        message = tr("Its salt, the first element, is not a text.")
        return Problem("disclosure-salt-not-text", message)
    if len(value) == ENTRY:
        return None
    name = value[1]
    if not isinstance(name, str):
        message = tr("The name of its claim, the second element, is not a text.")
        return Problem("disclosure-name-not-text", message)
    if name in RESERVED:
        message = tr("Its claim is named “{name}”, a name reserved for digests.", name=name)
        return Problem("disclosure-name-reserved", message)
    if name == "_sd_alg":
        message = tr("Its claim is named “_sd_alg”, which must stand openly in the payload.")
        return Problem("disclosure-name-reserved", message)
    return None


def _note(problem: Problem) -> Problem:
    told = in_part(tr("In its value"), problem, Severity.WARNING)
    return Problem(told.code, told.message, None, Severity.WARNING)


def levels(value: Value) -> int:
    """Return how many levels of objects and lists `value` has once its digests are gone."""
    level, count = [value] if isinstance(value, dict | list) else [], 0
    while level:
        count += 1
        level = [inner for outer in level for inner in _inside(outer)]
    return count


def _inside(outer: dict[str, Value] | list[Value]) -> list[dict[str, Value] | list[Value]]:
    if isinstance(outer, dict):
        named = [one for name, one in outer.items() if name != "_sd"]
        return [one for one in named if isinstance(one, dict | list)]
    return [
        one
        for one in outer
        if isinstance(one, list) or (isinstance(one, dict) and "..." not in one)
    ]
