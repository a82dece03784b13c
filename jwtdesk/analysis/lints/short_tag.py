"""A part of an authentication tag, which is easier to forge than the whole (RFC 7518 5.2.2.2)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose import base64url
from jwtdesk.jose.encryption import content_encryption
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import plural, tr

GCM_TAG = 16


def _check(subject: Subject) -> Iterator[Finding]:
    sealed = subject.token.encrypted
    if sealed is None:
        return
    for header in subject.headers[:1]:
        content = content_encryption(header.get("enc"))
        if content is not None and 0 < len(sealed.tag) < content.tag_octets:
            yield _finding(len(sealed.tag), content.tag_octets, "token")
    for header in subject.headers:
        length = _own_tag(header)
        if 0 < length < GCM_TAG:
            yield _finding(length, GCM_TAG, "header.tag")


def _own_tag(header: dict[str, Value]) -> int:
    """Return how many octets the tag of GCM key wrapping has, 0 where there is none."""
    alg, tag = header.get("alg"), header.get("tag")
    if not isinstance(alg, str) or not alg.endswith("GCMKW") or not isinstance(tag, str):
        return 0
    return len(base64url.decode(tag).octets)


def _finding(length: int, needed: int, where: str) -> Finding:
    return Finding(
        "short-tag",
        Severity.ERROR,
        tr("The authentication tag is cut short"),
        plural(
            length,
            "It has 1 byte of {needed}. Whoever accepts a part of a tag accepts forgeries: one of "
            "4 bytes is guessed in hours. It is refused; see how the token was copied.",
            "It has {count} bytes of {needed}. Whoever accepts a part of a tag accepts forgeries: "
            "one of 4 bytes is guessed in hours. It is refused; see how the token was copied.",
            needed=needed,
        ),
        "RFC 7518 section 5.2.2.2",
        where,
    )


LINT = Lint("short-tag", 116, _check)
