"""Header members that must be understood or the token refused (RFC 7515 section 4.1.11)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.jose.headers import UNDERSTOOD, crit_faults
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def _check(subject: Subject) -> Iterator[Finding]:
    understood = UNDERSTOOD if subject.token.encrypted is None else ()
    for header in subject.headers:
        fault = next(iter(crit_faults(header, header, understood)), None)
        if fault is None:
            continue
        known = fault.code != "crit-not-understood"
        yield Finding(
            "crit-not-understood",
            Severity.ERROR,
            tr("“crit” is malformed") if known else tr("The header demands something unknown"),
            tr(
                "{fault} Every recipient must refuse the token, even if nothing else is wrong.",
                fault=fault.message,
            ),
            "RFC 7515 section 4.1.11",
            "header.crit",
            in_header(subject, "crit"),
        )


LINT = Lint("crit-not-understood", 310, _check)
