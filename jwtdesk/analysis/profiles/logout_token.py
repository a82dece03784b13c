"""Logout token: a session has ended (OpenID Connect Back-Channel Logout)."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    AUDIENCE,
    NUMBER,
    OBJECT,
    TEXT,
    claims_in,
    forbidden,
    header_of,
    needed,
    rule,
    should_be_typed,
    signed,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.jose.words import tr

DATA = "OpenID Connect Back-Channel Logout section 2.4"
EVENT = "http://schemas.openid.net/event/backchannel-logout"
NEEDED = (("iss", TEXT), ("aud", AUDIENCE), ("iat", NUMBER), ("exp", NUMBER), ("jti", TEXT))


def _recognise(subject: Subject) -> float:
    if media_type(header_of(subject)) == "logout+jwt":
        return 1.0
    events = claims_in(subject).get("events")
    return 0.95 if isinstance(events, dict) and EVENT in events else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    yield should_be_typed(subject, "logout+jwt", DATA)
    yield signed(subject, "OpenID Connect Back-Channel Logout section 2.6")
    for name, kinds in NEEDED:
        yield needed(subject, name, kinds, DATA)
    yield needed(subject, "events", OBJECT, DATA)
    events = claims.get("events")
    yield rule(
        isinstance(events, dict) and isinstance(events.get(EVENT), dict),
        tr("“events” has the logout event, an object."),
        tr("“events” must have the member “{event}”, an object.", event=EVENT),
        DATA,
    )
    yield rule(
        "sub" in claims or "sid" in claims,
        tr("It says whose session has ended."),
        tr("“sub” or “sid” must say whose session has ended."),
        DATA,
    )
    yield forbidden(subject, "nonce", DATA)


PROFILE = Profile("logout-token", "OpenID Connect logout token", 30, _recognise, _checks)
