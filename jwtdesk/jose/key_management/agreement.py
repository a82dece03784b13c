"""ECDH-ES: a key agreed upon with an ephemeral key, for the content or for wrapping (4.6)."""

import json
import secrets
from dataclasses import dataclass
from functools import partial

from jwtdesk.jose.algorithm import KeyType, Standing
from jwtdesk.jose.concat_kdf import derived
from jwtdesk.jose.encryption import KeyManagement, Wrapped, Wrapping
from jwtdesk.jose.ephemeral_key import agreed, ephemeral_of, new_ephemeral
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_wrap import unwrapped, wrapped
from jwtdesk.jose.problem import Problem


@dataclass(frozen=True, slots=True)
class AgreementEngine:
    """ECDH-ES, then AES Key Wrap with keys of `bits`; with 0 the agreed key is the content key.

    Agreement and derivation are computed with `cryptography`, the wrapping by joserfc, whose own
    agreement wants its key and header classes.
    """

    name: str
    bits: int

    def unwrap(self, key: Key, case: Wrapping) -> bytes | Problem:
        """Return the content key, or what is wrong with `epk`, the party names or the key."""
        ephemeral = ephemeral_of(case.header, key)
        if isinstance(ephemeral, Problem):
            return ephemeral
        shared = agreed(key.signing, ephemeral.public)
        made = shared if isinstance(shared, Problem) else self._derived(shared, case)
        if isinstance(made, Problem) or not self.bits:
            return made
        return unwrapped(self.bits, made, case.encrypted_key)

    def wrap(self, key: Key, case: Wrapping, content_key: bytes | None) -> Wrapped | Problem:
        """Agree with the public half of `key` under a new ephemeral key, which becomes `epk`."""
        private, epk = new_ephemeral(key)
        members = (("epk", json.dumps(epk, separators=(",", ":"))),)
        shared = agreed(private, key.public)
        made = shared if isinstance(shared, Problem) else self._derived(shared, case)
        if isinstance(made, Problem):
            return made
        if not self.bits:
            return Wrapped(made, b"", members)
        octets = content_key or secrets.token_bytes(case.content.key_octets)
        return Wrapped(octets, wrapped(self.bits, made, octets), members)

    def _derived(self, shared: bytes, case: Wrapping) -> bytes | Problem:
        purpose = self.name if self.bits else case.content.name
        return derived(shared, purpose, self.bits // 8 or case.content.key_octets, case.header)


def _ecdh(bits: int, order: int) -> KeyManagement:
    name = f"ECDH-ES+A{bits}KW" if bits else "ECDH-ES"
    direct = "The content key is agreed upon with an ephemeral elliptic curve key."
    wrapping = "A key agreed upon with an ephemeral elliptic curve key wraps the content key."
    return KeyManagement(
        name=name,
        key_types=(KeyType.EC, KeyType.OKP),
        standing=Standing.RECOMMENDED,
        reference="RFC 7518 section 4.6",
        description=wrapping if bits else direct,
        order=order,
        engine=partial(AgreementEngine, name, bits),
        operations=("deriveKey", "deriveBits"),
        making=("deriveKey", "deriveBits"),
        curves=("P-256", "P-384", "P-521", "X25519", "X448"),
        determined=not bits,
        public=True,
    )


KEY_MANAGEMENT = (_ecdh(0, 20), _ecdh(128, 21), _ecdh(192, 22), _ecdh(256, 23))
