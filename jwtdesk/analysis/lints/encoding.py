"""Base64url that is not quite base64url: padding, the other alphabet, stray bits (RFC 7515 2)."""

from collections.abc import Callable, Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr


def _reporter(
    identity: str, code: str, severity: Severity, reference: str
) -> Callable[[Subject], Iterator[Finding]]:
    def check(subject: Subject) -> Iterator[Finding]:
        found = next((one for one in subject.token.problems if one.code == code), None)
        if found is not None:
            title, detail = _words(identity)
            grade = Severity.INFO if _cut_off(subject, found) else severity
            yield Finding(identity, grade, title, detail, reference, "token", found.span)

    return check


def _cut_off(subject: Subject, found: Problem) -> bool:
    """Return whether stray bits only show that a wrong signature lost its end."""
    signature, decided = subject.token.signature, subject.verification
    if found.code != "base64-trailing-bits" or signature is None or decided is None:
        return False
    inside = found.span is not None and found.span.start >= signature.span.start
    return inside and decided.code is SignatureCode.MISMATCH


def _words(identity: str) -> tuple[str, str]:
    if identity == "base64-padding":
        return tr("The token is padded with “=”"), tr(
            "Tokens take no padding, and strict libraries refuse it. If the issuer signed it so "
            "(AWS load balancers do), keep it when checking: the signature covers it."
        )
    if identity == "base64-standard-alphabet":
        return tr("Standard base64 in the token"), tr(
            "“+” and “/” belong to the other alphabet; tokens write “-” and “_”. "
            "Many libraries refuse this token. Encode with base64url."
        )
    return tr("Unused bits are not zero"), tr(
        "The last character carries bits that belong to no byte, so one token has several "
        "spellings. Strict libraries refuse it; it may also have been damaged when copied."
    )


_ROWS = (
    ("base64-padding", "base64-padding", Severity.WARNING, "RFC 7515 section 2"),
    ("base64-standard-alphabet", "base64-standard-alphabet", Severity.ERROR, "RFC 7515 section 2"),
    ("trailing-bits", "base64-trailing-bits", Severity.WARNING, "RFC 4648 section 3.5"),
)
LINT = tuple(Lint(row[0], 400 + index, _reporter(*row)) for index, row in enumerate(_ROWS))
