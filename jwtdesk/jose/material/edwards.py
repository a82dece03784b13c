"""Is a public key a point of its Edwards curve, and one worth anything? (RFC 8032, RFC 7748)

The library takes any 32 or 57 octets and only calls every signature wrong later.
"""

from dataclasses import dataclass

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class _Curve:
    """`a` x² + y² = 1 + `d` x² y² modulo the prime `p`."""

    p: int
    a: int
    d: int


_P25519, _P448 = 2**255 - 19, 2**448 - 2**224 - 1
CURVES = {
    "Ed25519": _Curve(_P25519, -1, -121665 * pow(121666, -1, _P25519) % _P25519),
    "Ed448": _Curve(_P448, 1, -39081),
}
# The y of every point whose order divides the cofactor (8 and 4).
_OF_ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
SMALL_ORDER = {
    "Ed25519": (0, 1, _P25519 - 1, _OF_ORDER_8, _P25519 - _OF_ORDER_8),
    "Ed448": (0, 1, _P448 - 1),
}


def point_fault(curve: str, octets: bytes) -> Problem | None:
    """Return why `octets` are no usable public key on `curve`, or None.

    A point of small order is a warning: it is a point, but signatures under it prove nothing.
    """
    group = CURVES.get(curve)
    if group is None:
        return None
    y = int.from_bytes(octets, "little") & ((1 << (len(octets) * 8 - 1)) - 1)
    if y >= group.p or not _on_curve(group, y):
        return Problem(
            "okp-off-curve",
            tr("This public key is not a point of {curve}; a digit may be damaged.", curve=curve),
        )
    if y not in SMALL_ORDER[curve]:
        return None
    return Problem(
        "okp-small-order",
        tr("This public key is a point of small order: signatures under it prove nothing."),
        severity=Severity.WARNING,
    )


def _on_curve(group: _Curve, y: int) -> bool:
    # x² = above / below is a square exactly when above · below is one.
    above, below = 1 - y * y, group.a - group.d * y * y
    return pow(above * below, (group.p - 1) // 2, group.p) in (0, 1)
