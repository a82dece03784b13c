"""ID token: who signed in, told to the client that asked (OpenID Connect Core)."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    AUDIENCE,
    LIST,
    NUMBER,
    TEXT,
    advice,
    ask,
    claims_in,
    header_of,
    https,
    needed,
    optional,
    rule,
    signed,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.quoted import said
from jwtdesk.jose.words import tr

CORE = "OpenID Connect Core section 2"
VALIDATION = "OpenID Connect Core section 3.1.3.7"
NEEDED = (("iss", TEXT), ("sub", TEXT), ("aud", AUDIENCE), ("exp", NUMBER), ("iat", NUMBER))
# Each of these is defined for ID tokens; the first row for them alone.
TELLING = ("nonce", "at_hash", "c_hash", "s_hash")
HINTS = ("auth_time", "acr", "amr", "azp", "email", "name", "preferred_username", "sid")
LONGEST_SUBJECT = 255


def _recognise(subject: Subject) -> float:
    claims, kind = claims_in(subject), media_type(header_of(subject))
    if kind not in {"", "jwt"} or not all(name in claims for name, _ in NEEDED):
        return 0.0
    if claims.get("token_use") == "id" or claims.get("typ") == "ID":
        return 0.9
    if {"scope", "scp", "client_id", "events", "htm"} & set(claims):
        return 0.1
    if any(name in claims for name in TELLING):
        return 0.9
    return min(0.1 + 0.25 * sum(name in claims for name in HINTS), 0.7)


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    for name, kinds in NEEDED:
        yield needed(subject, name, kinds, CORE)
    yield rule(
        https(claims.get("iss")) is not None,
        tr("The issuer is an https address without query and fragment."),
        tr("The issuer must be an https address without query and fragment."),
        CORE,
    )
    sub = claims.get("sub")
    if isinstance(sub, str):
        yield rule(
            sub.isascii() and 0 < len(sub) <= LONGEST_SUBJECT,
            tr("“sub” has at most 255 ASCII characters."),
            tr("“sub” must have between 1 and 255 ASCII characters."),
            CORE,
        )
    yield signed(subject, VALIDATION)
    yield from _party(subject)
    yield from _nonce(subject)
    for name, kinds in (("auth_time", NUMBER), ("acr", TEXT), ("amr", LIST)):
        yield from optional(subject, name, kinds, CORE)
    for name in ("at_hash", "c_hash"):
        if name in claims:
            text = tr("Compare “{name}” with the hash of what came along.", name=name)
            yield ask(text, "OpenID Connect Core section 3.3.2.11")


def _party(subject: Subject) -> Iterator[Check]:
    """Of several audiences one is the client, and says so (rules 4 and 5)."""
    claims = claims_in(subject)
    audience = claims.get("aud")
    if isinstance(audience, list) and len(audience) > 1:
        yield advice(
            "azp" in claims,
            tr("Of several audiences, “azp” says which one is the client."),
            tr("With several audiences, “azp” should say which one is the client."),
            VALIDATION,
        )
    if "azp" in claims:
        party = said(claims["azp"])
        yield ask(tr("“azp” is {party}: it must be your client's id.", party=party), VALIDATION)


def _nonce(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    if subject.rules.nonce is not None:
        yield rule(
            claims.get("nonce") == subject.rules.nonce,
            tr("“nonce” is the one that was sent."),
            tr("“nonce” is not the one that was sent."),
            VALIDATION,
        )
    elif "nonce" in claims:
        yield ask(tr("“nonce” must be the one that you sent with the request."), VALIDATION)
    else:
        yield ask(tr("“nonce” is missing: right only if you sent none."), VALIDATION)


PROFILE = Profile("id-token", "OpenID Connect ID token", 10, _recognise, _checks)
