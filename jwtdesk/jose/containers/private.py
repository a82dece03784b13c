"""Private keys in ASN.1: PKCS#8, PKCS#1 and SEC1 (RFC 5958, RFC 8017, RFC 5915, RFC 9881)."""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.containers.named import Named, curve_named, named
from jwtdesk.jose.der import INTEGER, OCTET_STRING, SEQUENCE, Der, Malformed
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.akp import akp_private
from jwtdesk.jose.material.ec import ec_point, ec_private
from jwtdesk.jose.material.okp import okp_private
from jwtdesk.jose.material.rsa import rsa_private
from jwtdesk.jose.material.rsa_signing import RsaParts
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

ATTRIBUTES, PUBLIC_KEY = 0xA0, 0x81
SEED = 0x80
PARAMETERS, POINT = 0xA0, 0xA1
TWO_PRIMES = 0
NUMBERS = ("n", "e", "d", "p", "q", "dp", "dq", "qi")
# OpenSSL's own form of a DSA key begins as an RSA key does, and is shorter: p, q, g, y, x.
DSA_NUMBERS = 5


def read_pkcs8(info: Der) -> Key | Problem:
    """Read what follows the version of a PKCS#8 key (RFC 5958 section 2); raises `Malformed`."""
    kind = named(info.sequence())
    if isinstance(kind, Problem):
        return kind
    content = info.take(OCTET_STRING)
    if kind.type is KeyType.RSA:
        return read_pkcs1_private(Der(content).sequence())
    if kind.type is KeyType.EC:
        fields = Der(content).sequence()
        fields.number()
        return read_sec1(fields, kind)
    if kind.type is KeyType.AKP:
        return _lattice(kind, Der(content))
    return okp_private(kind.curve, Der(content).take(OCTET_STRING), _public_octets(info))


def _public_octets(info: Der) -> bytes | None:
    if info.peek() == ATTRIBUTES:
        info.skip()
    if info.peek() != PUBLIC_KEY:
        return None
    return info.take(PUBLIC_KEY)[1:]


def _lattice(kind: Named, content: Der) -> Key | Problem:
    if content.peek() == SEED:
        return akp_private(kind.curve, content.take(SEED))
    if content.peek() == SEQUENCE:
        return akp_private(kind.curve, content.sequence().take(OCTET_STRING))
    return Problem(
        "akp-expanded-only",
        tr(
            "This {name} key holds only the expanded form; the 32-byte seed is needed.",
            name=kind.curve,
        ),
    )


def read_pkcs1_private(numbers: Der) -> Key | Problem:
    """Read the fields of an RSAPrivateKey (RFC 8017 appendix A.1.2); raises `Malformed`."""
    if numbers.number() != TWO_PRIMES:
        return Problem(
            "rsa-multi-prime",
            tr("This RSA key has more than two primes, which is not computed with."),
        )
    found: list[int] = []
    while numbers.peek() == INTEGER and len(found) < len(NUMBERS):
        found.append(max(numbers.number(), 0))
    if len(found) == DSA_NUMBERS and numbers.peek() is None:
        return Problem("key-type-foreign", tr("This is a DSA key, which no JWT algorithm uses."))
    if len(found) < len(NUMBERS):
        raise Malformed
    n, e, d, p, q, dp, dq, qi = found
    return rsa_private(RsaParts(n, e, d, p, q, dp, dq, qi))


def read_sec1(fields: Der, kind: Named | None = None) -> Key | Problem:
    """Read what follows the version of an ECPrivateKey (RFC 5915); raises `Malformed`.

    `kind` is the curve that a surrounding PKCS#8 names; without it the key must name its own.
    """
    d = int.from_bytes(fields.take(OCTET_STRING), "big")
    if fields.peek() == PARAMETERS:
        own = curve_named(Der(fields.take(PARAMETERS)))
        if isinstance(own, Problem):
            return own
        kind = kind or own
    if kind is None:
        return Problem(
            "ec-no-curve", tr("This EC key does not name its curve: write it again as PKCS#8.")
        )
    if fields.peek() != POINT:
        return ec_private(kind.curve, d)
    return ec_private(kind.curve, d, ec_point(kind.curve, Der(fields.take(POINT)).bits()))
