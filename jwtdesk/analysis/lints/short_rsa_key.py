"""RSA keys below 2,048 bits, which no algorithm of RFC 7518 may be used with (section 3.3)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import all_keys
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

LEAST_BITS = 2048
# Keys up to this size are within reach of those who can pay, or already were (829 bits in 2020).
BROKEN_BITS = 1024


def _check(subject: Subject) -> Iterator[Finding]:
    short = [one.size for one in all_keys(subject) if one.type is KeyType.RSA]
    bits = min(short, default=LEAST_BITS)
    if bits >= LEAST_BITS:
        return
    yield Finding(
        "short-rsa-key",
        Severity.ERROR if bits <= BROKEN_BITS else Severity.WARNING,
        tr("The RSA key is too short"),
        tr(
            "It has {bits} bits, and 2,048 are the least allowed: shorter ones can be broken, and "
            "many libraries refuse them. Make a new key of 2,048 bits or more, or use ES256.",
            bits=f"{bits:,}",
        ),
        "RFC 7518 section 3.3",
        "key",
    )


LINT = Lint("short-rsa-key", 202, _check)
