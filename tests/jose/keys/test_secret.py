"""Shared secrets: exactly the octets meant, and a word about what cannot be seen."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.key import KeyInput, Keys, SecretEncoding, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Span


def _read(octets: bytes, encoding: SecretEncoding = SecretEncoding.UTF8) -> Keys | Unreadable:
    return read_key(KeyInput(octets, format="secret", encoding=encoding))


@pytest.mark.parametrize(
    ("text", "encoding", "secret"),
    [
        (b"SECRET_KEY", SecretEncoding.UTF8, b"SECRET_KEY"),
        (b" a\n", SecretEncoding.UTF8, b" a\n"),
        (b"c2VjcmV0", SecretEncoding.BASE64, b"secret"),
        (b"+/8=\n", SecretEncoding.BASE64, b"\xfb\xff"),
        (b"+/8", SecretEncoding.BASE64, b"\xfb\xff"),
        (b"-_8", SecretEncoding.BASE64URL, b"\xfb\xff"),
        (b"-_8=", SecretEncoding.BASE64URL, b"\xfb\xff"),
        (b"736563726574", SecretEncoding.HEX, b"secret"),
        (b"73:65:63 72\n6F6f", SecretEncoding.HEX, b"secroo"),
    ],
)
def test_secret_octets(text: bytes, encoding: SecretEncoding, secret: bytes) -> None:
    """Each encoding yields its octets; white space and padding do not matter but in plain text."""
    found = _read(text, encoding)
    assert isinstance(found, Keys)
    (key,) = found.members
    assert key.public == key.signing == secret
    assert (key.private, key.size, key.curve) == (True, 8 * len(secret), None)


@given(st.binary(min_size=1, max_size=80))
def test_every_secret_survives_every_encoding(secret: bytes) -> None:
    """Whatever the octets, all four ways of writing them give the same key."""
    ways = {
        SecretEncoding.UTF8: secret,
        SecretEncoding.BASE64: base64.b64encode(secret),
        SecretEncoding.BASE64URL: base64.urlsafe_b64encode(secret).rstrip(b"="),
        SecretEncoding.HEX: secret.hex().encode(),
    }
    prints = set[str]()
    for encoding, text in ways.items():
        keys = _read(text, encoding)
        assert isinstance(keys, Keys)
        prints.add(keys.members[0].thumbprint)
    assert len(prints) == 1


@pytest.mark.parametrize(
    ("text", "encoding", "code", "place", "word"),
    [
        (b"73656g", SecretEncoding.HEX, "secret-foreign-character", 5, "character 6"),
        (b"736", SecretEncoding.HEX, "secret-odd-length", 2, "3 digits"),
        (b"ab-c", SecretEncoding.BASE64, "secret-foreign-character", 2, "base64url"),
        (b"ab/c", SecretEncoding.BASE64URL, "secret-foreign-character", 2, "standard base64"),
        (b"ab!c", SecretEncoding.BASE64, "secret-foreign-character", 2, "!"),
        (b"a=bc", SecretEncoding.BASE64, "secret-padding", 1, "middle"),
        (b"abcde", SecretEncoding.BASE64, "secret-odd-length", 4, "single letter"),
        (b"\xff\xfa", SecretEncoding.HEX, "secret-no-text", None, "no text"),
        (b"", SecretEncoding.HEX, "key-empty", None, "empty"),
        (b"==", SecretEncoding.BASE64, "key-empty", None, "empty"),
        (b"", SecretEncoding.UTF8, "key-empty", None, "empty"),
    ],
)
def test_badly_encoded_secret_says_where(
    text: bytes, encoding: SecretEncoding, code: str, place: int | None, word: str
) -> None:
    """What does not fit the encoding is pointed at."""
    found = _read(text, encoding)
    assert isinstance(found, Unreadable)
    assert found.problem.code == code
    assert word in found.problem.message
    span = found.problem.span
    assert (None if span is None else span.start) == place


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("plain", []),
        ("two words", []),
        ("secret\n", [("secret-edge-space", "ends with LINE FEED (U+000A)", Span(6, 7))]),
        (" secret", [("secret-edge-space", "begins with SPACE (U+0020)", Span(0, 1))]),
        ("secret" + " " * 9, [("secret-edge-space", "…", Span(6, 15))]),
        (" \n", [("secret-edge-space", "begins with SPACE", Span(0, 2))]),
        ("a\u200bb", [("secret-invisible", "Character 2", Span(1, 2))]),
        ("a\u200bb\u200b", [("secret-invisible", "2 invisible", Span(1, 2))]),
        ("\ufeffsecret", [("secret-invisible", "BYTE ORDER MARK", Span(0, 1))]),
        (
            "\ta\u00a0b\r\n",
            [
                ("secret-edge-space", "begins with TAB", Span(0, 1)),
                ("secret-edge-space", "ends with CARRIAGE RETURN", Span(4, 6)),
                ("secret-invisible", "NO-BREAK SPACE", Span(2, 3)),
            ],
        ),
    ],
)
def test_invisible_characters_are_named(text: str, problems: list[tuple[str, str, Span]]) -> None:
    """Every character of a secret that cannot be seen is named, with its place."""
    found = _read(text.encode())
    assert isinstance(found, Keys)
    assert [(one.code, one.span) for one in found.problems] == [
        (code, span) for code, _, span in problems
    ]
    for problem, (_, word, _) in zip(found.problems, problems, strict=True):
        assert word in problem.message


def test_secret_that_is_no_text() -> None:
    """Octets that are no UTF-8 are used as they are, which is said."""
    found = _read(b"ab\xff")
    assert isinstance(found, Keys)
    assert found.members[0].signing == b"ab\xff"
    assert [one.code for one in found.problems] == ["secret-not-utf8"]
