"""A new key that fits a way to encrypt, as the text a person can keep."""

import json
import secrets

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.encryption import ContentEncryption, KeyManagement
from jwtdesk.jose.generate import RSA_EXPONENT, RSA_SIZES, private_pem
from jwtdesk.jose.iteration_count import is_password_based
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import base64url
from jwtdesk.jose.words import tr

PASSWORD_BITS = 192


def encryption_key_sizes(management: KeyManagement, content: ContentEncryption) -> tuple[int, ...]:
    """Return the sizes in bits that a new key may have, the usual one first.

    Of a password it is the randomness in it. One size means that the algorithm decides.
    """
    if is_password_based({"alg": management.name}):
        return (PASSWORD_BITS,)
    if KeyType.OCT in management.key_types:
        return (management.exact_bits or content.key_octets * 8,)
    return RSA_SIZES if KeyType.RSA in management.key_types else (0,)


def generate_encryption_key(
    management: KeyManagement, content: ContentEncryption, bits: int = 0, curve: str = ""
) -> bytes | Problem:
    """Return a private key for `management` with `content`.

    A secret as a JWK of kind oct, a password as text, all else as PEM (PKCS#8). `bits` is one of
    `encryption_key_sizes`, 0 for the usual one; `curve` one of the curves of `management`, ""
    for the first. RSA takes a second and more: ask where it can be ended.
    """
    sizes = encryption_key_sizes(management, content)
    bits = bits or sizes[0]
    if bits not in sizes:
        return Problem("key-size", tr("No key of {bits} bits is made here.", bits=f"{bits:,}"))
    if is_password_based({"alg": management.name}):
        return secrets.token_urlsafe(bits // 8).encode()
    if KeyType.OCT in management.key_types:
        secret = {"kty": "oct", "k": base64url(secrets.token_bytes(bits // 8))}
        return json.dumps(secret, indent=2).encode()
    if management.curves and curve not in ("", *management.curves):
        return Problem("key-curve", tr("No key on this curve fits {alg}.", alg=management.name))
    return private_pem(_private(management, bits, curve))


def _private(management: KeyManagement, bits: int, curve: str) -> object:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa, x448, x25519

    if not management.curves:
        return rsa.generate_private_key(RSA_EXPONENT, bits)
    chosen = curve or management.curves[0]
    if chosen == "X25519":
        return x25519.X25519PrivateKey.generate()
    if chosen == "X448":
        return x448.X448PrivateKey.generate()
    groups = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1(), "P-521": ec.SECP521R1()}
    return ec.generate_private_key(groups[chosen])
