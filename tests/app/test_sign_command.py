"""`jwtdesk sign`: two texts and a key in, a token out."""

import hmac
import json
from pathlib import Path

import pytest

from jwtdesk.analysis.inspect import inspect
from jwtdesk.app.cli import main
from jwtdesk.jose.base64url import decode, encode
from tests.keys.locate import HOME as KEYS
from tests.keys.locate import PASSPHRASE, key_file

HEADER = '{ "alg" : "HS256" }'
PAYLOAD = '{\r\n "n" : 1E2, "s" : "a b" }\n'


class Desk:
    """A folder with the files of one call, and what the call printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Work in `folder`."""
        self.folder = folder
        self.capsys = capsys

    def sign(self, header: bytes | str, payload: bytes | str, key: bytes | None, *more: str) -> str:
        """Return the token, or what stands on standard error when the exit code is 2."""
        arguments = list(more)
        for name, content in (("header", header), ("payload", payload), ("key", key)):
            if content is not None:
                path = self.folder / name
                path.write_bytes(content.encode() if isinstance(content, str) else content)
                arguments += [f"--{name}", str(path)]
        code = main(["sign", *arguments])
        out, err = self.capsys.readouterr()
        assert (code, bool(err)) in {(0, False), (2, True)}
        return (out if code == 0 else err).removesuffix("\n")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return an empty desk."""
    return Desk(tmp_path, capsys)


def parts(token: str) -> tuple[bytes, bytes]:
    """Return the octets of header and payload."""
    header, payload, _ = token.split(".")
    return decode(header).octets, decode(payload).octets


def test_white_space_goes_and_nothing_else(desk: Desk) -> None:
    """Numbers, order and escapes stay as they were written."""
    made = desk.sign(HEADER, PAYLOAD, b"secret")
    assert parts(made) == (b'{"alg":"HS256"}', b'{"n":1E2,"s":"a b"}')
    start, _, mac = made.rpartition(".")
    assert mac == encode(hmac.digest(b"secret", start.encode(), "sha256"))


def test_raw_keeps_every_byte(desk: Desk) -> None:
    """Line ends and blanks included."""
    assert parts(desk.sign(HEADER, PAYLOAD, b"secret", "--raw")) == (
        HEADER.encode(),
        PAYLOAD.encode(),
    )


@pytest.mark.parametrize("payload", [b"plain text\n", b"\xff\x00", b'{"broken": ', b""])
def test_a_payload_that_is_no_json_stays_as_it_is(desk: Desk, payload: bytes) -> None:
    """A JWS may carry anything."""
    assert parts(desk.sign(HEADER, payload, b"secret"))[1] == payload


@pytest.mark.parametrize(
    ("alg", "private", "public"),
    [
        ("RS256", "rsa-2048-private-pkcs8.pem", "rsa-2048-public-spki.pem"),
        ("ES256", "ec-p256-private-sec1.pem", "ec-p256-public-spki.pem"),
        ("EdDSA", "ed25519-private-pkcs8.pem", "ed25519-public-spki.pem"),
    ],
)
def test_a_private_key_signs(desk: Desk, alg: str, private: str, public: str) -> None:
    """Its public half verifies."""
    made = desk.sign(json.dumps({"alg": alg}), "{}", key_file(private))
    verdict = inspect(made.encode(), key_file(public), now=0).verdict
    assert verdict.signature.code == "verified"


def test_the_header_chooses_the_key_of_a_set(desk: Desk) -> None:
    """By `kid`; without one the first that fits."""
    members = [
        {"kty": "oct", "kid": kid, "k": encode(kid.encode() * 9)} for kid in ("first", "second")
    ]
    keys = json.dumps({"keys": members}).encode()
    for header, secret in (({"kid": "second"}, b"second" * 9), ({}, b"first" * 9)):
        made = desk.sign(json.dumps({"alg": "HS256", **header}), "{}", keys)
        assert inspect(made.encode(), secret, now=0).verdict.signature.code == "verified"


def test_none_needs_no_key(desk: Desk) -> None:
    """The third part is empty."""
    assert desk.sign('{"alg":"none"}', "{}", None) == "eyJhbGciOiJub25lIn0.e30."


def test_an_encrypted_key_opens(desk: Desk, tmp_path: Path) -> None:
    """With the passphrase of a file."""
    phrase = tmp_path / "phrase"
    phrase.write_bytes(PASSPHRASE + b"\r\n")
    key = (KEYS / "rsa-2048-private-encrypted-pkcs8.pem").read_bytes()
    made = desk.sign('{"alg":"RS256"}', "{}", key, "--passphrase-file", str(phrase))
    assert made.count(".") == 2


def test_an_unencoded_payload_stands_as_it_is(desk: Desk) -> None:
    """RFC 7797, when the header asks for it rightly."""
    header = '{"alg":"HS256","b64":false,"crit":["b64"]}'
    made = desk.sign(header, "two words", b"secret")
    assert made.split(".")[1] == "two words"
    assert inspect(made.encode(), b"secret", now=0).verdict.signature.code == "verified"


@pytest.mark.parametrize(
    ("header", "payload", "key", "said"),
    [
        ("", "{}", b"s", "not JSON"),
        ("[]", "{}", b"s", "not an object"),
        (b"\xff", "{}", b"s", "not UTF-8"),
        ("{}", "{}", b"s", "no “alg” member"),
        ('{"alg":1}', "{}", b"s", "not a text"),
        ('{"alg":"hs256"}', "{}", b"s", "HS256 is meant"),
        ('{"alg":"X1"}', "{}", b"s", "“X1” is not known here"),
        ('{"alg":"HS256"}', "{}", None, "needs a key"),
        ('{"alg":"RS256"}', "{}", b"s", "RSA"),
        ('{"alg":"RS256"}', "{}", key_file("rsa-2048-public-spki.pem"), "public key"),
        ('{"alg":"RS256"}', "{}", b"-----BEGIN PUBLIC KEY-----", ""),
        ('{"alg":"HS256","b64":false}', "{}", b"s", "crit"),
        ('{"alg":"HS256","b64":false,"crit":["b64"]}', "a.b", b"s", "without a dot"),
        ('{"alg":"HS256","b64":false,"crit":["b64"]}', b"\xff", b"s", "without a dot"),
    ],
)
def test_what_keeps_a_token_from_being_made_is_said(
    desk: Desk, header: str | bytes, payload: str | bytes, key: bytes | None, said: str
) -> None:
    """One sentence, exit 2, and nothing on standard output."""
    assert said in desk.sign(header, payload, key)


def test_a_missing_file_is_named(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """It cannot be signed."""
    missing = str(desk.folder / "missing")
    assert main(["sign", "--header", missing, "--payload", missing]) == 2
    assert "missing could not be read" in capsys.readouterr().err


def test_standard_input_is_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Two files cannot both be standard input."""
    assert main(["sign", "--header", "-", "--payload", "-"]) == 2
    assert "once only" in capsys.readouterr().err


