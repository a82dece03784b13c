"""A key from a certificate that is not valid now (RFC 5280 section 4.1.2.5)."""

from collections.abc import Iterator
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.certificate import Certificate, certificates
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def _check(subject: Subject) -> Iterator[Finding]:
    for one in certificates(subject.given) if subject.given else ():
        if not one.not_before <= subject.now <= one.not_after:
            yield Finding(
                "expired-certificate",
                Severity.WARNING,
                _title(one, subject.now),
                tr(
                    "{subject} is valid from {begin} to {end}. The signature can still be "
                    "checked, but who demands a valid chain will refuse it.",
                    subject=quoted(one.subject),
                    begin=absolute(Decimal(one.not_before)),
                    end=absolute(Decimal(one.not_after)),
                ),
                "RFC 5280 section 4.1.2.5",
                "key",
            )
            return


def _title(certificate: Certificate, now: int) -> str:
    if now > certificate.not_after:
        return tr("The certificate has expired")
    return tr("The certificate is not valid yet")


LINT = Lint("expired-certificate", 230, _check)
