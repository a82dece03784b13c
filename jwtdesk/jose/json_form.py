"""A token written in another form: the parts keep their bytes, no key is needed (RFC 7515 7)."""

from jwtdesk.jose.json_entry import serialised
from jwtdesk.jose.json_flattening import flattened, general
from jwtdesk.jose.jwe_form import compact_jwe, json_jwe
from jwtdesk.jose.jws_form import compact_jws, json_jws
from jwtdesk.jose.not_a_token import what_it_is
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.sd_jwt_form import compact_sd_jwt, json_sd_jwt
from jwtdesk.jose.token import Kind, Token

LISTS = {Kind.JWE: "recipients", Kind.JWE_JSON: "recipients"}


def to_compact(token: Token, index: int = 0) -> str | Problem:
    """Return entry `index` (from 0) of `token` in its compact form, or what stands in the way.

    The entry is a signature or a recipient. Refused where something would be lost: unprotected
    header members, an `aad`. A compact token comes back as it is.
    """
    if token.kind is Kind.UNREADABLE:
        return _unreadable(token)
    if not token.text.startswith("{"):
        return token.text
    if token.kind is Kind.JWE_JSON:
        return compact_jwe(token.text, index)
    if token.kind is Kind.SD_JWT:
        return compact_sd_jwt(token.text, index)
    return compact_jws(token.text, index)


def to_flattened(token: Token) -> str | Problem:
    """Return `token` in flattened JSON, or why not: several signatures or recipients (7.2.2).

    What is JSON already keeps its layout; a compact token is written without spaces.
    """
    text = _json(token)
    return text if isinstance(text, Problem) else flattened(text, LISTS.get(token.kind, SIGNATURES))


def to_general(token: Token) -> str | Problem:
    """Return `token` in general JSON, with a list of one entry unless it has more (7.2.1)."""
    text = _json(token)
    return text if isinstance(text, Problem) else general(text, LISTS.get(token.kind, SIGNATURES))


SIGNATURES = "signatures"


def _json(token: Token) -> str | Problem:
    """Return `token` in JSON as it stands, a compact one in flattened form."""
    if token.kind is Kind.UNREADABLE:
        return _unreadable(token)
    if token.text.startswith("{"):
        value = serialised(token.text)
        return value if isinstance(value, Problem) else token.text
    if token.kind is Kind.JWE:
        return json_jwe(token.text)
    return json_sd_jwt(token) if token.kind is Kind.SD_JWT else json_jws(token)


def _unreadable(token: Token) -> Problem:
    return next(iter(token.problems), what_it_is(token.text))
