"""SD-JWT VC: a credential whose holder chooses what to disclose."""

from collections.abc import Iterator, Mapping

from jwtdesk.analysis.checklist import (
    NUMBER,
    OBJECT,
    TEXT,
    advice,
    ask,
    claims_in,
    header_of,
    https,
    needed,
    optional,
    rule,
    signed_with_a_key_pair,
    typed,
)
from jwtdesk.analysis.disclosures import disclosures, has_key_binding
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.quoted import quoted
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.jsontext.strings import path_step
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import tr

CLAIMS, HEADER = "SD-JWT VC section 2.2.2", "SD-JWT VC section 2.2.1"
# Always to be read by everyone.
OPEN = frozenset({"iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status"})


def _recognise(subject: Subject) -> float:
    kind = media_type(header_of(subject))
    if kind in {"dc+sd-jwt", "vc+sd-jwt"}:
        return 1.0
    return 0.8 if "vct" in claims_in(subject) and subject.token.kind is Kind.SD_JWT else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims, header = claims_in(subject), header_of(subject)
    yield from _form(subject, header)
    yield needed(subject, "vct", TEXT, CLAIMS)
    for name, kinds in (
        ("iss", TEXT),
        ("sub", TEXT),
        ("vct#integrity", TEXT),
        ("iat", NUMBER),
        ("nbf", NUMBER),
        ("exp", NUMBER),
        ("cnf", OBJECT),
        ("status", OBJECT),
    ):
        yield from optional(subject, name, kinds, CLAIMS)
    yield rule(
        https(claims.get("iss")) is not None or "x5c" in header or _is_did(claims.get("iss")),
        tr("The issuer's key can be found."),
        tr("The issuer's key must be findable: by an https “iss”, or by “x5c” in the header."),
        "SD-JWT VC section 2.5",
    )
    hidden = sorted(_hidden(subject))
    yield rule(
        not hidden,
        tr("What everyone must read is not hidden in disclosures."),
        tr("{name} must not be selectively disclosable.", name=quoted(hidden[0] if hidden else "")),
        CLAIMS,
    )
    yield from _standing(subject, claims)


def _form(subject: Subject, header: Mapping[str, Value]) -> Iterator[Check]:
    """Yield how it must be written and signed."""
    yield typed(subject, ("dc+sd-jwt", "vc+sd-jwt"), HEADER)
    if media_type(header) == "vc+sd-jwt":
        message = tr("“typ” is the older “vc+sd-jwt”: newer verifiers look for “dc+sd-jwt”.")
        yield Check(State.WARN, message, HEADER)
    yield rule(
        subject.token.kind is Kind.SD_JWT,
        tr("It is an SD-JWT, whatever it discloses."),
        tr("The tilde (~) behind it is missing: it must be an SD-JWT though it discloses nothing."),
        "RFC 9901 section 4",
    )
    yield signed_with_a_key_pair(subject, HEADER)


def _standing(subject: Subject, claims: Mapping[str, Value]) -> Iterator[Check]:
    """Yield whose it is, and whether it still holds."""
    yield advice(
        "cnf" in claims,
        tr("It is bound to a key of its holder."),
        tr("Without “cnf” whoever has a copy can show it."),
        CLAIMS,
    )
    if "cnf" in claims and not has_key_binding(subject.token):
        yield ask(tr("Its holder has not signed this copy: ask for a key binding."), CLAIMS)
    if "status" in claims:
        yield ask(tr("It may have been withdrawn: ask the status list."), CLAIMS)


def _hidden(subject: Subject) -> Iterator[str]:
    """Yield the claims at the top of the payload that are disclosed and must stand openly."""
    paths = {"$" + path_step(name): name for name in OPEN}
    for one in disclosures(subject.token):
        if one.path in paths:
            yield paths[one.path]
        elif one.path is None and one.name in OPEN:
            yield one.name


def _is_did(issuer: object) -> bool:
    return isinstance(issuer, str) and issuer.startswith("did:")


PROFILE = Profile("sd-jwt-vc", "Verifiable credential (SD-JWT VC)", 80, _recognise, _checks)
