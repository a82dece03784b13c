"""Security event token: something happened, told from one system to another (RFC 8417)."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    AUDIENCE,
    NUMBER,
    OBJECT,
    TEXT,
    advice,
    claims_in,
    header_of,
    needed,
    optional,
    rule,
    should_be_typed,
    signed,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.profiles.logout_token import EVENT
from jwtdesk.jose.words import tr

DATA = "RFC 8417 section 2.2"


def _recognise(subject: Subject) -> float:
    if media_type(header_of(subject)) == "secevent+jwt":
        return 1.0
    events = claims_in(subject).get("events")
    return 0.8 if isinstance(events, dict) and events and EVENT not in events else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    yield should_be_typed(subject, "secevent+jwt", "RFC 8417 section 2.3")
    yield signed(subject, "RFC 8417 section 5.1")
    for name, kinds in (("iss", TEXT), ("iat", NUMBER), ("jti", TEXT), ("events", OBJECT)):
        yield needed(subject, name, kinds, DATA)
    found = claims.get("events")
    events = found if isinstance(found, dict) else {}
    yield rule(
        bool(events) and all(":" in name for name in events),
        tr("Every event is named by a URI."),
        tr("“events” must have at least one member, named by a URI."),
        DATA,
    )
    yield rule(
        all(isinstance(one, dict) for one in events.values()),
        tr("What is told of each event is an object."),
        tr("What is told of each event must be an object, if an empty one."),
        DATA,
    )
    yield advice(
        "aud" in claims,
        tr("“aud” says whom it is for."),
        tr("“aud” should say whom it is for."),
        DATA,
    )
    yield from optional(subject, "aud", AUDIENCE, DATA)
    yield advice(
        "exp" not in claims,
        tr("It does not expire: what happened stays so."),
        tr("“exp” is not recommended: what happened does not expire."),
        DATA,
    )
    yield from optional(subject, "toe", NUMBER, DATA)
    yield from optional(subject, "txn", TEXT, DATA)
    yield from optional(subject, "sub_id", OBJECT, "RFC 9493 section 4")


PROFILE = Profile("security-event", "Security event token", 90, _recognise, _checks)
