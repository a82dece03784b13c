"""RSA1_5, RSA-OAEP, RSA-OAEP-256 (-384, -512): the content key encrypted for an RSA key."""

import secrets
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from jwtdesk.jose.algorithm import KeyType, Standing
from jwtdesk.jose.encryption import KeyManagement, Wrapped, Wrapping
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.loaded import loaded
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.padding import AsymmetricPadding

HASH_OCTETS = {"SHA1": 20, "SHA256": 32, "SHA384": 48, "SHA512": 64}
PKCS1_OVERHEAD = 11


@dataclass(frozen=True, slots=True)
class RsaEngine:
    """RSA decryption and encryption with OAEP over `hash_name`, or PKCS#1 v1.5 when it is "".

    Computed with `cryptography`: joserfc's object refuses keys for their size and use.
    """

    hash_name: str

    def unwrap(self, key: Key, case: Wrapping) -> bytes | Problem:
        """Return the content key; under PKCS#1 v1.5 a wrong padding yields a random one."""
        private: Any = loaded(key.signing)
        try:
            opened = bytes(private.decrypt(case.encrypted_key, self._padding()))
        except Exception:  # noqa: BLE001 - the library's text may hold the key
            opened = b""
        if len(opened) == case.content.key_octets:
            return opened
        if not self.hash_name:
            # What went wrong is not told apart, as RFC 7516 section 11.5 asks.
            return secrets.token_bytes(case.content.key_octets)
        if opened:
            return Problem("content-key-length", tr("The encrypted key has the wrong length."))
        text = tr("The encrypted key does not open with this key: it was made for another one.")
        return Problem("wrong-key", text)

    def wrap(self, key: Key, case: Wrapping, content_key: bytes | None) -> Wrapped | Problem:
        """Encrypt the content key with the public half of `key`."""
        octets = content_key or secrets.token_bytes(case.content.key_octets)
        public: Any = key.public
        return Wrapped(octets, bytes(public.encrypt(octets, self._padding())))

    def _padding(self) -> "AsymmetricPadding":
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import padding

        if not self.hash_name:
            return padding.PKCS1v15()
        chosen = getattr(hashes, self.hash_name)
        return padding.OAEP(padding.MGF1(chosen()), chosen(), None)


def _rsa(name: str, hash_name: str, order: int, standing: Standing) -> KeyManagement:
    modern = "The content key encrypted for an RSA key with OAEP padding."
    old = "The content key encrypted for an RSA key with PKCS#1 v1.5 padding, which leaks."
    own = {"": "RFC 7518 section 4.2", "SHA384": "W3C WebCryptoAPI", "SHA512": "W3C WebCryptoAPI"}
    return KeyManagement(
        name=name,
        key_types=(KeyType.RSA,),
        standing=standing,
        reference=own.get(hash_name, "RFC 7518 section 4.3"),
        description=modern if hash_name else old,
        order=order,
        engine=partial(RsaEngine, hash_name),
        operations=("unwrapKey", "decrypt"),
        making=("wrapKey", "encrypt"),
        minimum_bits=2048,
        overhead=2 * HASH_OCTETS[hash_name] + 2 if hash_name else PKCS1_OVERHEAD,
        public=True,
        conceals=not hash_name,
    )


KEY_MANAGEMENT = (
    _rsa("RSA-OAEP", "SHA1", 10, Standing.RECOMMENDED),
    _rsa("RSA-OAEP-256", "SHA256", 11, Standing.RECOMMENDED),
    _rsa("RSA-OAEP-384", "SHA384", 12, Standing.RECOMMENDED),
    _rsa("RSA-OAEP-512", "SHA512", 13, Standing.RECOMMENDED),
    _rsa("RSA1_5", "", 14, Standing.DEPRECATED),
)
