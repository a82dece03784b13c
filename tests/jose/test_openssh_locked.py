"""Encrypted OpenSSH keys: every cipher of ssh-keygen is opened, at a bounded cost."""

import pytest

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.openssh import read_openssh_private
from jwtdesk.jose.openssh_locked import CIPHERS, MOST_ROUNDS, Locked, opened
from jwtdesk.jose.problem import Problem
from tests.keys.locate import PASSPHRASE, key_file, key_named
from tests.programs import program, run

FILE = "ed25519-private-encrypted-openssh.pem"


def _code(found: object) -> str:
    return found.code if isinstance(found, Problem) else ""


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [(None, "key-encrypted"), (b"", "key-encrypted"), (b"wrong", "key-passphrase-wrong")],
)
def test_without_the_right_passphrase_it_says_so(passphrase: bytes | None, code: str) -> None:
    """A missing passphrase is asked for, a wrong one is called wrong."""
    found = read_key(KeyInput(key_file(FILE), passphrase=passphrase))
    assert isinstance(found, Unreadable)
    assert found.problem.code == code


def test_with_the_passphrase_it_is_the_key() -> None:
    """The encrypted key is read whole."""
    key = key_named(FILE, PASSPHRASE)
    assert (key.form, key.private, key.curve) == ("OpenSSH", True, "Ed25519")


@pytest.mark.parametrize("cipher", CIPHERS)
def test_every_cipher_of_ssh_keygen(cipher: str, tmp_path: object) -> None:
    """What ssh-keygen writes with each of its ciphers reads as the key of its public file."""
    made = f"{tmp_path}/key"
    keygen = program("ssh-keygen")
    run(keygen, "-q", "-t", "ed25519", "-N", "pass word", "-Z", cipher, "-a", "2", "-f", made)
    found = read_key(KeyInput(_octets(made), passphrase=b"pass word"))
    public = read_key(KeyInput(_octets(f"{made}.pub")))
    assert isinstance(found, Keys)
    assert isinstance(public, Keys)
    assert found.members[0].thumbprint == public.members[0].thumbprint
    wrong = read_key(KeyInput(_octets(made), passphrase=b"passwort"))
    assert isinstance(wrong, Unreadable)
    assert wrong.problem.code == "key-passphrase-wrong"


def _octets(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - the same path goes to a program
        return file.read()


@pytest.mark.parametrize(
    ("cipher", "derivation", "rounds", "salt", "code"),
    [
        ("rot13", "bcrypt", 1, b"salt", "openssh-cipher"),
        ("aes256-ctr", "argon2", 1, b"salt", "openssh-cipher"),
        ("aes256-ctr", "bcrypt", MOST_ROUNDS + 1, b"salt", "key-too-costly"),
        ("aes256-ctr", "bcrypt", 0, b"salt", "key-too-costly"),
        ("aes256-ctr", "bcrypt", 1, b"", "key-too-costly"),
        ("aes256-cbc", "bcrypt", 1, b"salt", "key-passphrase-wrong"),
        ("aes256-gcm@openssh.com", "bcrypt", 1, b"salt", "key-passphrase-wrong"),
        ("chacha20-poly1305@openssh.com", "bcrypt", 1, b"salt", "key-passphrase-wrong"),
    ],
)
def test_what_cannot_be_opened_says_why(
    cipher: str, derivation: str, rounds: int, salt: bytes, code: str
) -> None:
    """An unknown cipher, a hostile cost and damaged octets are told apart."""
    locked = Locked(cipher, derivation, salt, rounds, b"no whole block", bytes(16))
    assert _code(opened(locked, b"pw")) == code


def test_a_damaged_check_without_a_cipher() -> None:
    """An unencrypted key whose check fails is damaged: no passphrase is asked for."""
    octets = key_file("ed25519-private-openssh.pem")
    key = read_key(KeyInput(octets))
    assert isinstance(key, Keys)
    from jwtdesk.jose.armour import read_armour

    (block,) = read_armour(octets.decode()).blocks
    at = block.octets.index(b"ssh-ed25519", 100)
    broken = bytearray(block.octets)
    broken[at - 8] ^= 1
    found = read_openssh_private(bytes(broken))
    assert not isinstance(found, Key)
    assert found.code == "openssh-malformed"
