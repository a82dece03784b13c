"""How often a password is stirred: too often stalls the reader, too seldom helps the guesser."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.jose.iteration_count import is_password_based, iteration_count
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

# A reader that allows this count works for about a second; many libraries allow far less.
HIGH = 1_000_000
LEAST = 1_000


def _check(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers:
        if not is_password_based(header):
            continue
        count = iteration_count(header)
        if isinstance(count, Problem):
            yield _finding(
                subject, Severity.ERROR, tr("The iteration count is no number"), count.message
            )
        elif count > HIGH:
            detail = tr(
                "Whoever opens this must compute {count} iterations (p2c): a few such tokens stop "
                "a service. Readers should refuse more than a million, and many refuse 10,000.",
                count=f"{count:,}",
            )
            yield _finding(subject, Severity.WARNING, tr("The iteration count is huge"), detail)
        elif count < LEAST:
            detail = tr(
                "The password is stirred only {count} times (p2c): at least 1,000 are advised, so "
                "that guessing passwords is slow.",
                count=f"{count:,}",
            )
            yield _finding(subject, Severity.WARNING, tr("The iteration count is tiny"), detail)


def _finding(subject: Subject, severity: Severity, title: str, detail: str) -> Finding:
    place = in_header(subject, "p2c")
    reference = "RFC 7518 section 4.8.1.2"
    return Finding("high-iteration-count", severity, title, detail, reference, "header.p2c", place)


LINT = Lint("high-iteration-count", 115, _check)
"""Named for the count that hurts the reader; a count that hurts the writer has the same id."""
