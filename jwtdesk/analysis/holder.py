"""What a verifier demands of an SD-JWT as such: a signing issuer, a present holder (RFC 9901 7)."""

from collections.abc import Iterator

from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import tr


def presented(token: Token, rules: Rules) -> Iterator[tuple[Problem, ...]]:
    """Yield one outcome for each demand: empty when it is met, else its fault.

    Whether a key binding is needed is for the `rules` to say, never for the token (section 7.3).
    """
    if token.kind is Kind.SD_JWT and token.alg == "none":
        message = tr("An SD-JWT must be signed by its issuer: the algorithm “none” is not allowed.")
        yield (Problem("issuer-alg-none", message),)
    if (rules.kb_aud is None and rules.kb_nonce is None) or not _is_selective(token):
        return
    if token.selective is not None and token.selective.key_binding:
        yield ()
        return
    message = tr("A key binding is expected, but the holder did not sign this presentation.")
    yield (Problem("kb-missing", message),)


def _is_selective(token: Token) -> bool:
    """Return whether this is an SD-JWT, or one whose tildes were taken away."""
    if token.kind is Kind.SD_JWT:
        return True
    return "_sd" in (claims_of(token) or {}) or media_type(token.jose_header).endswith("sd-jwt")
