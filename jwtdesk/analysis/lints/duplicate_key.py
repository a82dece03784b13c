"""Member names that occur twice in one object: readers disagree about which counts (RFC 8259 4)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.jsontext import Document
from jwtdesk.jose.jsontext.strings import unquote
from jwtdesk.jose.problem import Severity, Span
from jwtdesk.jose.words import tr


def _check(subject: Subject) -> Iterator[Finding]:
    header = subject.token.header.document if subject.token.header else None
    yield from _in(header, "header", Severity.ERROR, "RFC 7515 section 4")
    yield from _in(subject.document, "payload", Severity.WARNING, "RFC 7519 section 4")


def _in(
    document: Document | None, where: str, severity: Severity, reference: str
) -> Iterator[Finding]:
    if document is None or not document.duplicates:
        return
    span = document.duplicates[0].span or Span(0, 2)
    yield Finding(
        "duplicate-key",
        severity,
        tr("A member name occurs twice"),
        tr(
            "{name} is used again in the same object. Some readers take the first value, some the "
            "last, some refuse: two services may see two different tokens. Write each name once.",
            name=quoted(unquote(document.text[span.start : span.end])),
        ),
        reference,
        where,
        span,
    )


LINT = Lint("duplicate-key", 410, _check)
