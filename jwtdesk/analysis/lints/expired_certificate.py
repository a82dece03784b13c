"""A key from a certificate that is not valid now (RFC 5280 section 4.1.2.5)."""

from collections.abc import Iterator
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.certified import certified
from jwtdesk.analysis.chain_check import is_valid
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.certificate import Certificate, certificates
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def _check(subject: Subject) -> Iterator[Finding]:
    for one in certificates(subject.given) if subject.given else ():
        if not is_valid(one, subject.now):
            yield _finding(one, subject.now, Severity.WARNING, "key")
            return
    for chain in certified(subject):
        # The certificate of the key that signed is the first (RFC 7515 section 4.1.6).
        leaf = chain.links[0].certificate
        if leaf is not None and not is_valid(leaf.facts, subject.now):
            severity = Severity.WARNING if chain.where == "key" else Severity.INFO
            yield _finding(leaf.facts, subject.now, severity, chain.where)


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
