"""A payload taken out of its token, to travel apart, and put back (RFC 7515 Appendix F)."""

from jwtdesk.jose.json_entry import serialised
from jwtdesk.jose.json_object import rewritten
from jwtdesk.jose.jsontext import replace_value
from jwtdesk.jose.payload_text import payload_text
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import tr


def detach(token: Token) -> str | Problem:
    """Return the text of the signed `token` without its payload; the signature stays right.

    What the payload was, `token.payload.octets` holds.
    """
    fault = _not_signed(token)
    if fault is not None or token.payload is None or not token.payload.encoded:
        message = tr("The payload is detached already: there is none in the token.")
        return fault or Problem("payload-absent", message)
    if token.text.startswith("{"):
        return rewritten(token.text, {"payload"})
    place = token.payload.span
    return token.text[: place.start] + token.text[place.end :]


def attach(token: Token, octets: bytes) -> str | Problem:
    """Return the text of the signed `token` with the payload `octets` put into its empty place.

    They are encoded, unless the header says `b64: false`. Refused where the token has a payload of
    its own, and where `octets` cannot stand in it as they are (RFC 7797 section 5.2).
    """
    fault = _not_signed(token)
    if fault is not None:
        return fault
    if token.payload is not None and token.payload.encoded:
        message = tr("The token has a payload of its own: take that out first.")
        return Problem("payload-present", message)
    text = payload_text(token, octets)
    if isinstance(text, Problem):
        return text
    if token.text.startswith("{"):
        return replace_value(token.text, "payload", f'"{text}"')
    at = token.text.index(".") + 1
    return token.text[:at] + text + token.text[at:]


def _not_signed(token: Token) -> Problem | None:
    """Return why the payload of `token` cannot travel apart, or None when it can."""
    if token.kind is Kind.JWS_JSON:
        value = serialised(token.text)
        return value if isinstance(value, Problem) else None
    if token.kind is Kind.JWS and token.signature is not None:
        return None
    if token.kind is Kind.SD_JWT:
        message = tr("The payload of an SD-JWT cannot travel apart: its disclosures refer to it.")
    else:
        message = tr("Only the payload of a whole signed token can travel apart.")
    return Problem("not-detachable", message)
