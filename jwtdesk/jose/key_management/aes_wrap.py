"""A128KW, A192KW, A256KW: the content key wrapped with a shared key (RFC 7518 section 4.4)."""

import secrets
from dataclasses import dataclass
from functools import partial

from jwtdesk.jose.algorithm import KeyType, Standing
from jwtdesk.jose.encryption import KeyManagement, Wrapped, Wrapping
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_wrap import secret_octets, unwrapped, wrapped
from jwtdesk.jose.problem import Problem


@dataclass(frozen=True, slots=True)
class WrapEngine:
    """AES Key Wrap with a shared key of `bits`, computed by joserfc."""

    bits: int

    def unwrap(self, key: Key, case: Wrapping) -> bytes | Problem:
        """Return the content key, or that this key does not open it."""
        return unwrapped(self.bits, secret_octets(key.signing), case.encrypted_key)

    def wrap(self, key: Key, case: Wrapping, content_key: bytes | None) -> Wrapped | Problem:
        """Wrap the content key; nothing has to be told in the header."""
        octets = content_key or secrets.token_bytes(case.content.key_octets)
        return Wrapped(octets, wrapped(self.bits, secret_octets(key.signing), octets))


def _aes(bits: int, order: int) -> KeyManagement:
    return KeyManagement(
        name=f"A{bits}KW",
        key_types=(KeyType.OCT,),
        standing=Standing.RECOMMENDED,
        reference="RFC 7518 section 4.4",
        description="The content key wrapped with AES under a key that both sides share.",
        order=order,
        engine=partial(WrapEngine, bits),
        operations=("unwrapKey", "decrypt"),
        making=("wrapKey", "encrypt"),
        exact_bits=bits,
    )


KEY_MANAGEMENT = (_aes(128, 30), _aes(192, 31), _aes(256, 32))
