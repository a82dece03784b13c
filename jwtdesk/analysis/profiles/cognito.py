"""Tokens of an Amazon Cognito user pool: what their own rules add."""

import re
from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    NUMBER,
    TEXT,
    ask,
    claims_in,
    header_of,
    needed,
    rule,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.jose.words import tr

CHECKING = "Amazon Cognito, verifying JSON web tokens"
ISSUER = re.compile(r"https://cognito-idp\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?/\1_[A-Za-z0-9]+")


def _recognise(subject: Subject) -> float:
    issuer = claims_in(subject).get("iss")
    if "signer" in header_of(subject):
        return 0.0  # a load balancer speaks for the pool, by rules of its own
    return 0.85 if isinstance(issuer, str) and issuer.startswith("https://cognito-idp.") else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    issuer, use = claims.get("iss"), claims.get("token_use")
    yield rule(
        isinstance(issuer, str) and ISSUER.fullmatch(issuer) is not None,
        tr("The issuer is the address of a user pool in its region."),
        tr("The issuer must be the address of a user pool in its own region."),
        CHECKING,
    )
    yield rule(
        header_of(subject).get("alg") == "RS256",
        tr("The algorithm is RS256."),
        tr("User pools sign with RS256; this token does not."),
        CHECKING,
    )
    yield rule(
        use in ("id", "access"),
        tr("“token_use” says which kind of token it is."),
        tr("“token_use” must be “id” or “access”."),
        CHECKING,
    )
    # An access token has no audience: its client is named in a claim of its own.
    yield needed(subject, "client_id" if use == "access" else "aud", TEXT, CHECKING)
    yield ask(tr("That must be the id of your app client."), CHECKING)
    for name in ("exp", "iat"):
        yield needed(subject, name, NUMBER, CHECKING)
    yield ask(tr("The pool in the issuer must be your own."), CHECKING)


PROFILE = Profile("cognito", "Amazon Cognito", 120, _recognise, _checks)
