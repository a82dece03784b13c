"""Tokens that are signed by nobody, openly or by a trick of spelling (RFC 8725 section 3.2)."""

import unicodedata
from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

NONE = "none"
# The longest disguise worth undoing.
LONGEST = 40


def _none(subject: Subject) -> Iterator[Finding]:
    if any(header.get("alg") == NONE for header in subject.headers):
        yield Finding(
            "alg-none",
            Severity.ERROR,
            tr("Nobody signed this token"),
            tr(
                "Its algorithm is “none”, so anyone can write such a token. "
                "Refuse it wherever a signature is expected."
            ),
            "RFC 8725 section 3.2",
            "header.alg",
            in_header(subject, "alg"),
        )


def _variant(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers:
        name = header.get("alg")
        if isinstance(name, str) and name != NONE and _means_none(name):
            yield Finding(
                "alg-none-variant",
                Severity.ERROR,
                tr("“none” in disguise"),
                tr(
                    "The algorithm is {name}: a spelling of “none” that slips past filters "
                    "which compare too exactly. Accept only algorithms that you list.",
                    name=quoted(name),
                ),
                "RFC 8725 section 3.1",
                "header.alg",
                in_header(subject, "alg"),
            )


def _means_none(name: str) -> bool:
    plain = unicodedata.normalize("NFKC", name[:LONGEST]).casefold()
    return "".join(one for one in plain if one.isalnum()) == NONE


LINT = (Lint("alg-none", 100, _none), Lint("alg-none-variant", 101, _variant))
