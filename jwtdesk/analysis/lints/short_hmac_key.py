"""Shared secrets shorter than the hash they are used with (RFC 7518 section 3.2)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import keys_used
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.algorithm import Family
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import plural, tr

# What can be guessed without a word list by one rented machine (NIST SP 800-131A allows 112 bits).
GUESSED_BITS = 112


def _check(subject: Subject) -> Iterator[Finding]:
    for chosen, key in keys_used(subject):
        if chosen.family is not Family.HMAC or key.size >= chosen.minimum_bits:
            continue
        has = plural(key.size // 8, "The secret has {count} byte", "The secret has {count} bytes")
        yield Finding(
            "short-hmac-key",
            Severity.ERROR if key.size < GUESSED_BITS else Severity.WARNING,
            tr("The secret is too short"),
            tr(
                "{has}, {alg} asks for at least {needed}: whoever has one token can try secrets "
                "at leisure until one fits. Make a random secret of {needed} bytes or more.",
                has=has,
                alg=chosen.name,
                needed=chosen.minimum_bits // 8,
            ),
            "RFC 7518 section 3.2",
            "key",
        )


LINT = Lint("short-hmac-key", 200, _check)
