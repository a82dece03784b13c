"""A private PEM key whose public part is someone else's, written again with its own."""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.armour import Block, read_armour
from jwtdesk.jose.containers.named import curve_named, named
from jwtdesk.jose.containers.private import NUMBERS, PARAMETERS
from jwtdesk.jose.containers.shape import Shape, shape_of
from jwtdesk.jose.der import OCTET_STRING, Der, Malformed
from jwtdesk.jose.export import ExportForm, export
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.key_text import key_text
from jwtdesk.jose.material.ec import ec_private
from jwtdesk.jose.material.okp import okp_private
from jwtdesk.jose.material.rsa import rsa_private
from jwtdesk.jose.material.rsa_signing import RsaParts
from jwtdesk.jose.problem import Problem


def pem_with_own_public(octets: bytes) -> bytes | None:
    """Return the first private block of the PEM text `octets`, its public part made anew.

    None when there is none that lies open, or its private numbers alone make no key.
    """
    found = key_text(octets)
    blocks = read_armour(found.text).blocks if found is not None else ()
    keys = (_private(block) for block in blocks if not block.encrypted)
    for key in keys:
        if isinstance(key, Key):
            written = export(Keys((key,), key.form), key, ExportForm.PKCS8)
            return None if isinstance(written, Problem) else written
    return None


def _private(block: Block) -> Key | Problem | None:
    shape = shape_of(block.octets)
    try:
        fields = Der(block.octets).sequence()
        if shape is Shape.PKCS1_PRIVATE:
            return _rsa(fields)
        if shape not in (Shape.PKCS8, Shape.SEC1):
            return None
        fields.number()
        return _pkcs8(fields) if shape is Shape.PKCS8 else _sec1(fields, "")
    except Malformed:
        return None


def _pkcs8(fields: Der) -> Key | Problem | None:
    kind = named(fields.sequence())
    if isinstance(kind, Problem):
        return kind
    content = Der(fields.take(OCTET_STRING))
    if kind.type is KeyType.RSA:
        return _rsa(content.sequence())
    if kind.type is KeyType.EC:
        inside = content.sequence()
        inside.number()
        return _sec1(inside, kind.curve)
    return okp_private(kind.curve, content.take(OCTET_STRING))


def _sec1(fields: Der, curve: str) -> Key | Problem | None:
    """Read an ECPrivateKey (RFC 5915 section 3) without the point behind it."""
    d = int.from_bytes(fields.take(OCTET_STRING), "big")
    if not curve and fields.peek() == PARAMETERS:
        own = curve_named(Der(fields.take(PARAMETERS)))
        if isinstance(own, Problem):
            return own
        curve = own.curve
    return ec_private(curve, d)


def _rsa(fields: Der) -> Key | Problem | None:
    """Read an RSAPrivateKey (RFC 8017 appendix A.1.2) with the modulus of its primes."""
    fields.number()
    _, e, d, p, q, dp, dq, qi = (max(fields.number(), 0) for _ in NUMBERS)
    return rsa_private(RsaParts(p * q, e, d, p, q, dp, dq, qi))
