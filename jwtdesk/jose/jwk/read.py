"""One JWK as a key (RFC 7517 section 4, RFC 7518 section 6, RFC 8037, RFC 9964)."""

from collections.abc import Callable
from dataclasses import replace

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jwk.members import MemberFault, Members
from jwtdesk.jose.key import Key, type_names
from jwtdesk.jose.material.akp import akp_private, akp_public
from jwtdesk.jose.material.ec import FIELD_BITS, coordinate_octets, ec_private, ec_public
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.material.okp import okp_private, okp_public
from jwtdesk.jose.material.rsa import modulus_fault, rsa_private, rsa_public
from jwtdesk.jose.material.rsa_signing import RsaParts
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr


def read_jwk(values: dict[str, object], *, probe: bool = True) -> Key | Problem:
    """Read one JWK object; never raises. What is odd but readable stands in the key's problems.

    `probe` spends some 10 ms on an RSA key that keeps its primes to itself: not one of many.
    """
    members = Members(values, probe)
    try:
        kind = type_names.get(members.needed_text("kty"))
        if kind is None:
            return _unknown_type(members.needed_text("kty"))
        key = _READERS[kind](members)
    except MemberFault as fault:
        return _meant(values) or fault.problem
    if isinstance(key, Problem):
        return key
    return replace(
        key,
        kid=members.text("kid"),
        alg=members.text("alg"),
        use=members.text("use"),
        key_ops=members.texts("key_ops"),
        form="JWK",
        problems=(*key.problems, *members.notes),
    )


def _unknown_type(kty: str) -> Problem:
    return Problem(
        "jwk-unknown-type",
        tr("The key type {kty} is not known: oct, RSA, EC, OKP and AKP are.", kty=excerpt(kty)),
    )


def _meant(values: dict[str, object]) -> Problem | None:
    """Return that the members are those of another type, when the type is what is wrong."""
    declared = values.get("kty")
    own = _REQUIRED.get(declared, ()) if isinstance(declared, str) else ()
    if not own or all(name in values for name in own):
        return None
    for other, names in _REQUIRED.items():
        # What an EC key without y has left are its own members, not those of an OKP key.
        if all(name in values for name in names) and not set(names) <= set(own):
            return Problem(
                "jwk-wrong-type",
                tr(
                    "The JWK says its type is {kty}, but it has the members of an {other} key.",
                    kty=declared,
                    other=other,
                ),
            )
    return None


def _oct(members: Members) -> Key | Problem:
    octets = members.octets("k")
    if not octets:
        return Problem("key-empty", tr("The secret is empty: its member k holds no octets."))
    return secret_key(octets)


def _rsa(members: Members) -> Key | Problem:
    n = members.number("n")
    fault = modulus_fault(n.bit_length())
    if fault is not None:
        return fault
    e = members.number("e")
    if not members.has("d"):
        return rsa_public(n, e)
    if members.has("oth"):
        return Problem(
            "rsa-multi-prime",
            tr("This RSA key has more than two primes, which is not computed with."),
        )
    names = ("p", "q", "dp", "dq", "qi")
    rest = (members.optional_number(name) for name in names)
    return rsa_private(RsaParts(n, e, members.number("d"), *rest), probe=members.probe)


def _ec(members: Members) -> Key | Problem:
    curve = members.needed_text("crv")
    if curve not in FIELD_BITS:
        return ec_public(curve, 0, 0)
    public = ec_public(curve, _coordinate(members, "x", curve), _coordinate(members, "y", curve))
    if not members.has("d"):
        return public
    return ec_private(curve, _coordinate(members, "d", curve), public)


def _coordinate(members: Members, name: str, curve: str) -> int:
    octets, expected = members.octets(name), coordinate_octets(curve)
    if len(octets) != expected:
        members.notes.append(
            Problem(
                "jwk-coordinate-length",
                tr(
                    "The member {name} has {count} bytes; on {curve} it must have {expected}.",
                    name=name,
                    count=f"{len(octets):,}",
                    curve=curve,
                    expected=expected,
                ),
                severity=Severity.WARNING,
            )
        )
    return int.from_bytes(octets[: 2 * expected], "big")


def _okp(members: Members) -> Key | Problem:
    curve, x = members.needed_text("crv"), members.octets("x")
    if not members.has("d"):
        return okp_public(curve, x)
    return okp_private(curve, members.octets("d"), x)


def _akp(members: Members) -> Key | Problem:
    name = members.needed_text("alg")
    if not members.has("priv"):
        return akp_public(name, members.octets("pub"))
    pub = members.octets("pub") if members.has("pub") else None
    return akp_private(name, members.octets("priv"), pub)


# In this order: an EC key also has the members of an OKP key.
_REQUIRED = {
    "EC": ("crv", "x", "y"),
    "OKP": ("crv", "x"),
    "RSA": ("n", "e"),
    "AKP": ("alg", "pub"),
    "oct": ("k",),
}
_READERS: dict[KeyType, Callable[[Members], Key | Problem]] = {
    KeyType.OCT: _oct,
    KeyType.RSA: _rsa,
    KeyType.EC: _ec,
    KeyType.OKP: _okp,
    KeyType.AKP: _akp,
}
