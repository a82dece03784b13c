"""Client assertion: a client proves who it is with its own key (RFC 7523)."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    AUDIENCE,
    NUMBER,
    TEXT,
    advice,
    ask,
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
from jwtdesk.analysis.time import HOUR, is_countable, moment
from jwtdesk.jose.words import tr

FORMAT = "RFC 7523 section 3"
NEEDED = (("iss", TEXT), ("sub", TEXT), ("aud", AUDIENCE), ("exp", NUMBER))
TYPE = "client-authentication+jwt"


def _recognise(subject: Subject) -> float:
    claims, kind = claims_in(subject), media_type(header_of(subject))
    if kind == TYPE:
        return 1.0
    if kind not in {"", "jwt"} or not all(name in claims for name, _ in NEEDED):
        return 0.0
    itself = isinstance(claims["iss"], str) and claims["iss"] == claims["sub"]
    return 0.7 if itself else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    for name, kinds in NEEDED:
        yield needed(subject, name, kinds, FORMAT)
    yield rule(
        claims.get("iss") == claims.get("sub"),
        tr("“iss” and “sub” are the same: the client speaks for itself."),
        tr("“iss” and “sub” must both be the client's id."),
        FORMAT,
    )
    yield signed(subject, FORMAT)
    yield ask(tr("“aud” must be the authorisation server, by its issuer name."), FORMAT)
    yield advice(
        "jti" in claims,
        tr("“jti” makes it usable once."),
        tr("“jti” should make it usable once; OpenID Connect demands it."),
        "OpenID Connect Core section 9",
    )
    yield from optional(subject, "iat", NUMBER, FORMAT)
    yield from _life(subject)
    yield should_be_typed(subject, TYPE, "draft-ietf-oauth-rfc7523bis section 4")


def _life(subject: Subject) -> Iterator[Check]:
    expiry = moment(claims_in(subject).get("exp"))
    if expiry is not None and is_countable(expiry):
        yield advice(
            expiry - subject.now <= HOUR,
            tr("It expires within the hour."),
            tr("It should expire soon: servers may refuse an expiry far away."),
            FORMAT,
        )


PROFILE = Profile("client-assertion", "Client assertion (RFC 7523)", 50, _recognise, _checks)
