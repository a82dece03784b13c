"""The token on the desk as claims that can be changed, each part as it was received."""

from jwtdesk.jose import base64url
from jwtdesk.jose.token import Kind, Token
from jwtdesk.model.carriage import Carriage, carriage
from jwtdesk.model.forms import Form
from jwtdesk.model.session import Session
from jwtdesk.model.source import FromClaims, Part
from jwtdesk.model.token_kinds import ENCRYPTED

FRESH_HEADER = '{\n  "alg": "HS256",\n  "typ": "JWT"\n}'
FRESH_PAYLOAD = "{}"


def claims_of_desk(session: Session) -> FromClaims:
    """Return the present claims, each untouched part with the segment it was received with."""
    if isinstance(session.source, FromClaims):
        return session.source
    known, shown = session.known, session.shown
    header = Part(shown.header or FRESH_HEADER, known.header.encoded if known.header else None)
    has_payload = known.payload is not None
    text = shown.payload if has_payload else FRESH_PAYLOAD
    return claims_of_token(
        known.token,
        _header_part(known.token, header, session.entry),
        Part(text, _payload_segment(known.token), known.form),
        session.entry,
        fresh=not shown.token,
    )


def claims_of_token(
    token: Token, header: Part, payload: Part, entry: int = 0, *, fresh: bool = False
) -> FromClaims:
    """Return the claims of a token that was read, with what its panes hold."""
    in_json = is_json(token)
    return FromClaims(
        header,
        payload,
        _signature_of(token, entry),
        _tail(token),
        sign=fresh,
        like=token if in_json else None,
        entry=entry if entry < len(token.signatures) else 0,
        detached=_is_detached(token),
        carriage=_carriage(token),
    )


def is_json(token: Token) -> bool:
    """Return whether `token` is written in a JSON serialisation."""
    return token.kind is not Kind.UNREADABLE and token.text.startswith("{")


def _header_part(token: Token, header: Part, entry: int) -> Part:
    """Return the header, empty where a JSON serialisation protects none."""
    if not is_json(token) or header.encoded is not None:
        return header
    return Part("", "") if 0 <= entry < max(len(token.signatures), 1) else header


def _payload_segment(token: Token) -> str | None:
    """Return the payload as it stands in the token, or would, had it not travelled apart."""
    if token.kind in ENCRYPTED and token.payload_octets is not None:
        return base64url.encode(token.payload_octets)
    if _is_detached(token) and token.detached is not None:
        return base64url.encode(token.detached)
    return token.payload.encoded if token.payload else None


def _is_detached(token: Token) -> bool:
    own = token.payload.encoded if token.payload else ""
    return not own and bool(token.payload_octets) and token.kind not in ENCRYPTED


def _carriage(token: Token) -> Carriage:
    """Return how the payload stands in `token`, or in what is made of it in its place."""
    how = Carriage.ENCODED if token.kind in ENCRYPTED else carriage(token.jose_header)
    return Carriage.ENCODED if how is Carriage.RAW and _is_detached(token) else how


def _signature_of(token: Token, entry: int) -> str:
    if 0 < entry < len(token.signatures):
        return base64url.encode(token.signatures[entry].octets)
    return token.signature.encoded if token.signature else ""


def _tail(token: Token) -> str:
    """Return what follows the signature: the disclosures of an SD-JWT, as they stand."""
    if token.kind is not Kind.SD_JWT or token.signature is None or is_json(token):
        return ""
    return token.text[token.signature.span.end :]


def exact_payload(token: Token) -> Part:
    """Return the payload of `token` as its exact text, without a layout for reading."""
    octets = token.payload_octets or b""
    try:
        text = octets.decode("utf-8")
    except UnicodeDecodeError:
        return Part(octets.hex(" "), _payload_segment(token), Form.HEX)
    return Part(text, _payload_segment(token), Form.TEXT)
