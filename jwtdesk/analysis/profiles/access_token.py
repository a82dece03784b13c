"""Access token as a JWT: what a client may do at a service (RFC 9068)."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    AUDIENCE,
    LIST,
    NUMBER,
    TEXT,
    ask,
    claims_in,
    header_of,
    needed,
    optional,
    signed,
    typed,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.jose.words import tr

DATA = "RFC 9068 section 2.2"
NEEDED = (
    ("iss", TEXT),
    ("exp", NUMBER),
    ("aud", AUDIENCE),
    ("sub", TEXT),
    ("client_id", TEXT),
    ("iat", NUMBER),
    ("jti", TEXT),
)
ROLES = "RFC 9068 section 2.2.3.1"


def _recognise(subject: Subject) -> float:
    if media_type(header_of(subject)) == "at+jwt":
        return 1.0
    claims = claims_in(subject)
    missing = sum(name not in claims for name, _ in NEEDED)
    return 0.6 if not missing and "scope" in claims else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    yield typed(subject, ("at+jwt",), "RFC 9068 section 2.1")
    yield signed(subject, "RFC 9068 section 2.1")
    for name, kinds in NEEDED:
        yield needed(subject, name, kinds, DATA)
    yield from optional(subject, "scope", TEXT, "RFC 9068 section 2.2.3")
    for name in ("groups", "roles", "entitlements"):
        yield from optional(subject, name, LIST, ROLES)
    for name, kinds in (("auth_time", NUMBER), ("acr", TEXT), ("amr", LIST)):
        yield from optional(subject, name, kinds, "RFC 9068 section 2.2.1")
    yield ask(tr("“aud” must name your service: refuse the token otherwise."), "RFC 9068 section 4")


PROFILE = Profile("access-token", "OAuth access token (RFC 9068)", 20, _recognise, _checks)
