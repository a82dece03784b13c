"""Header or payload octets that are no UTF-8 text (RFC 7515 section 4, RFC 7519 section 7.2)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.content import ContentKind, content_of
from jwtdesk.jose.payload import says_jwt
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def _check(subject: Subject) -> Iterator[Finding]:
    header = subject.token.header
    if header is not None and header.encoded and header.document is None:
        yield _finding(
            "header",
            Severity.ERROR,
            tr("The header is not UTF-8"),
            tr(
                "Its bytes are no text, so nobody can read how the token was signed. It was "
                "damaged when copied, or is encoded another way."
            ),
        )
    octets = subject.token.payload_octets
    if octets is not None and subject.document is None:
        named = any(says_jwt(one) for one in subject.headers)
        yield _finding(
            "payload",
            Severity.ERROR if named else Severity.INFO,
            tr("The payload is not UTF-8"),
            _what_it_is(octets),
        )


def _what_it_is(octets: bytes) -> str:
    """Return the sentence about a payload that is no text: its name, where it has one."""
    content = content_of(octets)
    if content.kind is not ContentKind.BINARY:
        return tr("It holds no claims, but something else. {what}", what=content.detail)
    return tr(
        "Its bytes are no text, so it holds no claims. It was damaged when copied, "
        "compressed, or written in another character set; or it is not meant to be a JWT."
    )


def _finding(where: str, severity: Severity, title: str, detail: str) -> Finding:
    return Finding("not-utf8", severity, title, detail, "RFC 7519 section 7.2", where)


LINT = Lint("not-utf8", 411, _check)
