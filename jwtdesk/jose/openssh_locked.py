"""The encrypted part of an OpenSSH private key, opened with its passphrase at a bounded cost."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jwtdesk.jose.containers.encrypted import no_passphrase, too_costly, wrong_passphrase
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import CipherAlgorithm
    from cryptography.hazmat.primitives.ciphers.modes import Mode

# About 25 ms each; ssh-keygen's own default is 24, and 100 is the usual advice for more.
MOST_ROUNDS = 128
POLY_CIPHER = "chacha20-poly1305@openssh.com"
TAG = 16


@dataclass(frozen=True, slots=True)
class _Cipher:
    """Lengths in octets, and how the blocks are chained."""

    key: int
    vector: int
    chaining: str


CIPHERS = {
    "aes128-ctr": _Cipher(16, 16, "CTR"),
    "aes192-ctr": _Cipher(24, 16, "CTR"),
    "aes256-ctr": _Cipher(32, 16, "CTR"),
    "aes128-cbc": _Cipher(16, 16, "CBC"),
    "aes192-cbc": _Cipher(24, 16, "CBC"),
    "aes256-cbc": _Cipher(32, 16, "CBC"),
    "3des-cbc": _Cipher(24, 8, "CBC"),
    "aes128-gcm@openssh.com": _Cipher(16, 12, "GCM"),
    "aes256-gcm@openssh.com": _Cipher(32, 12, "GCM"),
    POLY_CIPHER: _Cipher(64, 0, "POLY"),
}


@dataclass(frozen=True, slots=True)
class Locked:
    """What the head of an encrypted key says: its cipher, and how the passphrase becomes a key.

    `tail` is what follows the encrypted octets: the tag of a cipher that has one.
    """

    cipher: str
    derivation: str
    salt: bytes
    rounds: int
    octets: bytes = field(repr=False)
    tail: bytes = field(default=b"", repr=False)


def opened(locked: Locked, passphrase: bytes | None) -> bytes | Problem:
    """Return the plain inner octets; whether they are right, their own check tells. Never raises.

    The cost that the key asks for is read first, so that none can take minutes.
    """
    cipher = CIPHERS.get(locked.cipher)
    if cipher is None or locked.derivation != "bcrypt":
        return Problem(
            "openssh-cipher",
            tr(
                "This OpenSSH key is encrypted in a way that is not known here ({cipher}). "
                "Convert a copy of it: ssh-keygen -p -m PKCS8 -f FILE",
                cipher=ascii(locked.cipher[:40])[1:-1],
            ),
        )
    if not passphrase:
        return no_passphrase()
    if not 0 < locked.rounds <= MOST_ROUNDS or not locked.salt:
        return too_costly(locked.rounds, MOST_ROUNDS)
    import bcrypt

    made = bcrypt.kdf(
        passphrase, locked.salt, cipher.key + cipher.vector, locked.rounds, ignore_few_rounds=True
    )
    try:
        return _decrypted(locked, cipher, made)
    except Exception:  # noqa: BLE001 - a wrong tag or length: the library's words say less
        return wrong_passphrase()


def _decrypted(locked: Locked, cipher: _Cipher, made: bytes) -> bytes:
    if cipher.chaining == "POLY":
        return _poly(locked, made)
    from cryptography.hazmat.primitives.ciphers import Cipher, modes

    key, vector = made[: cipher.key], made[cipher.key :]
    mode: Mode
    if cipher.chaining == "GCM":
        mode = modes.GCM(vector, locked.tail[:TAG])
    else:
        mode = modes.CTR(vector) if cipher.chaining == "CTR" else modes.CBC(vector)
    work = Cipher(_block_cipher(locked.cipher, key), mode).decryptor()
    return bytes(work.update(locked.octets) + work.finalize())


def _block_cipher(name: str, key: bytes) -> "CipherAlgorithm":
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
    from cryptography.hazmat.primitives.ciphers.algorithms import AES

    return TripleDES(key) if name.startswith("3des") else AES(key)


def _poly(locked: Locked, made: bytes) -> bytes:
    """Return what OpenSSH's own pairing of ChaCha20 and Poly1305 hides (PROTOCOL.chacha20poly1305).

    A key file is packet number zero; of the two keys only the first is used in it.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
    from cryptography.hazmat.primitives.poly1305 import Poly1305

    def stream(block: int, octets: bytes) -> bytes:
        work = Cipher(ChaCha20(made[:32], block.to_bytes(8, "little") + bytes(8)), None)
        return bytes(work.encryptor().update(octets))

    Poly1305.verify_tag(stream(0, bytes(32)), locked.octets, locked.tail[:TAG])
    return stream(1, locked.octets)
