"""Shared secrets shorter than the hash they are used with (RFC 7518 section 3.2)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import keys_used
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.algorithm import Algorithm, Family, algorithm
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import plural, tr

# What can be guessed without a word list by one rented machine (NIST SP 800-131A allows 112 bits).
GUESSED_BITS = 112


def _check(subject: Subject) -> Iterator[Finding]:
    for chosen, bits in _sizes(subject):
        if chosen.family is not Family.HMAC or bits >= chosen.minimum_bits:
            continue
        has = plural(bits // 8, "The secret has {count} byte", "The secret has {count} bytes")
        yield Finding(
            "short-hmac-key",
            Severity.ERROR if bits < GUESSED_BITS else Severity.WARNING,
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


def _sizes(subject: Subject) -> Iterator[tuple[Algorithm, int]]:
    """Yield each algorithm with the size of a secret in bits; an empty one is no key, but short."""
    yield from ((chosen, key.size) for chosen, key in keys_used(subject))
    if isinstance(subject.keys, Unreadable) and subject.keys.problem.code == "key-empty":
        named = (algorithm(header.get("alg")) for header in subject.headers)
        yield from ((chosen, 0) for chosen in named if chosen)


LINT = Lint("short-hmac-key", 200, _check)
