"""Keys as OpenSSL and ssh-keygen write them: read right, or refused for the true reason."""

from pathlib import Path

import pytest

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from tests.keys.locate import key_file, key_named
from tests.programs import program, run

KEYS = {
    "rsa": "rsa-2048-private-pkcs8.pem",
    "p256": "ec-p256-private-pkcs8.pem",
    "k1": "ec-secp256k1-private-pkcs8.pem",
    "ed25519": "ed25519-private-pkcs8.pem",
    "ed448": "ed448-private-pkcs8.pem",
}
ENCRYPTIONS = (
    # the words for OpenSSL, and the code of the refusal ("": it is opened)
    ("-v2 aes-128-cbc -v2prf hmacWithSHA1", ""),
    ("-v2 aes-192-cbc", ""),
    ("-v2 aes-256-cbc -v2prf hmacWithSHA512 -iter 100000", ""),
    ("-v2 des3", ""),
    ("-scrypt", ""),
    ("-v1 PBE-SHA1-3DES", ""),
    ("-v2 aes-256-cfb", "key-cipher-unknown"),
    ("-v2 aria-256-cbc", "key-cipher-unknown"),
    ("-v2 camellia-256-cbc", "key-cipher-unknown"),
)
PEM_CIPHERS = {
    "aes128": "",
    "aes192": "key-cipher-unknown",
    "aes256": "",
    "des3": "",
    "camellia256": "key-cipher-unknown",
}


def _home(name: str, folder: Path) -> str:
    path = folder / f"{name}.pem"
    path.write_bytes(key_file(KEYS[name]))
    return str(path)


def _code(octets: bytes, expected: Key, passphrase: bytes | None = b"pw") -> str:
    """Return why `octets` were refused, "" when they are the key `expected`."""
    found = read_key(KeyInput(octets, passphrase=passphrase))
    if isinstance(found, Unreadable):
        return found.problem.code
    assert [key.thumbprint for key in found.members] == [expected.thumbprint]
    return ""


@pytest.mark.parametrize("form", ["PEM", "DER"])
@pytest.mark.parametrize("name", KEYS)
def test_every_plain_container(name: str, form: str, tmp_path: Path) -> None:
    """PKCS#8, the traditional form and the public half are the same key, in PEM and DER."""
    openssl, key = program("openssl"), key_named(KEYS[name])
    path = _home(name, tmp_path)
    for words in (["pkcs8", "-topk8", "-nocrypt"], ["pkey"], ["pkey", "-pubout"]):
        octets = run(openssl, *words, "-in", path, "-outform", form)
        assert _code(octets, key) == "", words
    if name in ("rsa", "p256", "k1"):
        octets = run(openssl, "pkey", "-traditional", "-in", path, "-outform", form)
        assert _code(octets, key) == ""


@pytest.mark.parametrize(("words", "code"), ENCRYPTIONS, ids=[one[0] for one in ENCRYPTIONS])
@pytest.mark.parametrize("name", ["rsa", "ed25519"])
def test_every_encryption(name: str, words: str, code: str, tmp_path: Path) -> None:
    """Each encryption of PKCS#8 is opened, or its cipher is named; a wrong passphrase is told."""
    openssl, key = program("openssl"), key_named(KEYS[name])
    call = [openssl, "pkcs8", "-topk8", "-in", _home(name, tmp_path), "-passout", "pass:pw"]
    for form in ("PEM", "DER"):
        octets = run(*call, *words.split(), "-outform", form)
        assert _code(octets, key) == code
        assert _code(octets, key, b"no") == (code or "key-passphrase-wrong")


@pytest.mark.parametrize(("cipher", "code"), PEM_CIPHERS.items())
def test_every_traditional_encryption(cipher: str, code: str, tmp_path: Path) -> None:
    """A PEM block with a DEK-Info header is opened, or its cipher is named."""
    openssl, key = program("openssl"), key_named(KEYS["p256"])
    path = _home("p256", tmp_path)
    octets = run(openssl, "ec", "-in", path, f"-{cipher}", "-passout", "pass:pw")
    assert _code(octets, key) == code


