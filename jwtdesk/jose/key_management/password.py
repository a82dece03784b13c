"""PBES2: the content key wrapped with a key that is derived from a password (RFC 7518 4.8)."""

import secrets
from dataclasses import dataclass
from functools import partial

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import KeyType, Standing
from jwtdesk.jose.encryption import KeyManagement, Wrapped, Wrapping
from jwtdesk.jose.engines.joserfc import password_engine
from jwtdesk.jose.header_octets import header_octets
from jwtdesk.jose.iteration_count import ITERATIONS, affordable
from jwtdesk.jose.jsontext import Number, quote
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_wrap import secret_octets, unwrapped, wrapped
from jwtdesk.jose.problem import Problem

SALT_OCTETS = 16


@dataclass(frozen=True, slots=True)
class PasswordEngine:
    """PBKDF2 and AES Key Wrap, both computed by joserfc; the count is bounded here."""

    hash_bits: int
    bits: int

    def unwrap(self, key: Key, case: Wrapping) -> bytes | Problem:
        """Return the content key, or what is wrong with `p2s`, `p2c` or the password."""
        derived = self._derived(key, case)
        if isinstance(derived, Problem):
            return derived
        return unwrapped(self.bits, derived, case.encrypted_key)

    def wrap(self, key: Key, case: Wrapping, content_key: bytes | None) -> Wrapped | Problem:
        """Wrap the content key; salt and count are made up where the header has none."""
        members: list[tuple[str, str]] = []
        header = dict(case.header)
        if "p2s" not in header:
            header["p2s"] = base64url.encode(secrets.token_bytes(SALT_OCTETS))
            members.append(("p2s", quote(str(header["p2s"]))))
        if "p2c" not in header:
            header["p2c"] = Number(str(ITERATIONS))
            members.append(("p2c", str(ITERATIONS)))
        derived = self._derived(key, Wrapping(header, case.content, most=case.most))
        if isinstance(derived, Problem):
            return derived
        octets = content_key or secrets.token_bytes(case.content.key_octets)
        return Wrapped(octets, wrapped(self.bits, derived, octets), tuple(members))

    def _derived(self, key: Key, case: Wrapping) -> bytes | Problem:
        salt = header_octets(case.header, "p2s")
        count = affordable(case.header, case.most)
        if isinstance(salt, Problem):
            return salt
        if isinstance(count, Problem):
            return count
        engine = password_engine(self.hash_bits, self.bits)
        return bytes(engine.compute_derived_key(secret_octets(key.signing), salt, count))


def _pbes2(hash_bits: int, bits: int, order: int) -> KeyManagement:
    return KeyManagement(
        name=f"PBES2-HS{hash_bits}+A{bits}KW",
        key_types=(KeyType.OCT,),
        standing=Standing.LEGACY,
        reference="RFC 7518 section 4.8",
        description="Encrypted with a password: as strong as the password, slowed down by p2c.",
        order=order,
        engine=partial(PasswordEngine, hash_bits, bits),
        operations=("deriveKey", "deriveBits", "unwrapKey", "decrypt"),
        making=("deriveKey", "deriveBits", "wrapKey", "encrypt"),
    )


KEY_MANAGEMENT = (_pbes2(256, 128, 60), _pbes2(384, 192, 61), _pbes2(512, 256, 62))
