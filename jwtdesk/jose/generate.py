"""A new key that fits an algorithm, as the text a person can keep."""

import json
import secrets

from jwtdesk.jose.algorithm import Algorithm, KeyType
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import base64url
from jwtdesk.jose.words import tr

RSA_EXPONENT = 65537
RSA_SIZES = (2048, 3072, 4096, 8192)
# The two curves of EdDSA, each by the size of its keys.
EDWARDS_SIZES = {"Ed25519": (256,), "Ed448": (456,), "EdDSA": (256, 456)}
SECRET_SIZES = (256, 384, 512, 1024)


def key_sizes(algorithm: Algorithm) -> tuple[int, ...]:
    """Return the sizes in bits that a new key for `algorithm` may have, the usual one first.

    Of a secret, the size is the randomness in it. One size means that the algorithm decides.
    """
    if algorithm.key_type is KeyType.OCT:
        return tuple(size for size in SECRET_SIZES if size >= algorithm.minimum_bits)
    if algorithm.key_type is KeyType.RSA:
        return RSA_SIZES
    return EDWARDS_SIZES.get(algorithm.name, (0,))


def generate(algorithm: Algorithm, bits: int = 0) -> bytes | Problem:
    """Return a private key for `algorithm`: PEM (PKCS#8), a JWK for ML-DSA, a text for HMAC.

    `bits` is one of `key_sizes`, 0 for the usual one. An HMAC secret is that many random bits
    written as base64url text (the text itself is the secret). RSA takes a second at 2,048 bits and
    a minute or more at 8,192: ask where it can be ended.
    """
    if algorithm.key_type is None:
        return Problem("key-not-needed", tr("Unsigned tokens (none) need no key."))
    sizes = key_sizes(algorithm)
    bits = bits or sizes[0]
    if bits not in sizes:
        return Problem("key-size", tr("No key of {bits} bits is made here.", bits=f"{bits:,}"))
    if algorithm.key_type is KeyType.OCT:
        return secrets.token_urlsafe(bits // 8).encode()
    if algorithm.key_type is KeyType.AKP:
        return _lattice(algorithm.name)
    return private_pem(_private(algorithm, bits))


def _private(algorithm: Algorithm, bits: int) -> object:
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

    if algorithm.key_type is KeyType.RSA:
        return rsa.generate_private_key(RSA_EXPONENT, bits)
    if algorithm.key_type is KeyType.OKP:
        small = bits == EDWARDS_SIZES["Ed25519"][0]
        return (ed25519.Ed25519PrivateKey if small else ed448.Ed448PrivateKey).generate()
    groups: dict[str, ec.EllipticCurve] = {
        "P-256": ec.SECP256R1(),
        "P-384": ec.SECP384R1(),
        "P-521": ec.SECP521R1(),
        "secp256k1": ec.SECP256K1(),
    }
    return ec.generate_private_key(groups[algorithm.curves[0]])


def private_pem(private: object) -> bytes:
    """Return a `cryptography` private key as PEM (PKCS#8), not encrypted."""
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    write = getattr(private, "private_bytes")  # noqa: B009 - every key kind has it, no type says so
    return bytes(write(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def _lattice(name: str) -> bytes:
    from cryptography.hazmat.primitives.asymmetric import mldsa

    seed = secrets.token_bytes(32)
    grown = getattr(mldsa, f"{name.replace('-', '')}PrivateKey").from_seed_bytes(seed)
    members = {
        "kty": "AKP",
        "alg": name,
        "pub": base64url(grown.public_key().public_bytes_raw()),
        "priv": base64url(seed),
    }
    return json.dumps(members, indent=2).encode()
