"""The `typ` of a token as a name that can be compared (RFC 7515 section 4.1.9)."""

from collections.abc import Mapping

from jwtdesk.jose.jsontext import Value

# Proofs that a key is at hand: each carries its key in its header and lives for one request.
PROOFS = frozenset(
    """
    dpop+jwt openid4vci-proof+jwt oauth-client-attestation-pop+jwt key-attestation+jwt dbsc+jwt
    keyattestation+jwt wimse-proof+jwt
    """.split()
)
# Statements, requests and bindings, which by their own specifications need not expire.
STATEMENTS = frozenset(
    """
    secevent+jwt logout+jwt kb+jwt statuslist+jwt token-introspection+jwt oauth-authz-req+jwt
    passport jose
    """.split()
)
CREDENTIALS = frozenset(
    "vc+sd-jwt dc+sd-jwt vc+jwt vp+jwt vc+ld+jwt vp+ld+jwt vc-ld+jwt entity-statement+jwt".split()
)


def media_type(header: Mapping[str, Value]) -> str:
    """Return `typ` in lower case without its "application/", "" when there is none."""
    kind = header.get("typ")
    return kind.lower().removeprefix("application/") if isinstance(kind, str) else ""
