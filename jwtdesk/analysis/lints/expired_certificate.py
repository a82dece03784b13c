"""A key from a certificate that is not valid now (RFC 5280 section 4.1.2.5)."""

from base64 import b64decode
from collections.abc import Iterator
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.certificate import Certificate, certificates
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# No certificate is longer; what is longer is not one.
LONGEST = 20_000


def _check(subject: Subject) -> Iterator[Finding]:
    for one in certificates(subject.given) if subject.given else ():
        if not _is_valid(one, subject.now):
            yield _finding(one, subject.now, Severity.WARNING, "key")
            return
    for header in subject.headers:
        for one in _leaf(header.get("x5c")):
            if not _is_valid(one, subject.now):
                yield _finding(one, subject.now, Severity.INFO, "header.x5c")


def _is_valid(certificate: Certificate, now: int) -> bool:
    return certificate.not_before <= now <= certificate.not_after


def _leaf(chain: Value) -> tuple[Certificate, ...]:
    """Return the certificate of the key that signed: the first of the chain (RFC 7515 4.1.6)."""
    first = chain[0] if isinstance(chain, list) and chain else None
    if not isinstance(first, str) or len(first) > LONGEST:
        return ()
    try:
        return certificates(KeyInput(b64decode(first, validate=True)))
    except ValueError:
        return ()


def _finding(certificate: Certificate, now: int, severity: Severity, where: str) -> Finding:
    return Finding(
        "expired-certificate",
        severity,
        _title(certificate, now),
        tr(
            "{subject} is valid from {begin} to {end}. The signature can still be "
            "checked, but who demands a valid chain will refuse it.",
            subject=quoted(certificate.subject),
            begin=absolute(Decimal(certificate.not_before)),
            end=absolute(Decimal(certificate.not_after)),
        ),
        "RFC 5280 section 4.1.2.5",
        where,
    )


def _title(certificate: Certificate, now: int) -> str:
    if now > certificate.not_after:
        return tr("The certificate has expired")
    return tr("The certificate is not valid yet")


LINT = Lint("expired-certificate", 230, _check)
