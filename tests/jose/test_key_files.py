"""Every way a key is written down reads as the same key."""

import pytest

from jwtdesk.jose.key import KeyInput, Unreadable
from jwtdesk.jose.key_format import detect, key_formats, read_key
from tests.keys.locate import PASSPHRASE, key_file, key_named

SIZES = {
    "rsa-1024": ("RSA", 1024, None),
    "rsa-2048": ("RSA", 2048, None),
    "rsa-pss-2048": ("RSA", 2048, None),
    "ec-p256": ("EC", 256, "P-256"),
    "ec-p384": ("EC", 384, "P-384"),
    "ec-p521": ("EC", 521, "P-521"),
    "ec-secp256k1": ("EC", 256, "secp256k1"),
    "ed25519": ("OKP", 256, "Ed25519"),
    "ed448": ("OKP", 456, "Ed448"),
    "x25519": ("OKP", 256, "X25519"),
    "ml-dsa-44": ("AKP", 1312 * 8, "ML-DSA-44"),
    "ml-dsa-65": ("AKP", 1952 * 8, "ML-DSA-65"),
    "ml-dsa-87": ("AKP", 2592 * 8, "ML-DSA-87"),
}
FILES = (
    # file, its key, private, form
    ("rsa-1024-private-pkcs8.pem", "rsa-1024", True, "PEM, PKCS#8"),
    ("rsa-2048-private-pkcs8.pem", "rsa-2048", True, "PEM, PKCS#8"),
    ("rsa-2048-private-pkcs1.pem", "rsa-2048", True, "PEM, PKCS#1 private"),
    ("rsa-2048-private-pkcs8.der", "rsa-2048", True, "DER, PKCS#8"),
    ("rsa-2048-private-openssh.pem", "rsa-2048", True, "OpenSSH"),
    ("rsa-2048-private-encrypted-pkcs8.pem", "rsa-2048", True, "PEM, encrypted PKCS#8"),
    ("rsa-2048-private-encrypted-legacy.pem", "rsa-2048", True, "PEM, PKCS#8, encrypted"),
    ("rsa-2048.p12", "rsa-2048", True, "DER, PKCS#12"),
    ("rsa-2048-public-spki.pem", "rsa-2048", False, "PEM, SPKI"),
    ("rsa-2048-public-pkcs1.pem", "rsa-2048", False, "PEM, PKCS#1 public"),
    ("rsa-2048-public-openssh.txt", "rsa-2048", False, "OpenSSH"),
    ("rsa-2048-certificate.pem", "rsa-2048", False, "PEM, certificate"),
    ("rsa-2048-certificate.der", "rsa-2048", False, "DER, certificate"),
    ("rsa-pss-2048-public-spki.pem", "rsa-pss-2048", False, "PEM, SPKI"),
    ("ec-p256-private-pkcs8.pem", "ec-p256", True, "PEM, PKCS#8"),
    ("ec-p256-private-sec1.pem", "ec-p256", True, "PEM, SEC1"),
    ("ec-p256-private-openssh.pem", "ec-p256", True, "OpenSSH"),
    ("ec-p256-public-spki.pem", "ec-p256", False, "PEM, SPKI"),
    ("ec-p256-public-openssh.txt", "ec-p256", False, "OpenSSH"),
    ("ec-p384-private-pkcs8.pem", "ec-p384", True, "PEM, PKCS#8"),
    ("ec-p384-private-sec1.pem", "ec-p384", True, "PEM, SEC1"),
    ("ec-p384-private-openssh.pem", "ec-p384", True, "OpenSSH"),
    ("ec-p384-private-encrypted-scrypt.pem", "ec-p384", True, "PEM, encrypted PKCS#8"),
    ("ec-p384-public-spki.pem", "ec-p384", False, "PEM, SPKI"),
    ("ec-p384-public-openssh.txt", "ec-p384", False, "OpenSSH"),
    ("ec-p521-private-pkcs8.pem", "ec-p521", True, "PEM, PKCS#8"),
    ("ec-p521-private-sec1.pem", "ec-p521", True, "PEM, SEC1"),
    ("ec-p521-private-openssh.pem", "ec-p521", True, "OpenSSH"),
    ("ec-p521-private-encrypted-pbes1.pem", "ec-p521", True, "PEM, encrypted PKCS#8"),
    ("ec-p521-public-spki.pem", "ec-p521", False, "PEM, SPKI"),
    ("ec-p521-public-openssh.txt", "ec-p521", False, "OpenSSH"),
    ("ec-secp256k1-private-pkcs8.pem", "ec-secp256k1", True, "PEM, PKCS#8"),
    ("ec-secp256k1-private-sec1.pem", "ec-secp256k1", True, "PEM, SEC1"),
    ("ec-secp256k1-public-spki.pem", "ec-secp256k1", False, "PEM, SPKI"),
    ("ed25519-private-pkcs8.pem", "ed25519", True, "PEM, PKCS#8"),
    ("ed25519-private-openssh.pem", "ed25519", True, "OpenSSH"),
    ("ed25519-private-encrypted-openssh.pem", None, True, "OpenSSH"),
    ("ed25519-public-spki.pem", "ed25519", False, "PEM, SPKI"),
    ("ed25519-public-openssh.txt", "ed25519", False, "OpenSSH"),
    ("ed448-private-pkcs8.pem", "ed448", True, "PEM, PKCS#8"),
    ("ed448-public-spki.pem", "ed448", False, "PEM, SPKI"),
    ("x25519-private-pkcs8.pem", "x25519", True, "PEM, PKCS#8"),
    ("x25519-public-spki.pem", "x25519", False, "PEM, SPKI"),
    ("ml-dsa-44-private-pkcs8.pem", "ml-dsa-44", True, "PEM, PKCS#8"),
    ("ml-dsa-44-public-spki.pem", "ml-dsa-44", False, "PEM, SPKI"),
    ("ml-dsa-65-private-pkcs8.pem", "ml-dsa-65", True, "PEM, PKCS#8"),
    ("ml-dsa-65-public-spki.pem", "ml-dsa-65", False, "PEM, SPKI"),
    ("ml-dsa-87-private-pkcs8.pem", "ml-dsa-87", True, "PEM, PKCS#8"),
    ("ml-dsa-87-public-spki.pem", "ml-dsa-87", False, "PEM, SPKI"),
    ("ec-p256-private-with-parameters.pem", None, True, "PEM, SEC1"),
)
REFUSED = (
    ("dsa-2048-public-spki.pem", "key-type-foreign", "DSA"),
    ("ec-p224-public-spki.pem", "ec-curve-foreign", "P-224"),
    ("ec-p256-private-explicit-parameters.pem", "ec-explicit-parameters", "curve"),
    ("rsa-2048-three-primes.pem", "rsa-multi-prime", "primes"),
    ("rsa-2048-request.pem", "key-request", "request"),
    ("certificate-only.p12", "pkcs12-no-key", "No private key"),
)


