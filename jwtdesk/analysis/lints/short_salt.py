"""The salt of a password-derived key, which must be long enough to be used once (RFC 7518 4.8)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.jose.header_octets import header_octets
from jwtdesk.jose.iteration_count import is_password_based
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import plural, tr

LEAST = 8
"""In octets, as section 4.8.1.1 demands."""


def _check(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers:
        salt = header_octets(header, "p2s") if is_password_based(header) else b"\0" * LEAST
        if isinstance(salt, Problem) or len(salt) >= LEAST:
            continue
        detail = plural(
            len(salt),
            "The salt (p2s) has 1 byte, and must have 8 or more: with a short one, keys guessed "
            "for one token serve for many. Leave “p2s” out, and a fresh one of 16 bytes is made.",
            "The salt (p2s) has {count} bytes, and must have 8 or more: with a short one, keys "
            "guessed for one token serve for many. Leave “p2s” out, and a fresh one of 16 bytes is "
            "made.",
        )
        yield Finding(
            "short-salt",
            Severity.WARNING,
            tr("The salt is too short"),
            detail,
            "RFC 7518 section 4.8.1.1",
            "header.p2s",
            in_header(subject, "p2s"),
        )


LINT = Lint("short-salt", 117, _check)
