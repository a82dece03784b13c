"""Algorithms that one should no longer choose (RFC 9864, RFC 8725 section 3.2)."""

import re
from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.algorithm import Family, Standing, algorithm
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# Encryption with PKCS#1 v1.5, anything over SHA-1 or MD5, and the names of XML signatures.
BROKEN = re.compile(r"RSA1_5|[HR]S1|(?:RSA|HMAC|HS|RS|ES)-?(?:SHA-?1|MD5)", re.IGNORECASE)
XML = re.compile(r"https?://www\.w3\.org/\d{4}/\d\d/xmld", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers:
        name = header.get("alg")
        if not isinstance(name, str):
            continue
        known = algorithm(name)
        if BROKEN.fullmatch(name):
            yield _finding(
                subject,
                Severity.WARNING,
                tr("The algorithm is out of date"),
                tr(
                    "{alg} has known attacks, and new systems refuse it. Move to a current "
                    "algorithm, such as ES256 or, for encryption, RSA-OAEP-256.",
                    alg=quoted(name),
                ),
                "RFC 8725 section 3.2",
            )
        elif XML.match(name):
            yield _finding(
                subject,
                Severity.WARNING,
                tr("The algorithm has the name of XML"),
                tr("Tokens name algorithms shortly, such as HS256; only old .NET reads this one."),
                "RFC 7518 section 3.1",
            )
        elif known and known.standing is Standing.DEPRECATED and known.family is not Family.NONE:
            yield _finding(
                subject,
                Severity.INFO,
                tr("The algorithm's name is deprecated"),
                tr(
                    "{alg} leaves open which curve is meant; the newer names Ed25519 and Ed448 "
                    "say it. Both still work; not every library knows the new ones.",
                    alg=quoted(name),
                ),
                known.reference,
            )


def _finding(
    subject: Subject, severity: Severity, title: str, detail: str, reference: str
) -> Finding:
    place = in_header(subject, "alg")
    return Finding("deprecated-alg", severity, title, detail, reference, "header.alg", place)


LINT = Lint("deprecated-alg", 110, _check)
