"""A128GCMKW, A192GCMKW, A256GCMKW: the content key encrypted with AES-GCM (RFC 7518 4.7)."""

import secrets
from dataclasses import dataclass

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import KeyType, Standing
from jwtdesk.jose.encryption import KeyManagement, Wrapped, Wrapping
from jwtdesk.jose.header_octets import header_octets
from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_wrap import does_not_open, secret_octets
from jwtdesk.jose.problem import Problem

IV_OCTETS = 12
TAG_OCTETS = 16


@dataclass(frozen=True, slots=True)
class GcmEngine:
    """AES-GCM around the content key; its `iv` and `tag` travel in the header.

    Computed with `cryptography`: joserfc's object reads them from its own header class, and does
    not look at their length.
    """

    def unwrap(self, key: Key, case: Wrapping) -> bytes | Problem:
        """Return the content key, or what is wrong with `iv`, `tag` or the key."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        iv = header_octets(case.header, "iv", IV_OCTETS)
        tag = header_octets(case.header, "tag", TAG_OCTETS)
        if isinstance(iv, Problem):
            return iv
        if isinstance(tag, Problem):
            return tag
        try:
            return AESGCM(secret_octets(key.signing)).decrypt(iv, case.encrypted_key + tag, None)
        except InvalidTag:
            return does_not_open()

    def wrap(self, key: Key, case: Wrapping, content_key: bytes | None) -> Wrapped | Problem:
        """Encrypt the content key under a new `iv`."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        octets = content_key or secrets.token_bytes(case.content.key_octets)
        iv = secrets.token_bytes(IV_OCTETS)
        made = AESGCM(secret_octets(key.signing)).encrypt(iv, octets, None)
        encrypted, tag = made[:-TAG_OCTETS], made[-TAG_OCTETS:]
        lexemes = {"iv": iv, "tag": tag}
        members = tuple((name, quote(base64url.encode(one))) for name, one in lexemes.items())
        return Wrapped(octets, encrypted, members)


def _gcm(bits: int, order: int) -> KeyManagement:
    return KeyManagement(
        name=f"A{bits}GCMKW",
        key_types=(KeyType.OCT,),
        standing=Standing.RECOMMENDED,
        reference="RFC 7518 section 4.7",
        description="The content key encrypted with AES-GCM under a key that both sides share.",
        order=order,
        engine=GcmEngine,
        operations=("unwrapKey", "decrypt"),
        making=("wrapKey", "encrypt"),
        exact_bits=bits,
    )


KEY_MANAGEMENT = (_gcm(128, 40), _gcm(192, 41), _gcm(256, 42))