def test_an_enc_in_the_header_encrypts(desk: Desk) -> None:
    """What comes out is opened by the same key, and holds the payload without white space."""
    made = desk.sign('{"alg":"dir", "enc":"A128GCM"}', PAYLOAD, bytes(16))
    report = inspect(made.encode(), bytes(16), now=0)
    assert report.verdict.signature.code == "decrypted"
    assert report.token.payload_octets == b'{"n":1E2,"s":"a b"}'


@pytest.mark.parametrize(
    ("header", "key", "said"),
    [
        ('{"alg":"dir","enc":"A128GCM"}', None, "Encrypting needs a key"),
        (
            '{"alg":"dir","enc":"A128GCM"}',
            b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            "key",
        ),
        ('{"alg":"dir","enc":"A128GCM"}', b"short", "exactly 16 bytes"),
        ('{"alg":"XX","enc":"A128GCM"}', bytes(16), "XX"),
    ],
)
def test_what_cannot_be_encrypted_is_said(
    desk: Desk, header: str, key: bytes | None, said: str
) -> None:
    """A sentence on standard error says what is missing or wrong."""
    assert said in desk.sign(header, PAYLOAD, key)


def test_raw_bytes_are_encrypted_as_they_are(desk: Desk) -> None:
    """With --raw neither text is touched, and a payload may be anything."""
    made = desk.sign('{ "alg":"dir","enc":"A128GCM" }', b"\x00\xff", bytes(16), "--raw")
    report = inspect(made.encode(), bytes(16), now=0)
    assert report.token.payload_octets == b"\x00\xff"
