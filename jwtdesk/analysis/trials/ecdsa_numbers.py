"""An ECDSA signature as the numbers it is, beside the letters that spell it."""

from dataclasses import dataclass

from jwtdesk.analysis.trials.one_character import LETTERS
from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Algorithm
from jwtdesk.jose.ec_math import CURVES, Curve, Jacobian, Point, added, affine, doubled, hash_number
from jwtdesk.jose.key import Key

VALUES = {letter.decode(): at for at, letter in enumerate(LETTERS)}
"""What each letter of base64url stands for."""

BITS = 6
"""The bits that a letter carries."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A signature as numbers, beside its text: `half` is the octets of r, and of s."""

    text: str
    curve: Curve
    key: Point
    z: int
    r: int
    s: int
    half: int

    def place(self, at: int) -> int:
        """Return the lowest bit of the letter `at`, counted from the end of s; may be below 0."""
        return 16 * self.half - BITS * (at + 1)


def numbers(text: str, chosen: Algorithm, key: Key, message: bytes) -> Numbers | None:
    """Return the numbers of the signature `text`; None where it is none of a curve at hand."""
    from cryptography.hazmat.primitives.asymmetric import ec

    curve = CURVES.get(chosen.curves[0]) if chosen.curves else None
    if curve is None or not isinstance(key.public, ec.EllipticCurvePublicKey):
        return None
    half = (curve.p.bit_length() + 7) // 8
    octets = base64url.decode(text).octets
    fitting = len(octets) == 2 * half and len(text) == (16 * half + 5) // BITS
    if not fitting or not set(text) <= VALUES.keys() or key.curve != curve.name:
        return None
    r, s = int.from_bytes(octets[:half], "big"), int.from_bytes(octets[half:], "big")
    public = key.public.public_numbers()
    z = hash_number(curve, chosen.hash_name, message)
    return Numbers(text, curve, (public.x, public.y), z, r, s, half)


def times(curve: Curve, factor: int, point: Jacobian) -> Jacobian:
    """Return `factor` times `point`; the factor is small, and may be below 0."""
    total = (0, 1, 0)
    start = point if factor > 0 else minus(curve, point)
    for bit in f"{abs(factor):b}":
        total = doubled(curve, total)
        if bit == "1":
            total = added(curve, total, start)
    return total


def has_x(curve: Curve, point: Jacobian, wanted: set[int]) -> bool:
    """Tell whether one of `wanted` is the x of a point, without dividing."""
    x, _, z = point
    square = z * z % curve.p
    return z != 0 and any(one * square % curve.p == x for one in wanted)


def readings(curve: Curve, r: int) -> set[int]:
    """Return the x that `r` may stand for: it was taken modulo the order."""
    return {x for x in (r, r + curve.n) if 0 < x < curve.p}


def levelled(curve: Curve, point: Jacobian) -> Jacobian:
    """Return the same point with z = 1, so that it can be added; infinity stays what it is."""
    there = affine(curve, point)
    return (0, 1, 0) if there is None else (*there, 1)


def minus(curve: Curve, point: Jacobian) -> Jacobian:
    """Return the point on the other side of the axis."""
    return point[0], -point[1] % curve.p, point[2]