@pytest.mark.parametrize("name", ["p256", "k1"])
def test_uncommon_points(name: str, tmp_path: Path) -> None:
    """A compressed point and a private key without its point are read; explicit curves refused."""
    openssl = program("openssl")
    path = _home(name, tmp_path)
    key = key_named(KEYS[name])
    compressed = run(openssl, "ec", "-in", path, "-pubout", "-conv_form", "compressed")
    assert _code(compressed, key) == ""
    assert _code(run(openssl, "ec", "-in", path, "-no_public"), key) == ""
    explicit = run(openssl, "ec", "-in", path, "-param_enc", "explicit")
    assert _code(explicit, key) == "ec-explicit-parameters"


@pytest.mark.parametrize(
    ("words", "passphrase", "code"),
    [
        ("-passout pass:pw", b"pw", ""),
        ("-passout pass:pw", None, "key-encrypted"),
        ("-passout pass:pw", b"no", "key-passphrase-wrong"),
        ("-passout pass:", None, ""),
        ("-passout pass:pw -keypbe NONE -certpbe NONE", None, ""),
        ("-passout pass:pw -keypbe PBE-SHA1-3DES", b"pw", ""),
        ("-passout pass:pw -nokeys", b"pw", "pkcs12-no-key"),
    ],
)
def test_pkcs12(words: str, passphrase: bytes | None, code: str, tmp_path: Path) -> None:
    """A PKCS#12 file opens with its passphrase, or with none when it was written with none."""
    openssl, key = program("openssl"), key_named(KEYS["p256"])
    path, certificate = _home("p256", tmp_path), str(tmp_path / "certificate.pem")
    run(openssl, "req", "-x509", "-key", path, "-subj", "/CN=example", "-out", certificate)
    call = [openssl, "pkcs12", "-export", "-inkey", path, "-in", certificate]
    assert _code(run(*call, *words.split()), key, passphrase) == code


def test_certificates_and_what_is_none(tmp_path: Path) -> None:
    """A certificate gives its key; a request and a PKCS#7 bundle are called what they are."""
    openssl, key = program("openssl"), key_named(KEYS["p256"])
    path, certificate = _home("p256", tmp_path), str(tmp_path / "certificate.pem")
    run(openssl, "req", "-x509", "-key", path, "-subj", "/CN=example", "-out", certificate)
    assert _code(Path(certificate).read_bytes(), key) == ""
    assert _code(run(openssl, "x509", "-in", certificate, "-outform", "DER"), key) == ""
    assert _code(run(openssl, "x509", "-in", certificate, "-trustout"), key) == ""
    bundle = run(openssl, "crl2pkcs7", "-nocrl", "-certfile", certificate)
    assert _code(bundle, key) == "key-pkcs7"
    request = run(openssl, "req", "-new", "-key", path, "-subj", "/CN=example")
    assert _code(request, key) == "key-request"


def test_dsa_in_every_form(tmp_path: Path) -> None:
    """A DSA key is called one, however it is written."""
    openssl, key = program("openssl"), key_named(KEYS["p256"])
    path = str(tmp_path / "dsa.pem")
    parameters = str(tmp_path / "parameters.pem")
    run(openssl, "dsaparam", "-out", parameters, "1024")
    run(openssl, "gendsa", "-out", path, parameters)
    for words in (["dsa"], ["pkcs8", "-topk8", "-nocrypt"], ["dsa", "-pubout"]):
        for form in ("PEM", "DER"):
            octets = run(openssl, *words, "-in", path, "-outform", form)
            assert _code(octets, key) == "key-type-foreign", (words, form)
    assert _code(Path(parameters).read_bytes(), key) == "pem-no-block"


@pytest.mark.parametrize("kind", ["rsa", "ecdsa", "ed25519"])
@pytest.mark.parametrize("form", ["RFC4716", "PKCS8", "PEM"])
def test_ssh_keygen(kind: str, form: str, tmp_path: Path) -> None:
    """Each form ssh-keygen converts to is the key of the public line."""
    keygen, path = program("ssh-keygen"), str(tmp_path / "key")
    run(keygen, "-q", "-t", kind, "-N", "", "-f", path)
    line = read_key(KeyInput(Path(f"{path}.pub").read_bytes()))
    assert isinstance(line, Keys)
    run(keygen, "-q", "-p", "-P", "", "-N", "pass pw", "-m", form, "-f", path)
    assert _code(Path(path).read_bytes(), line.members[0], b"pass pw") == ""
    if (kind, form) not in (("ed25519", "PKCS8"), ("ed25519", "PEM")):
        exported = run(keygen, "-e", "-m", form, "-f", f"{path}.pub")
        assert _code(exported, line.members[0]) == ""
