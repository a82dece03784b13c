"""JAR: an authorisation request, signed by the client (RFC 9101)."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    AUDIENCE,
    NUMBER,
    TEXT,
    advice,
    claims_in,
    forbidden,
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
from jwtdesk.jose.words import tr

OBJECT, CONFUSION = "RFC 9101 section 4", "RFC 9101 section 10.8"
TYPE = "oauth-authz-req+jwt"


def _recognise(subject: Subject) -> float:
    if media_type(header_of(subject)) == TYPE:
        return 1.0
    claims = claims_in(subject)
    return 0.9 if {"client_id", "response_type"} <= claims.keys() else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    yield should_be_typed(subject, TYPE, CONFUSION)
    yield signed(subject, OBJECT)
    yield needed(subject, "client_id", TEXT, OBJECT)
    yield needed(subject, "response_type", TEXT, OBJECT)
    for name in ("request", "request_uri"):
        yield forbidden(subject, name, OBJECT)
    for name, kinds in (("iss", TEXT), ("aud", AUDIENCE)):
        yield advice(
            name in claims,
            tr("“{name}” is there.", name=name),
            tr("“{name}” should be there in a signed request.", name=name),
            OBJECT,
        )
        yield from optional(subject, name, kinds, OBJECT)
    if "iss" in claims:
        yield rule(
            claims["iss"] == claims.get("client_id"),
            tr("“iss” is the client's id."),
            tr("“iss” must be the client's id."),
            OBJECT,
        )
    yield advice(
        "sub" not in claims or claims["sub"] != claims.get("client_id"),
        tr("It cannot be taken for a client assertion."),
        tr("“sub” is the client's id: it could be replayed as a client assertion."),
        CONFUSION,
    )
    yield advice(
        "exp" in claims,
        tr("It expires."),
        tr("“exp” should limit its life; financial profiles demand at most an hour."),
        "FAPI 1.0 Advanced section 5.2.2",
    )
    yield from optional(subject, "exp", NUMBER, OBJECT)


PROFILE = Profile("request-object", "Authorisation request (JAR)", 60, _recognise, _checks)
