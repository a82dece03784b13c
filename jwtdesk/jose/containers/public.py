"""Public keys in ASN.1: SubjectPublicKeyInfo and PKCS#1 (RFC 5280, RFC 8017)."""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.containers.named import Named, named
from jwtdesk.jose.der import Der
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.akp import akp_public
from jwtdesk.jose.material.ec import ec_point
from jwtdesk.jose.material.okp import okp_public
from jwtdesk.jose.material.rsa import rsa_public
from jwtdesk.jose.problem import Problem

VERSION = 0xA0


def read_spki(info: Der) -> Key | Problem:
    """Read the fields of a SubjectPublicKeyInfo (RFC 5280 section 4.1); raises `Malformed`."""
    kind = named(info.sequence())
    return kind if isinstance(kind, Problem) else public_of(kind, info.bits())


def public_of(kind: Named, content: bytes) -> Key | Problem:
    """Read the public key `content` of a type already known; raises `Malformed`."""
    if kind.type is KeyType.RSA:
        return read_pkcs1_public(Der(content).sequence())
    if kind.type is KeyType.EC:
        return ec_point(kind.curve, content)
    if kind.type is KeyType.AKP:
        return akp_public(kind.curve, content)
    return okp_public(kind.curve, content)


def read_pkcs1_public(numbers: Der) -> Key | Problem:
    """Read the fields of an RSAPublicKey (RFC 8017 appendix A.1.1); raises `Malformed`."""
    n, e = numbers.number(), numbers.number()
    return rsa_public(max(n, 0), max(e, 0))


def read_certificate(fields: Der) -> Key | Problem:
    """Read the public key of a Certificate (RFC 5280 section 4.1); raises `Malformed`.

    Nothing else of the certificate is judged here: not its dates, not who signed it.
    """
    inner = fields.sequence()
    if inner.peek() == VERSION:
        inner.skip()
    for _ in ("serial", "signature", "issuer", "validity", "subject"):
        inner.skip()
    return read_spki(inner.sequence())
