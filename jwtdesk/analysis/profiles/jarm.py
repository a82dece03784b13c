"""JARM: the answer to an authorisation request, signed by the server."""

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
    signed,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.time import MINUTE, is_countable, moment
from jwtdesk.jose.words import tr

RESPONSE, RULES = "JARM section 2.1", "JARM section 2.4"
NEEDED = (("iss", TEXT), ("aud", AUDIENCE), ("exp", NUMBER))
ANSWERS = ("code", "error", "access_token", "id_token")
LONGEST = 10 * MINUTE


def _recognise(subject: Subject) -> float:
    claims, kind = claims_in(subject), media_type(header_of(subject))
    if kind not in {"", "jwt"} or not all(name in claims for name, _ in NEEDED):
        return 0.0
    answered = any(isinstance(claims.get(name), str) for name in ANSWERS)
    return 0.8 if answered and "sub" not in claims else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    for name, kinds in NEEDED:
        yield needed(subject, name, kinds, RESPONSE)
    yield signed(subject, RULES)
    yield rule(
        any(name in claims for name in ANSWERS),
        tr("It carries the answer to the request."),
        tr("It must carry the answer: a code, tokens, or an error."),
        RESPONSE,
    )
    for name in ("code", "state", "error", "error_description"):
        yield from optional(subject, name, TEXT, RESPONSE)
    if "state" in claims:
        yield ask(tr("“state” must be the one that you sent."), RULES)
    expiry = moment(claims.get("exp"))
    if expiry is not None and is_countable(expiry):
        yield advice(
            expiry - subject.now <= LONGEST,
            tr("It expires within ten minutes."),
            tr("It should expire within ten minutes."),
            RESPONSE,
        )
    yield ask(tr("“iss” must be the server that you asked, “aud” your client's id."), RULES)


PROFILE = Profile("jarm", "Authorisation response (JARM)", 70, _recognise, _checks)
