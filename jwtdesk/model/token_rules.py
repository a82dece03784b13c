"""What the token on the desk says of itself, as expectations for the next one of its kind."""

from dataclasses import replace

from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.rules import Rules
from jwtdesk.model.session import Session


def issuer_of(session: Session) -> str:
    """Return the `iss` of the shown token, "" when it names none (RFC 7519 section 4.1.1)."""
    named = (claims_of(session.known.token) or {}).get("iss")
    return named if isinstance(named, str) else ""


def audiences_of(session: Session) -> tuple[str, ...]:
    """Return every audience the shown token names (RFC 7519 section 4.1.3)."""
    named = (claims_of(session.known.token) or {}).get("aud")
    each = named if isinstance(named, list) else [named]
    return tuple(dict.fromkeys(one for one in each if isinstance(one, str)))


def rules_from_token(session: Session) -> Rules:
    """Return the present rules with issuer and audiences as the shown token has them.

    What the token does not name stays as it was.
    """
    issuer, audiences, rules = issuer_of(session), audiences_of(session), session.rules
    return replace(
        rules,
        issuers=(issuer,) if issuer else rules.issuers,
        audiences=audiences or rules.audiences,
    )


def lasting(rules: Rules) -> Rules:
    """Return what of `rules` may be kept on disk: nothing that is about one person or request."""
    return replace(rules, subject=None, nonce=None, kb_nonce=None)
