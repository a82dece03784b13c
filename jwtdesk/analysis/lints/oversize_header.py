"""Tokens too large for where tokens usually travel: HTTP headers and cookies (RFC 6265 6.1)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import tr

COOKIE, HEADER = 4_096, 8_192
# What stands before the token in its header line.
BEFORE = len("Authorization: Bearer ")
TRAVELLING = frozenset({Kind.JWS, Kind.JWE, Kind.SD_JWT})


def _check(subject: Subject) -> Iterator[Finding]:
    size = len(subject.token.text)
    if subject.token.kind not in TRAVELLING or size <= COOKIE:
        return
    if size + BEFORE > HEADER:
        severity, title = Severity.WARNING, tr("Too large for an HTTP header")
        detail = tr(
            "The token has {size} characters; most servers refuse header lines beyond 8,192, often "
            "without saying why. Leave out what the receiver can look up.",
            size=f"{size:,}",
        )
    else:
        severity, title = Severity.INFO, tr("Too large for a cookie")
        detail = tr(
            "The token has {size} characters; browsers drop cookies beyond 4,096 silently. In an "
            "Authorization header it fits.",
            size=f"{size:,}",
        )
    yield Finding("oversize-header", severity, title, detail, "RFC 6265 section 6.1", "token")


LINT = Lint("oversize-header", 800, _check)
