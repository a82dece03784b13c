"""A token that several signed: what was signed with one key is not signed anew with the next."""

from dataclasses import replace

from jwtdesk.jose.token import Kind
from jwtdesk.model.known import Origin, PaneName
from jwtdesk.model.session import Session
from jwtdesk.model.source import FromClaims, FromToken


def kept(before: Session, after: Session) -> Session:
    """Return `after`, a change of the keys, with the signature that was made before it as it is.

    Each signature has a key of its own: to check the others one gives their keys, and that must
    not replace the one just made. It is signed anew when asked for.
    """
    same = after.key == before.key and after.signing_key == before.signing_key
    token = before.known.token
    several = token.kind is Kind.JWS_JSON and len(token.signatures) > 1
    signed = before.known.provenance.origin is Origin.SIGNED
    settled = PaneName.TOKEN not in before.known.waiting
    if same or not (several and signed and settled) or not isinstance(after.source, FromClaims):
        return after
    return replace(after, source=FromToken(before.shown.token), compact_chosen=False)
