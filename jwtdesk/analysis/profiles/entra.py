"""Tokens of Microsoft Entra ID, formerly Azure AD: what their own rules add."""

import re
from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    NUMBER,
    TEXT,
    advice,
    ask,
    claims_in,
    header_of,
    host,
    needed,
    rule,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.lints.entra_nonce import GRAPH, ISSUERS
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.quoted import said
from jwtdesk.jose.words import tr

CLAIMS = "Microsoft identity platform, token claims"
CHECKING = "Microsoft identity platform, validating tokens"
GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def _recognise(subject: Subject) -> float:
    issuer = host(claims_in(subject).get("iss"))
    return 0.85 if issuer in ISSUERS or issuer.endswith(".b2clogin.com") else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    yield rule(
        header_of(subject).get("alg") == "RS256",
        tr("The algorithm is RS256."),
        tr("Entra signs with RS256; this token does not."),
        CHECKING,
    )
    yield needed(subject, "ver", TEXT, CLAIMS)
    yield from _version(subject)
    yield from _tenant(subject)
    for name, kinds in (("aud", TEXT), ("exp", NUMBER), ("nbf", NUMBER), ("iat", NUMBER)):
        yield needed(subject, name, kinds, CLAIMS)
    yield advice(
        "oid" in claims or "sub" in claims,
        tr("“oid” (or “sub”) names the user or the application for good."),
        tr("Neither “oid” nor “sub” is there: nothing names the user for good."),
        CLAIMS,
    )
    if claims.get("aud") in GRAPH or "nonce" in header_of(subject):
        text = tr("It is for Microsoft's own service, which alone can check it.")
        yield ask(text, CHECKING)
    for name in ("preferred_username", "upn", "unique_name", "email"):
        if name in claims:
            text = tr("“{name}” may change or be reused: never decide by it.", name=name)
            yield ask(text, CLAIMS)
            return


def _version(subject: Subject) -> Iterator[Check]:
    """Version and issuer belong together, since keys and rules differ."""
    claims = claims_in(subject)
    version, issuer = claims.get("ver"), host(claims.get("iss"))
    if version in ("1.0", "2.0"):
        expected = "sts.windows.net" if version == "1.0" else "login.microsoftonline."
        yield rule(
            issuer.startswith(expected) or issuer.endswith(".b2clogin.com"),
            tr("The issuer belongs to version {version}.", version=said(version)),
            tr("The issuer does not belong to version {version}.", version=said(version)),
            CHECKING,
        )


def _tenant(subject: Subject) -> Iterator[Check]:
    """The issuer has the tenant in its path; `tid` repeats it."""
    claims = claims_in(subject)
    issuer, tenant = claims.get("iss"), claims.get("tid")
    found = GUID.search(issuer) if isinstance(issuer, str) else None
    if found and isinstance(tenant, str):
        yield rule(
            found[0].lower() == tenant.lower(),
            tr("“tid” is the tenant of the issuer."),
            tr("“tid” is not the tenant that the issuer names."),
            CHECKING,
        )
    yield ask(tr("The tenant must be one that you accept: {tid}.", tid=said(tenant)), CHECKING)


PROFILE = Profile("entra", "Microsoft Entra ID", 110, _recognise, _checks)
