"""A token that does not say what kind it is (RFC 8725 section 3.11)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.claims is None or not subject.headers or "typ" in subject.headers[0]:
        return
    yield Finding(
        "typ-missing",
        Severity.INFO,
        tr("The token does not name its type"),
        tr(
            "Without “typ” one kind of token can be passed off as another. Where you issue several "
            "kinds, give each its own, such as “at+jwt”."
        ),
        "RFC 8725 section 3.11",
        "header",
    )


LINT = Lint("typ-missing", 810, _check)
