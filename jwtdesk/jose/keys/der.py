"""DER: a key or certificate as bare octets, or as their base64 without BEGIN and END lines."""

from dataclasses import replace

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import note, too_large
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def _score(octets: bytes) -> float:
    from jwtdesk.jose.bare_base64 import bare_body
    from jwtdesk.jose.containers.shape import shape_of

    if shape_of(octets) is not None:
        return 0.95
    return 0.7 if bare_body(octets) is not None else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    from jwtdesk.jose.bare_base64 import bare_body
    from jwtdesk.jose.containers.opened import open_der
    from jwtdesk.jose.containers.shape import shape_of

    large = too_large(given.octets)
    if large is not None:
        return Unreadable(large)
    body = None if shape_of(given.octets) else bare_body(given.octets)
    read = open_der(given.octets if body is None else body, given.passphrase)
    if isinstance(read, Problem):
        return Unreadable(read)
    if isinstance(read.key, Problem):
        return Unreadable(read.key)
    notes = () if body is None else (bare_note(),)
    key = replace(read.key, form=f"DER, {read.shape.value}")
    return Keys((key,), key.form, problems=notes)


def bare_note() -> Problem:
    """Return that the BEGIN and END lines are missing."""
    return note(
        "der-bare-base64",
        tr("This is the base64 body of a key without its BEGIN and END lines; read anyway."),
    )


KEY_FORMAT = KeyFormat("der", "DER", 21, _score, _read)
