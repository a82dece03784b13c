"""RSA keys that are weak by their numbers: ROCA moduli and tiny exponents (FIPS 186-5)."""

from collections.abc import Iterator
from functools import cache

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.keys_at_hand import all_keys, rsa_numbers
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

USUAL_EXPONENT = 65_537
# The chips made their primes from powers of 65537 modulo the product of the first primes, so the
# modulus is such a power modulo each of them, too (CVE-2017-15361).
ROCA_PRIMES = (
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
)  # fmt: skip


def is_roca(modulus: int) -> bool:
    """Return whether a modulus bears the mark of the chips whose RSA keys can be factored."""
    return all(marks[modulus % prime] for prime, marks in _marks())


@cache
def _marks() -> tuple[tuple[int, tuple[bool, ...]], ...]:
    """Return for each prime which remainders are powers of 65537."""
    found = []
    for prime in ROCA_PRIMES:
        powers = {pow(USUAL_EXPONENT, exponent, prime) for exponent in range(prime - 1)}
        found.append((prime, tuple(one in powers for one in range(prime))))
    return tuple(found)


def _roca(subject: Subject) -> Iterator[Finding]:
    numbers = (rsa_numbers(one) for one in all_keys(subject))
    if any(is_roca(one[0]) for one in numbers if one):
        yield Finding(
            "roca-key",
            Severity.ERROR,
            tr("The RSA key can be factored"),
            tr(
                "Its modulus bears the mark of a faulty chip library (ROCA): the private key can "
                "be computed from the public one. Replace it at once."
            ),
            "CVE-2017-15361",
            "key",
        )


def _exponent(subject: Subject) -> Iterator[Finding]:
    if _refused_for_one(subject):
        yield _weak(Severity.ERROR, 1)
        return
    numbers = (rsa_numbers(one) for one in all_keys(subject))
    smallest = min((one[1] for one in numbers if one), default=USUAL_EXPONENT)
    if smallest < USUAL_EXPONENT:
        yield _weak(Severity.WARNING, smallest)


def _refused_for_one(subject: Subject) -> bool:
    keys = subject.keys
    problems = [keys.problem] if isinstance(keys, Unreadable) else []
    if isinstance(keys, Keys):
        problems += keys.problems
    return any(one.code == "rsa-exponent-one" for one in problems)


def _weak(severity: Severity, exponent: int) -> Finding:
    return Finding(
        "weak-exponent",
        severity,
        tr("The RSA exponent is too small"),
        tr(
            "It is {exponent}, and 65,537 is the least that standards accept: smaller ones let "
            "careless verifiers be fooled. Make a new key.",
            exponent=f"{exponent:,}",
        ),
        "FIPS 186-5 section 5.4",
        "key",
    )


LINT = (Lint("roca-key", 203, _roca), Lint("weak-exponent", 204, _exponent))
