"""A new key that fits an algorithm, as the text a person can keep."""

import json
import secrets

from jwtdesk.jose.algorithm import Algorithm, KeyType
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import base64url
from jwtdesk.jose.words import tr

RSA_BITS, RSA_EXPONENT = 2048, 65537


def generate(algorithm: Algorithm) -> bytes | Problem:
    """Return a private key for `algorithm`: PEM (PKCS#8), a JWK for ML-DSA, a text for HMAC.

    An HMAC secret is random octets of the hash's length, written as base64url text (the text
    itself is the secret). RSA takes up to a second: ask off the thread that draws.
    """
    if algorithm.key_type is None:
        return Problem("key-not-needed", tr("Unsigned tokens (none) need no key."))
    if algorithm.key_type is KeyType.OCT:
        return secrets.token_urlsafe(algorithm.minimum_bits // 8).encode()
    if algorithm.key_type is KeyType.AKP:
        return _lattice(algorithm.name)
    return _pem(_private(algorithm))


def _private(algorithm: Algorithm) -> object:
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

    if algorithm.key_type is KeyType.RSA:
        return rsa.generate_private_key(RSA_EXPONENT, RSA_BITS)
    if algorithm.key_type is KeyType.OKP:
        exact = ed448.Ed448PrivateKey if algorithm.name == "Ed448" else ed25519.Ed25519PrivateKey
        return exact.generate()
    groups: dict[str, ec.EllipticCurve] = {
        "P-256": ec.SECP256R1(),
        "P-384": ec.SECP384R1(),
        "P-521": ec.SECP521R1(),
        "secp256k1": ec.SECP256K1(),
    }
    return ec.generate_private_key(groups[algorithm.curves[0]])


def _pem(private: object) -> bytes:
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
