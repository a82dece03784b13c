"""joserfc's own algorithm objects for encryption, loaded when the first one is needed.

Only those that work on plain octets are used: the content encryptions, AES Key Wrap and the key
derivation of PBES2. Its RSA, GCM key wrapping and ECDH objects insist on its own key and header
classes (and refuse keys for their size or use), so those ways compute with `cryptography`.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from joserfc._rfc7516.models import JWEEncModel
    from joserfc._rfc7518.jwe_algs import AESAlgKeyWrapping, PBES2HSAlgKeyEncryption


@cache
def content_engine(name: str) -> "JWEEncModel":
    """Return joserfc's model of the `enc` value `name`: `encrypt` and `decrypt` take octets."""
    from joserfc.jwe import JWERegistry

    return JWERegistry.algorithms["enc"][name]


@cache
def wrap_engine(bits: int) -> "AESAlgKeyWrapping":
    """Return joserfc's AES Key Wrap for keys of `bits`: `wrap_cek`, `unwrap_cek` (RFC 3394)."""
    from joserfc._rfc7518.jwe_algs import AESAlgKeyWrapping

    return AESAlgKeyWrapping(bits)


@cache
def password_engine(hash_bits: int, key_bits: int) -> "PBES2HSAlgKeyEncryption":
    """Return joserfc's PBES2: `compute_derived_key` takes password, salt input and count."""
    from joserfc._rfc7518.jwe_algs import PBES2HSAlgKeyEncryption

    return PBES2HSAlgKeyEncryption(hash_bits, wrap_engine(key_bits))
