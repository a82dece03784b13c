"""The one door into reading a token: any text in, a `Token` out, whatever it is."""

from dataclasses import replace

from jwtdesk.jose.compact import JWE_PARTS, JWS_PARTS, Parts, cut, cut_unencoded, read_compact
from jwtdesk.jose.found import Found
from jwtdesk.jose.headers import header_members, unencoded
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.jwe import read_jwe
from jwtdesk.jose.jws_json import read_json
from jwtdesk.jose.not_a_token import LIMIT, too_large, what_it_is
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.sd_jwt import read_sd_jwt
from jwtdesk.jose.token import Kind, Segment, Token
from jwtdesk.jose.white_space import stripped, without


def read_token(text: str, detached: bytes | None = None) -> Token:
    """Read `text` as a token of any kind, as far as it can be read; never raises.

    `detached` is the payload when it travels apart from the token (RFC 7515 Appendix F). White
    space is removed and said in `cleaned`; a prefix like `Bearer ` is the matter of `find_tokens`.
    """
    if len(text) > LIMIT:
        return Token(Kind.UNREADABLE, text, detached, problems=(too_large(),))
    bare = stripped(text)
    if bare.startswith("{"):
        return read_json(bare, detached)
    clean, notes = without(text)
    token = _read_clean(clean, bare, detached)
    return replace(token, cleaned=notes if token.text == clean else _around(text, bare))


def read_found(found: Found, detached: bytes | None = None) -> Token:
    """Read a token that was found in a text; what was cleaned away around it is said too."""
    token = read_token(found.text, detached)
    return replace(token, cleaned=(*found.notes, *token.cleaned))


def _around(text: str, bare: str) -> tuple[Problem, ...]:
    """Return what was removed around a token whose inside was kept, white space and all."""
    return without(text.replace(bare, "", 1))[1]


def _read_clean(clean: str, bare: str, detached: bytes | None) -> Token:
    known = what_it_is(clean)
    if known.code != "not-a-token":
        return Token(Kind.UNREADABLE, clean, detached, problems=(known,))
    issued, tilde, _ = clean.partition("~")
    parts = cut(issued)
    members = header_members(parts.header.document)
    if isinstance(members, dict) and _stands_as_it_is(members, parts):
        text = parts.header.encoded + bare[bare.index(".") :] if "." in bare else clean
        return read_compact(text, cut_unencoded(text), detached) if "." in text else _one(clean)
    is_signed = _is_header(parts.header) or (parts.count == JWS_PARTS and _decodable(parts))
    if tilde and is_signed:
        return read_sd_jwt(clean)
    if not tilde and parts.count == JWE_PARTS and _is_header(parts.header):
        return read_jwe(clean, parts)
    if is_signed:
        return read_compact(clean, parts, detached)
    return Token(Kind.UNREADABLE, clean, detached, problems=(known,))


def _stands_as_it_is(members: dict[str, Value], parts: Parts) -> bool:
    """Return whether the payload is not encoded (RFC 7797), which means nothing in a JWE."""
    if "b64" not in members or (parts.count == JWE_PARTS and "enc" in members):
        return False
    return unencoded(members, members) is True


def _one(clean: str) -> Token:
    return read_compact(clean, cut(clean))


def _is_header(segment: Segment) -> bool:
    """Return whether the first part reads, or begins to read, like a JSON object."""
    return segment.octets.lstrip(b" \t\r\n").startswith(b"{")


def _decodable(parts: Parts) -> bool:
    """Return whether three parts are base64url throughout, so that they may well be a token."""
    segments = (parts.header, parts.payload, parts.signature)
    problems: list[Problem] = [one for segment in segments if segment for one in segment.problems]
    fatal = any(one.severity is Severity.ERROR for one in problems)
    return bool(parts.header.octets) and not fatal
