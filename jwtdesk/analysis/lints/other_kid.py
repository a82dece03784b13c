"""A token that names another key than the one it was checked with (RFC 7515 section 4.1.4)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.analysis.policy import deciding_key
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


def _other(subject: Subject) -> Iterator[Finding]:
    key = deciding_key(subject.verification, subject.keys)
    named = [kid for kid in (one.get("kid") for one in subject.headers) if isinstance(kid, str)]
    if key is None or not key.kid or not named or any(_same(one, key.kid) for one in named):
        return
    yield Finding(
        "kid-mismatch",
        Severity.WARNING,
        tr("The token names another key"),
        tr(
            "It asks for the key {wanted}, but the key at hand is {found}. Services that look keys "
            "up by “kid” will not take this one. Correct the name where it is wrong.",
            wanted=quoted(named[0]),
            found=quoted(key.kid),
        ),
        "RFC 7515 section 4.1.4",
        "header.kid",
        in_header(subject, "kid"),
    )


def _same(named: str, kid: str) -> bool:
    """Return whether both name one key: a DID URL ends with the name that the key has itself."""
    return named == kid or named.endswith(f"#{kid.rpartition('#')[2]}")


LINT = Lint("kid-mismatch", 323, _other)
