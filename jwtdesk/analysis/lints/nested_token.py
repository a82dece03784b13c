"""A token inside the token: whoever reads the outer one holds the inner one, too."""

import re
from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.inner import whole_payload
from jwtdesk.analysis.json_scan import spot
from jwtdesk.analysis.json_tokens import LONGEST
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# A JSON object begins with "{" and a name or white space: in base64url "ey", "ew", "eC" or "e3".
_COMPACT = r"e[ywC3][A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){2}"
INSIDE = re.compile(rf'"{_COMPACT}(?:\.[A-Za-z0-9_-]*){{0,2}}[~"]')


def _check(subject: Subject) -> Iterator[Finding]:
    named = any(_says_jwt(header.get("cty")) for header in subject.headers)
    if named or whole_payload(subject.token) is not None:
        yield Finding(
            "nested-token",
            Severity.INFO,
            tr("The payload is a token itself"),
            tr("This is a nested JWT: check the outer one first, then open the inner one."),
            "RFC 7519 section 5.2",
            "payload",
        )
    elif subject.claims is not None and subject.document is not None:
        yield from _inside(subject.document)


def _says_jwt(kind: Value) -> bool:
    return isinstance(kind, str) and kind.lower().removeprefix("application/") == "jwt"


def _inside(document: Document) -> Iterator[Finding]:
    if found := INSIDE.search(document.text):
        path, span = spot(document, INSIDE)
        yield Finding(
            "nested-token",
            Severity.INFO,
            tr("There is a token inside the token"),
            tr(
                "Whoever can read this token can use the inner one as well. Make sure that it is "
                "meant for the same hands."
            )
            + _unopened(len(found.group())),
            "RFC 8725 section 3.3",
            f"payload{path}",
            span,
        )


def _unopened(length: int) -> str:
    if length <= LONGEST:
        return ""
    return " " + tr(
        "It has more than {most} characters and is not opened here: copy it out to look at it.",
        most=f"{LONGEST:,}",
    )


LINT = Lint("nested-token", 820, _check)
