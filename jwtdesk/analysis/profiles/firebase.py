"""ID tokens of Firebase Authentication: what their own rules add."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import NUMBER, OBJECT, claims_in, header_of, needed, rule
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.time import is_countable, moment
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.words import tr

CHECKING = "Firebase Authentication, verifying ID tokens"
ISSUERS = ("https://securetoken.google.com/", "https://session.firebase.google.com/")


def _recognise(subject: Subject) -> float:
    return 0.9 if _project(claims_in(subject).get("iss")) is not None else 0.0


def _project(issuer: Value) -> str | None:
    """Return the project that the issuer's address ends in."""
    if not isinstance(issuer, str):
        return None
    return next((issuer.removeprefix(one) for one in ISSUERS if issuer.startswith(one)), None)


def _checks(subject: Subject) -> Iterator[Check]:
    claims, header = claims_in(subject), header_of(subject)
    yield rule(
        header.get("alg") == "RS256" and isinstance(header.get("kid"), str),
        tr("The algorithm is RS256, and “kid” names the key."),
        tr("The algorithm must be RS256, and “kid” must name the key."),
        CHECKING,
    )
    for name in ("exp", "iat", "auth_time"):
        yield needed(subject, name, NUMBER, CHECKING)
    signed_in = moment(claims.get("auth_time"))
    if signed_in is not None and is_countable(signed_in):
        yield rule(
            signed_in <= subject.now + subject.rules.leeway,
            tr("The user signed in in the past."),
            tr("The user signs in in the future."),
            CHECKING,
        )
    yield rule(
        claims.get("aud") == _project(claims.get("iss")),
        tr("“aud” is the project that the issuer names."),
        tr("“aud” must be the project that the issuer names."),
        CHECKING,
    )
    sub = claims.get("sub")
    yield rule(
        isinstance(sub, str) and bool(sub) and claims.get("user_id", sub) == sub,
        tr("“sub” names the user."),
        tr("“sub” must name the user, as “user_id” does."),
        CHECKING,
    )
    yield needed(subject, "firebase", OBJECT, CHECKING)


PROFILE = Profile("firebase", "Firebase ID token", 131, _recognise, _checks)
