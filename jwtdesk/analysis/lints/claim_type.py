"""Members whose values are of another type than their specifications say (RFC 7519 section 4.1)."""

from collections.abc import Iterator, Mapping

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header, in_payload
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# Libraries refuse another type of these, or fail on it.
STRICT = {"sub": str, "jti": str, "cnf": dict, "act": dict, "events": dict}
# Big issuers write other types here every day; readers cope, or must.
LENIENT = {
    "iss": str,
    "nonce": str,
    "azp": str,
    "client_id": str,
    "scope": str,
    "acr": str,
    "sid": str,
    "email": str,
    "name": str,
    "at_hash": str,
    "amr": list,
    "email_verified": bool,
    "phone_number_verified": bool,
    "address": dict,
}
HEADER = {"kid": str, "typ": str, "cty": str, "jwk": dict, "x5c": list}


def _check(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers:
        for name, wanted in _wrong(header, HEADER):
            if header[name] is not None:
                yield _finding(subject, "header", name, header[name], wanted, Severity.WARNING)
    claims = subject.claims or {}
    for table, severity in ((STRICT, Severity.WARNING), (LENIENT, Severity.INFO)):
        for name, wanted in _wrong(claims, table):
            yield _finding(subject, "payload", name, claims[name], wanted, severity)


def _wrong(members: Mapping[str, Value], table: Mapping[str, type]) -> Iterator[tuple[str, type]]:
    for name, wanted in table.items():
        if name in members and not isinstance(members[name], wanted):
            yield name, wanted


def _finding(  # noqa: PLR0913, PLR0917  # the parts of one sentence
    subject: Subject, place: str, name: str, value: Value, wanted: type, severity: Severity
) -> Finding:
    return Finding(
        "claim-type",
        severity,
        tr("“{name}” is of the wrong type", name=name),
        tr(
            "It is {found}, but must be {wanted}: some libraries refuse the token, others read "
            "something else into it.",
            found=_called(type(value)),
            wanted=_called(wanted),
        ),
        "RFC 7515 section 4.1" if place == "header" else "RFC 7519 section 4.1",
        f"{place}.{name}",
        in_header(subject, name) if place == "header" else in_payload(subject, name),
    )


def _called(kind: type) -> str:
    names: dict[type, str] = {
        str: tr("a text"),
        bool: tr("true or false"),
        dict: tr("an object"),
        list: tr("a list"),
        Number: tr("a number"),
    }
    return names.get(kind, tr("null"))


LINT = Lint("claim-type", 601, _check)
