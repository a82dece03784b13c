"""Signatures put into a JWS in JSON serialisation, taken out, and their parts replaced (7.2.1)."""

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.json_entry import entry_of, serialised
from jwtdesk.jose.json_flattening import general, written
from jwtdesk.jose.json_form import SIGNATURES, to_general
from jwtdesk.jose.json_object import appended, lexeme_of, outer, removed
from jwtdesk.jose.jsontext import quote, replace_value
from jwtdesk.jose.jws_json import is_serialisation
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.words import tr


def with_signature(text: str, protected: str, signature: str, header: str | None = None) -> str:
    """Return the JWS `text` with one more signature, everything before it as it stands.

    `protected` and `signature` are base64url text; `header` is the unprotected header as JSON. A
    compact or flattened token becomes general first. What is no JWS comes back unchanged.
    """
    value = serialised(text)
    if isinstance(value, dict) and not is_serialisation(value):
        return text
    whole = general(text, SIGNATURES) if isinstance(value, dict) else to_general(read_token(text))
    if isinstance(whole, Problem):
        return text
    listed = lexeme_of(whole, SIGNATURES)
    if listed is None or not listed.startswith("["):
        return text
    members = {"protected": quote(protected)} if protected else {}
    if header is not None:
        members["header"] = header
    members["signature"] = quote(signature)
    return replace_value(whole, SIGNATURES, appended(listed, written(members)))


def without_signature(text: str, index: int) -> str | Problem:
    """Return the JWS `text` without signature `index` (from 0); general stays general.

    The last one stays: a JWS has at least one signature (RFC 7515 section 7.2.1).
    """
    value = serialised(text)
    if isinstance(value, Problem):
        return value
    found = entry_of(value, SIGNATURES, index)
    if isinstance(found, Problem):
        return found
    listed = lexeme_of(text, SIGNATURES)
    if listed is None or len(outer(listed)) == 1:
        message = tr("The only signature cannot be removed: a signed token has at least one.")
        return Problem("signature-last", message)
    return replace_value(text, SIGNATURES, removed(listed, index))


# While claims are edited, every walk makes the same text again from the same parts.
@remembered(4)
def with_parts(
    text: str,
    index: int,
    *,
    protected: str | None = None,
    payload: str | None = None,
    signature: str | None = None,
) -> str:
    """Return the JWS `text` with the given parts of entry `index` (from 0) replaced, nothing else.

    The parts are the texts to stand there, without quotes; None leaves one as it is. A text whose
    JSON is broken, or that has no such entry, comes back unchanged.
    """
    value = serialised(text)
    if isinstance(value, Problem) or isinstance(entry_of(value, SIGNATURES, index), Problem):
        return text
    whole = text if payload is None else replace_value(text, "payload", quote(payload))
    listed = lexeme_of(whole, SIGNATURES)
    if listed is None:
        return _replaced(whole, protected, signature)
    place = outer(listed)[index].value
    entry = _replaced(listed[place.start : place.end], protected, signature)
    return replace_value(whole, SIGNATURES, listed[: place.start] + entry + listed[place.end :])


def _replaced(entry: str, protected: str | None, signature: str | None) -> str:
    for name, part in (("signature", signature), ("protected", protected)):
        entry = entry if part is None else replace_value(entry, name, quote(part))
    return entry
