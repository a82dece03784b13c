"""Key texts that were made to do harm: each answered, each quickly, none by the library."""

import json

import pytest

from jwtdesk.jose.key import KeyInput, Keys, SecretEncoding, Unreadable
from jwtdesk.jose.key_format import key_formats, read_key
from jwtdesk.jose.key_weight import is_stubborn
from tests.vectors.locate import vectors

FILES = {
    "base64_only.txt": "der-bare-base64",
    "brainpool256.pem": "ec-curve-foreign",
    "crlf.pem": "",
    "dsa.pem": "key-type-foreign",
    "empty.pem": "key-empty",
    "encrypted_pw.pem": "key-encrypted",
    "escaped_newlines.pem": "pem-escaped-newlines",
    "id_ed25519.pub": "",
    "indented.pem": "pem-indented",
    "junk_before.pem": "pem-text-around",
    "legacy_enc_pw.pem": "key-encrypted",
    "no_newlines.pem": "pem-one-line",
    "nul.pem": "secret-invisible",
    "openssh_ed25519": "",
    "pkcs8_pbes2_2147483647.pem": "key-encrypted",
    "quoted.pem": "pem-escaped-newlines",
    "rsa_private_14k_mersenne.pem": "",
    "rsa_private_21k_mersenne.pem": "rsa-too-large",
    "rsa_private_4.4k_mersenne.pem": "",
    "secp224.pem": "ec-curve-foreign",
    "two_keys.pem": "",
    "utf16.pem": "key-utf16",
}
STUBBORN = ("encrypted", "legacy", "openssh", "pbes2", "rsa_private")


def _first_code(found: Keys | Unreadable) -> str:
    if isinstance(found, Unreadable):
        return found.problem.code
    return found.problems[0].code if found.problems else ""


@pytest.mark.parametrize("name", FILES)
def test_hostile_file_is_answered(name: str) -> None:
    """Each file is read with a note or refused for its true reason."""
    given = KeyInput(vectors(f"hostile/keys/{name}").read_bytes())
    assert _first_code(read_key(given)) == FILES[name]
    assert is_stubborn(given) == any(word in name for word in STUBBORN)


@pytest.mark.parametrize(
    ("name", "passphrase", "code"),
    [
        ("encrypted_pw.pem", b"pw", ""),
        ("legacy_enc_pw.pem", b"pw", ""),
        ("encrypted_pw.pem", b"no", "key-passphrase-wrong"),
        ("pkcs8_pbes2_2147483647.pem", b"pw", "key-too-costly"),
    ],
)
def test_hostile_file_with_its_passphrase(name: str, passphrase: bytes, code: str) -> None:
    """With a passphrase, only a bounded amount of work is done."""
    octets = vectors(f"hostile/keys/{name}").read_bytes()
    assert _first_code(read_key(KeyInput(octets, passphrase=passphrase))) == code


@pytest.mark.parametrize("name", [one.name for one in key_formats()])
def test_every_file_in_every_format(name: str) -> None:
    """No format raises on any hostile file, whatever encoding and passphrase are given."""
    for file in sorted(vectors("hostile/keys").iterdir()):
        for encoding in SecretEncoding:
            given = KeyInput(file.read_bytes(), name, encoding, b"pw")
            assert isinstance(read_key(given), Keys | Unreadable)


JWKS = {
    "jwk-n-16384": "",
    "jwk-n-1000000": "rsa-too-large",
    "jwk-e-4096bit": "rsa-exponent-large",
    "jwk-e-1": "rsa-exponent-one",
    "jwk-e-2": "rsa-exponent-even",
    "jwk-n-0": "rsa-too-small",
    "jwk-n-leading-zeros": "jwk-leading-zeros",
    "jwk-n-hex": "jwk-member-digits",
    "jwk-n-decimal-number": "jwk-member-type",
    "jwk-ec-short-x": "ec-off-curve",
    "jwk-okp-small-order": "okp-small-order",
    "jwk-okp-x25519-for-sig": "",
    "jwk-okp-mismatch-d": "key-inconsistent",
    "jwk-oct-no-k": "jwk-member-missing",
    "jwk-oct-k-number": "jwk-member-type",
    "jwk-oct-k-std-base64": "jwk-member-encoding",
    "jwk-kty-missing": "document-no-key",
    "jwk-alg-list": "jwk-member-type",
    "jwk-key_ops-empty": "",
    "jwk-akp-no-alg": "jwk-member-missing",
    "jwk-set-empty": "jwks-empty",
    "jwk-set-dup-kid": "",
    "jwk-set-mixed": "",
    "jwk-set-unknown-kty": "jwk-unknown-type",
    "jwk-google-x509-map": "der-unknown",
}


def test_hostile_jwks() -> None:
    """Each odd JWK is read with its oddity told, or refused for its true reason."""
    for one in json.loads(vectors("hostile/jwks.json").read_text()):
        found = read_key(KeyInput(json.dumps(one["jwk"]).encode()))
        code = _first_code(found)
        if isinstance(found, Keys) and not code and found.members[0].problems:
            code = found.members[0].problems[0].code
        assert code == JWKS[one["id"]], one["id"]


@pytest.mark.parametrize(
    "octets",
    [
        b"-" * 1_000_000,
        b"-----BEGIN A-----" * 60_000,
        b"-----BEGIN A-----" + b" " * 1_000_000 + b"!",
        b"-----BEGIN A-----\n" + b"a:\n " * 250_000,
        b"M" + b" " * 1_000_000 + b"!",
        b"MA" * 500_000,
        b"\\" * 1_000_000,
        b"[" * 1_000_000,
        b'{"keys":[' + b"{}," * 300_000 + b"{}]}",
        b'{"kty":"RSA","n":"' + b"A" * 1_000_000 + b'","e":"AQAB"}',
        b'{"kty":"oct","k":' + b"1" * 1_000_000 + b"}",
        b"ssh-rsa " + b" " * 1_000_000,
        b"\t" * 1_000_000,
        b"a b" * 300_000,
        b"\x30\x84\x00\x0f\x42\x40" + b"\x30\x80" * 500_000,
        b"\x00" * 1_000_000,
        "\u200b".encode() * 300_000,
        b"\xff\xfe" * 500_000,
    ],
    ids=lambda octets: ascii(octets[:12]),
)
@pytest.mark.parametrize("name", ["auto", *(one.name for one in key_formats())])
def test_long_texts_end(octets: bytes, name: str) -> None:
    """A megabyte of anything is answered; none of the readers goes over it again and again."""
    assert isinstance(read_key(KeyInput(octets, name)), Keys | Unreadable)
    assert is_stubborn(KeyInput(octets, name)) in (True, False)
