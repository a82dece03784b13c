"""A secret that is read in another way than it was used."""

import base64
import hashlib
import unicodedata
from urllib.parse import quote

import pytest

from jwtdesk.jose.key import SecretEncoding
from tests.analysis.diagnosis.making import SECRET, card, causes, riddle, token

RAW = bytes(range(200, 248))
ODD = 'p\u00e4ss w\u00f6rd/\u00e9+"x"'.encode()
NFC, NFD = (
    unicodedata.normalize(form, "caf\u00e9-\u00e5ngstr\u00f6m").encode() for form in ("NFC", "NFD")
)
UTF8, BASE64, URL, HEX = (
    SecretEncoding.UTF8,
    SecretEncoding.BASE64,
    SecretEncoding.BASE64URL,
    SecretEncoding.HEX,
)
PLAIN = b"0123456789012345678901234567890123456789"
B64, B64URL = base64.b64encode(RAW), base64.urlsafe_b64encode(RAW).rstrip(b"=")

CASES = [
    # the diagnosis, what signed, what was given, and how it was said to be read
    ("secret-base64", RAW, B64, UTF8),
    ("secret-base64", RAW, B64.rstrip(b"="), UTF8),
    ("secret-base64", base64.b64encode(SECRET), SECRET, UTF8),
    ("secret-base64", B64, B64, BASE64),
    ("secret-base64", PLAIN, base64.b64encode(PLAIN), UTF8),
    ("secret-base64url", RAW, B64URL, UTF8),
    ("secret-base64url", B64URL, RAW.hex().encode(), HEX),
    ("secret-base64url", RAW, B64URL, BASE64),
    ("secret-hex", RAW, RAW.hex().encode(), UTF8),
    ("secret-hex", RAW, RAW.hex(":").encode(), UTF8),
    ("secret-hex", SECRET.hex().encode(), SECRET, UTF8),
    ("secret-hex", RAW.hex().upper().encode(), RAW.hex().encode(), HEX),
    ("secret-hex", SECRET, SECRET, HEX),
    ("secret-newline", SECRET, SECRET + b"\n", UTF8),
    ("secret-newline", SECRET, SECRET + b"\r\n", UTF8),
    ("secret-newline", SECRET + b"\n", SECRET, UTF8),
    ("secret-newline", SECRET + b"\r\n", SECRET + b"\n", UTF8),
    ("secret-newline", b"one\r\ntwo", b"one\ntwo", UTF8),
    ("secret-whitespace", SECRET, SECRET + b" ", UTF8),
    ("secret-whitespace", SECRET, b"\t" + SECRET, UTF8),
    ("secret-whitespace", SECRET, SECRET + "\u00a0".encode(), UTF8),
    ("secret-whitespace", SECRET + b" ", SECRET, UTF8),
    ("secret-whitespace", b"\n" + SECRET, SECRET, UTF8),
    ("secret-quoted", SECRET, b'"' + SECRET + b'"', UTF8),
    ("secret-quoted", b"'" + SECRET + b"'", SECRET, UTF8),
    ("secret-quoted", SECRET, "\u201c".encode() + SECRET + "\u201d".encode(), UTF8),
    ("secret-quoted", SECRET, SECRET + b'"', UTF8),
    ("secret-url-encoded", ODD, quote(ODD).encode(), UTF8),
    ("secret-url-encoded", quote(ODD, safe="").encode(), ODD, UTF8),
    ("secret-url-encoded", b"a b c", b"a+b+c", UTF8),
    ("secret-json-escaped", b"one\ntwo", b"one\\ntwo", UTF8),
    ("secret-json-escaped", b'a\\"b', b'a"b', UTF8),
    ("secret-json-escaped", "\u00e9x".encode(), b"\\u00e9x", UTF8),
    ("secret-json-escaped", b"a&b<c", b"a&amp;b&lt;c", UTF8),
    ("secret-json-escaped", b"pa$word", b"pa$$word", UTF8),
    ("secret-unicode-form", NFC, NFD, UTF8),
    ("secret-unicode-form", NFD, NFC, UTF8),
    ("secret-other-charset", "s\u00fc\u00df".encode("latin-1"), "s\u00fc\u00df".encode(), UTF8),
    ("secret-other-charset", "s\u00fc\u00df".encode(), "s\u00fc\u00df".encode("latin-1"), UTF8),
    ("secret-other-charset", "secret \u20ac".encode("cp1252"), "secret \u20ac".encode(), UTF8),
    ("secret-other-charset", SECRET.decode().encode("utf-16"), SECRET, UTF8),
    ("secret-other-charset", SECRET.decode().encode("utf-16-be"), SECRET, UTF8),
    ("secret-other-charset", SECRET, b"\xef\xbb\xbf" + SECRET, UTF8),
    ("secret-other-charset", b"caf?-x", "caf\u00e9-x".encode(), UTF8),
    ("secret-zero-padded", b"short".ljust(100, b"\0"), b"short", UTF8),
    ("secret-zero-padded", b"short".ljust(2048, b"\0"), b"short", UTF8),
    ("secret-zero-padded", b"short".rjust(32, b"\0"), b"short", UTF8),
    ("secret-zero-padded", b"short", b"short".rjust(32, b"\0"), UTF8),
    ("secret-hashed", hashlib.sha256(SECRET).digest(), SECRET, UTF8),
    ("secret-hashed", hashlib.sha256(SECRET).hexdigest().encode(), SECRET, UTF8),
    ("secret-hashed", base64.b64encode(hashlib.sha512(SECRET).digest()), SECRET, UTF8),
    ("secret-hashed", hashlib.md5(RAW, usedforsecurity=False).digest(), RAW.hex().encode(), HEX),
    ("known-secret", b"secret", SECRET, UTF8),
    ("known-secret", b"your-256-bit-secret", SECRET, UTF8),
    ("known-secret", base64.b64decode("c2VjcmV0a2V5"), SECRET, UTF8),
]


@pytest.mark.parametrize("alg", ["HS256", "HS512"])
@pytest.mark.parametrize(("ident", "signed", "given", "encoding"), CASES)
def test_a_secret_read_otherwise_is_recognised(
    ident: str, signed: bytes, given: bytes, encoding: SecretEncoding, alg: str
) -> None:
    """The right reading is named, alone, and using it verifies."""
    if alg == "HS512" and ident == "secret-zero-padded" and len(signed) == 100:
        signed = signed.ljust(200, b"\0")
    case = riddle(token(alg, signed), given, encoding=encoding)
    card(case, ident, mends=True)


@pytest.mark.parametrize("k", [b"not base64url!", B64, b"my secret"])
def test_the_k_of_a_jwk_may_be_the_secret_itself(k: bytes) -> None:
    """A JWK whose k was written, or used, without decoding."""
    jwk = b'{"kty":"oct","k":"' + k + b'"}'
    signed = RAW if k == B64 else k
    case = riddle(token("HS256", signed), jwk)
    if causes(case):
        assert causes(case) <= {"secret-base64", "secret-base64url"}
    else:
        assert k == B64


def test_a_secret_beyond_any_length_is_not_tried() -> None:
    """A megabyte pasted into the key field costs nothing."""
    assert causes(riddle(token("HS256", SECRET), SECRET * 1000)) == set()
