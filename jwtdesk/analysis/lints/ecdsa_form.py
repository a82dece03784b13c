"""ECDSA signatures that are not what they should be: wrapped in DER, or made of nothing."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.algorithm import Algorithm, Family, algorithm
from jwtdesk.jose.der import Der, Malformed
from jwtdesk.jose.problem import Severity, Span
from jwtdesk.jose.words import tr

# A DER sequence of two numbers as long as the largest curve has them is shorter than this.
LONGEST = 150
# The orders of the groups: a number that is a multiple of its order is nothing too (SEC 2).
ORDERS = {
    "P-256": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "secp256k1": 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141,
    "P-384": int(
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        "C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973",
        16,
    ),
    "P-521": int(
        "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        "FA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409",
        16,
    ),
}


def _check(subject: Subject) -> Iterator[Finding]:
    for signature in subject.token.signatures:
        chosen = algorithm(signature.header.get("alg"))
        octets = signature.octets
        if chosen is None or chosen.family is not Family.ECDSA or not octets:
            continue
        pair = _raw(chosen, octets)
        wrapped = _wrapped(octets) if pair is None else None
        if wrapped is not None:
            yield _der(subject)
        if _nothing(chosen, pair or wrapped):
            yield _zero(subject)


def _raw(chosen: Algorithm, octets: bytes) -> tuple[int, int] | None:
    """Return r and s that stand side by side in their fixed width (RFC 7518 section 3.4)."""
    if len(octets) != chosen.signature_octets:
        return None
    half = len(octets) // 2
    return int.from_bytes(octets[:half], "big"), int.from_bytes(octets[half:], "big")


def _wrapped(octets: bytes) -> tuple[int, int] | None:
    """Return r and s out of a DER sequence, None when it is none."""
    if len(octets) > LONGEST:
        return None
    try:
        outer = Der(octets)
        inner = outer.sequence()
        pair = inner.number(), inner.number()
    except Malformed:
        return None
    return pair if outer.at == len(octets) else None


def _nothing(chosen: Algorithm, pair: tuple[int, int] | None) -> bool:
    order = ORDERS[chosen.curves[0]]
    return pair is not None and any(one % order == 0 for one in pair)


def _der(subject: Subject) -> Finding:
    return Finding(
        "ecdsa-der",
        Severity.ERROR,
        tr("The signature is in DER form"),
        tr(
            "It is a DER sequence, as OpenSSL and Java make it; tokens put r and s side by side "
            "in their fixed width. Convert it, or no JWT library will verify it."
        ),
        "RFC 7518 section 3.4",
        "token",
        _place(subject),
    )


def _zero(subject: Subject) -> Finding:
    return Finding(
        "ecdsa-zero",
        Severity.ERROR,
        tr("The signature is made of zeros"),
        tr(
            "r or s is zero: no key makes such a signature. Java 15 to 18 took it for right, "
            "whatever the content (CVE-2022-21449). Treat this token as an attack."
        ),
        "CVE-2022-21449",
        "token",
        _place(subject),
    )


def _place(subject: Subject) -> Span | None:
    return subject.token.signature.span if subject.token.signature else None


LINT = Lint("ecdsa-der", 420, _check)