@pytest.mark.parametrize(("file", "name", "private", "form"), FILES, ids=[one[0] for one in FILES])
def test_file_reads_with_its_facts(
    file: str,
    name: str | None,
    private: bool,
    form: str,
) -> None:
    """Each file gives the type, size, curve and form that its name promises."""
    key = key_named(file, PASSPHRASE)
    assert (key.private, key.form) == (private, form)
    assert (key.signing is not None) == private
    if name is not None:
        assert (key.type.value, key.size, key.curve) == SIZES[name]


@pytest.mark.parametrize("name", sorted({one[1] for one in FILES if one[1]} - {"rsa-1024"}))
def test_all_files_of_a_key_agree(name: str) -> None:
    """Private or public, PEM or OpenSSH: the thumbprint is that of the one key."""
    keys = [key_named(file, PASSPHRASE) for file, of, *_ in FILES if of == name]
    assert len({key.thumbprint for key in keys}) == 1
    private = {key.identity for key in keys if key.private}
    public = {key.identity for key in keys if not key.private}
    assert len(private) <= 1
    assert len(public) <= 1
    assert not private & public


@pytest.mark.parametrize(("file", "code", "word"), REFUSED, ids=[one[0] for one in REFUSED])
def test_what_cannot_serve_says_why(file: str, code: str, word: str) -> None:
    """A key of no use for a JWT is refused in a sentence that names the reason."""
    found = read_key(KeyInput(key_file(file), passphrase=PASSPHRASE))
    assert isinstance(found, Unreadable)
    assert found.problem.code == code
    assert word in found.problem.message


@pytest.mark.parametrize(
    "file",
    [
        "rsa-2048-private-encrypted-pkcs8.pem",
        "rsa-2048-private-encrypted-legacy.pem",
        "ec-p384-private-encrypted-scrypt.pem",
        "rsa-2048.p12",
    ],
)
@pytest.mark.parametrize(
    ("passphrase", "code"),
    [(None, "key-encrypted"), (b"", "key-encrypted"), (b"wrong", "key-passphrase-wrong")],
)
def test_encrypted_key_asks_for_its_passphrase(
    file: str, passphrase: bytes | None, code: str
) -> None:
    """Without the passphrase, or with a wrong one, the answer says which of the two it is."""
    found = read_key(KeyInput(key_file(file), passphrase=passphrase))
    assert isinstance(found, Unreadable)
    assert found.problem.code == code


def test_named_format_is_taken_at_its_word() -> None:
    """A format chosen by hand is used even when another would read the text."""
    pem = key_file("ec-p256-public-spki.pem")
    found = read_key(KeyInput(pem, format="jwk"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == "jwk-not-json"


def test_unknown_format_means_automatic() -> None:
    """A format name nobody registered falls back to detection."""
    assert key_named("ed448-public-spki.pem") == key_named("ed448-public-spki.pem")
    found = read_key(KeyInput(key_file("ed448-public-spki.pem"), format="no-such-format"))
    assert not isinstance(found, Unreadable)


@pytest.mark.parametrize("name", [one.name for one in key_formats()])
@pytest.mark.parametrize("octets", [b"", b"{", b"\xff\xfe\x00", b"A" * ((1 << 20) + 1)])
def test_no_format_raises(name: str, octets: bytes) -> None:
    """Every format answers every input with a value, the longest included."""
    found = read_key(KeyInput(octets, format=name))
    assert isinstance(found, Unreadable) or name == "secret"


@pytest.mark.parametrize(
    ("octets", "name"),
    [
        (b"SECRET_KEY", "secret"),
        (b"{not json", "secret"),
        (b"[x", "secret"),
        (b'{"kty": broken', "jwk"),
        (b'{"kty": "oct", "k": "AAAA"}', "jwk"),
        (b'[{"kty": "oct", "k": "AAAA"}]', "jwks"),
        (b'{"keys": []}', "jwks"),
        (b'{"issuer": "https://example.com"}', "document"),
        (b'"just a string in quotes"', "secret"),
        (b"Minnesota Wild, Maine Coon and 38 more letters", "secret"),
    ],
)
def test_detection(octets: bytes, name: str) -> None:
    """A text is taken for the format that it is, and for a secret when it is none."""
    assert detect(octets).name == name
