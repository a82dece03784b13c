"""Points of the JOSE curves in plain arithmetic, and the public keys behind an ECDSA signature.

A signature over known octets fits only two (rarely four) public keys (SEC 1 section 4.1.6). Only
public numbers pass through here, so nothing needs constant time.
"""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Curve:
    """y² = x³ + ax + b over the field of `p` elements, with base point (`x`, `y`) of order `n`."""

    name: str
    p: int
    a: int
    b: int
    x: int
    y: int
    n: int


Point = tuple[int, int]
Jacobian = tuple[int, int, int]
"""(x, y, z) stands for the point (x/z², y/z³); z is 0 for the point at infinity."""

_P256, _K1 = 2**256 - 2**224 + 2**192 + 2**96 - 1, 2**256 - 2**32 - 977
_P384, _P521 = 2**384 - 2**128 - 2**96 + 2**32 - 1, 2**521 - 1

CURVES = {
    "P-256": Curve(
        "P-256",
        _P256,
        _P256 - 3,
        0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
        0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
        0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    ),
    "P-384": Curve(
        "P-384",
        _P384,
        _P384 - 3,
        int(
            "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
            "c656398d8a2ed19d2a85c8edd3ec2aef",
            16,
        ),
        int(
            "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a38"
            "5502f25dbf55296c3a545e3872760ab7",
            16,
        ),
        int(
            "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c0"
            "0a60b1ce1d7e819d7a431d7c90ea0e5f",
            16,
        ),
        int(
            "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
            "581a0db248b0a77aecec196accc52973",
            16,
        ),
    ),
    "P-521": Curve(
        "P-521",
        _P521,
        _P521 - 3,
        int(
            "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b"
            "1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
            16,
        ),
        int(
            "00c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928"
            "fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66",
            16,
        ),
        int(
            "011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640"
            "c550b9013fad0761353c7086a272c24088be94769fd16650",
            16,
        ),
        int(
            "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b"
            "7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
            16,
        ),
    ),
    "secp256k1": Curve(
        "secp256k1",
        _K1,
        0,
        7,
        0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
        0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
        0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141,
    ),
}


def lifted(curve: Curve, x: int) -> tuple[Point, Point] | None:
    """Return the two points above `x`, or None when there are none (p is 3 modulo 4 on all)."""
    square = (pow(x, 3, curve.p) + curve.a * x + curve.b) % curve.p
    y = pow(square, (curve.p + 1) // 4, curve.p)
    if y * y % curve.p != square:
        return None
    return (x, y), (x, curve.p - y)


def hash_number(curve: Curve, hash_name: str, message: bytes) -> int:
    """Return the number that ECDSA makes of `message`: the leftmost bits of its hash."""
    digest = hashlib.new(hash_name, message, usedforsecurity=False).digest()
    surplus = max(len(digest) * 8 - curve.n.bit_length(), 0)
    return int.from_bytes(digest, "big") >> surplus


def recovered(curve: Curve, signature: bytes, number: int) -> tuple[Point, ...]:
    """Return the public keys under which `signature` (r and s side by side) fits `number`.

    Empty when r or s is out of range, or the length is wrong.
    """
    half = (curve.p.bit_length() + 7) // 8
    if len(signature) != 2 * half:
        return ()
    r, s = (int.from_bytes(one, "big") for one in (signature[:half], signature[half:]))
    if not (0 < r < curve.n and 0 < s < curve.n):
        return ()
    inverse = pow(r, -1, curve.n)
    first, second = -number * inverse % curve.n, s * inverse % curve.n
    found: list[Point] = []
    for x in range(r, curve.p, curve.n):
        for point in lifted(curve, x) or ():
            key = combined(curve, first, (curve.x, curve.y), second, point)
            if key is not None:
                found.append(key)
    return tuple(found)


def combined(curve: Curve, first: int, one: Point, second: int, other: Point) -> Point | None:
    """Return first·one + second·other; None for the point at infinity (both bits in one walk)."""
    both = affine(curve, added(curve, (*one, 1), (*other, 1)))
    total: Jacobian = (0, 1, 0)
    for bit in range(max(first.bit_length(), second.bit_length()) - 1, -1, -1):
        total = doubled(curve, total)
        taken = (first >> bit & 1, second >> bit & 1)
        if taken == (1, 1):
            total = total if both is None else added(curve, total, (*both, 1))
        elif taken == (1, 0):
            total = added(curve, total, (*one, 1))
        elif taken == (0, 1):
            total = added(curve, total, (*other, 1))
    return affine(curve, total)


def doubled(curve: Curve, point: Jacobian) -> Jacobian:
    """Return twice `point`."""
    x, y, z = point
    if not z or not y:
        return (0, 1, 0)
    p = curve.p
    yy = y * y % p
    s = 4 * x * yy % p
    m = (3 * x * x + (curve.a * pow(z, 4, p) if curve.a else 0)) % p
    new_x = (m * m - 2 * s) % p
    return (new_x, (m * (s - new_x) - 8 * yy * yy) % p, 2 * y * z % p)


def added(curve: Curve, point: Jacobian, other: Jacobian) -> Jacobian:
    """Return the sum of two points; `other` has z = 1."""
    x1, y1, z1 = point
    if not z1:
        return other
    x2, y2, _ = other
    p = curve.p
    zz = z1 * z1 % p
    h = (x2 * zz - x1) % p
    r = (y2 * zz * z1 - y1) % p
    if not h:
        return (0, 1, 0) if r else doubled(curve, point)
    hh = h * h % p
    hhh, v = h * hh % p, x1 * hh % p
    new_x = (r * r - hhh - 2 * v) % p
    return (new_x, (r * (v - new_x) - y1 * hhh) % p, h * z1 % p)


def affine(curve: Curve, point: Jacobian) -> Point | None:
    """Return `point` as x and y; None for the point at infinity."""
    x, y, z = point
    if not z:
        return None
    inverse = pow(z, -1, curve.p)
    square = inverse * inverse % curve.p
    return (x * square % curve.p, y * square * inverse % curve.p)
