"""ID tokens of Google: what its own rules add."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    FLAG,
    NUMBER,
    TEXT,
    advice,
    ask,
    claims_in,
    header_of,
    needed,
    rule,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.quoted import said
from jwtdesk.jose.words import tr

CHECKING = "Google Identity, verifying the ID token"
ISSUERS = ("https://accounts.google.com", "accounts.google.com")


def _recognise(subject: Subject) -> float:
    return 0.85 if claims_in(subject).get("iss") in ISSUERS else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    yield rule(
        header_of(subject).get("alg") == "RS256",
        tr("The algorithm is RS256."),
        tr("Google signs with RS256; this token does not."),
        CHECKING,
    )
    for name, kinds in (("aud", TEXT), ("exp", NUMBER), ("iat", NUMBER)):
        yield needed(subject, name, kinds, CHECKING)
    yield ask(tr("“aud” must be one of your client ids."), CHECKING)
    if "google" not in claims:
        yield needed(subject, "sub", TEXT, CHECKING)
    if "email" in claims:
        yield needed(subject, "email_verified", FLAG, CHECKING)
        yield advice(
            claims.get("email_verified") is True,
            tr("The e-mail address was verified."),
            tr("The e-mail address was not verified: never decide by it."),
            CHECKING,
        )
    if "hd" in claims:
        domain = said(claims["hd"])
        text = tr("“hd” is {domain}: it must be a domain that you accept.", domain=domain)
        yield ask(text, CHECKING)


PROFILE = Profile("google", "Google ID token", 130, _recognise, _checks)
