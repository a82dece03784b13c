"""The three forms of a JWS: compact, flattened and general JSON (RFC 7515 section 7)."""

from jwtdesk.jose.headers import header_members, unencoded
from jwtdesk.jose.json_entry import (
    entry_of,
    joined,
    lost,
    no_protected,
    part,
    serialised,
    unprotected,
)
from jwtdesk.jose.json_flattening import written
from jwtdesk.jose.jsontext import Value, quote
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import read_segment
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr


def compact_jws(text: str, index: int) -> str | Problem:
    """Return signature `index` of the JWS in JSON form `text` as a compact token, byte for byte."""
    value = serialised(text)
    if isinstance(value, Problem):
        return value
    owner = entry_of(value, "signatures", index)
    if isinstance(owner, Problem):
        return owner
    return lost(unprotected(owner)) or compact_parts(value, owner)


def compact_parts(value: dict[str, Value], owner: dict[str, Value]) -> str | Problem:
    """Return header, payload and signature with dots between, whatever is lost beside them."""
    if not owner.get("protected"):
        return no_protected()
    head, payload, tail = part(owner, "protected"), _payload(value, owner), part(owner, "signature")
    for one in (head, payload, tail):
        if isinstance(one, Problem):
            return one
    return f"{head}.{payload}.{tail}"


def json_jws(token: Token, header: str | None = None) -> str | Problem:
    """Return the compact `token` in flattened JSON, its three parts as they stand.

    `header` is an unprotected header to stand beside them, as JSON text.
    """
    if token.header is None or token.payload is None or token.signature is None:
        return not_whole()
    parts = (token.header, token.payload, token.signature)
    issued = ".".join(one.encoded for one in parts)
    if not token.text.startswith(issued) or token.text[len(issued) :][:1] not in {"", "~"}:
        return not_whole()
    members = {
        "payload": quote(token.payload.encoded),
        "protected": quote(token.header.encoded),
        **({} if header is None else {"header": header}),
        "signature": quote(token.signature.encoded),
    }
    if not token.payload.encoded and token.detached is not None:
        del members["payload"]
    return written(members)


def not_whole() -> Problem:
    """Return that a token has too few or too many parts to be written in another form."""
    return Problem(
        "parts-missing", tr("The token is not whole: it cannot be written in another form.")
    )


def _payload(value: dict[str, Value], owner: dict[str, Value]) -> str | Problem:
    """Return the payload as it stands in a compact token: unencoded ones must not have a dot."""
    encoded = joined(owner, ["protected"])
    header = header_members(read_segment(str(encoded), 0).document)
    raw = isinstance(header, dict) and unencoded(header, header) is True
    text = value.get("payload", "")
    if not raw or not isinstance(text, str):
        return part(value, "payload")
    if "." not in text:
        return text
    message = tr(
        "The payload stands unencoded and has a dot in it: between the dots of a compact token it "
        "would be misread."
    )
    return Problem("unencoded-dot", message)
