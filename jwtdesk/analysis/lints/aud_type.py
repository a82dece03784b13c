"""An audience that is neither a text nor a list of texts (RFC 7519 section 4.1.3)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_payload
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def _check(subject: Subject) -> Iterator[Finding]:
    claims = subject.claims or {}
    if "aud" not in claims:
        return
    value = claims["aud"]
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) for one in listed):
        detail = tr("It must be a text or a list of texts; libraries refuse anything else.")
        yield _finding(subject, Severity.ERROR, tr("“aud” is of the wrong type"), detail)
    elif not listed or not all(listed):
        detail = tr("It names nobody, so nobody may accept the token. Name who it is for.")
        yield _finding(subject, Severity.WARNING, tr("“aud” is empty"), detail)


def _finding(subject: Subject, severity: Severity, title: str, detail: str) -> Finding:
    place = in_payload(subject, "aud")
    reference = "RFC 7519 section 4.1.3"
    return Finding("aud-type", severity, title, detail, reference, "payload.aud", place)


LINT = Lint("aud-type", 600, _check)
