"""A word list held against an HMAC: the first word that fits is told, with its place."""

import hmac

import pytest

from jwtdesk.analysis.word_list import HASHES, WordsTried, try_words

MESSAGE = b"a.b"


def _signed(secret: bytes, hash_name: str = "sha256") -> bytes:
    return hmac.digest(secret, MESSAGE, hash_name)


@pytest.mark.parametrize("hash_name", HASHES)
def test_the_word_is_found_with_its_place(hash_name: str) -> None:
    """Each of the three hashes is tried as it is."""
    found = try_words(MESSAGE, _signed(b"two", hash_name), hash_name, b"one\ntwo\nthree\n")
    assert found == WordsTried(3, b"two", 2)


@pytest.mark.parametrize(
    ("words", "tried"),
    [
        (b"", WordsTried(0)),
        (b"\n\r\n\n", WordsTried(0)),
        (b"one", WordsTried(1)),
        (b"one\n\nthree", WordsTried(2)),
        (b"s p", WordsTried(1, b"s p", 1)),
        (b" s p\ns p \n", WordsTried(2)),
        (b"one\r\ns p\r\n", WordsTried(2, b"s p", 2)),
        (b"\xef\xbb\xbfs p\n", WordsTried(1, b"s p", 1)),
        (b"s p\ns p\n\xff\xfe", WordsTried(3, b"s p", 1)),
    ],
)
def test_lines_are_words(words: bytes, tried: WordsTried) -> None:
    """Line ends and a byte order mark are no part of a word; spaces are, empty lines are none."""
    assert try_words(MESSAGE, _signed(b"s p"), "sha256", words) == tried


def test_a_word_need_not_be_text() -> None:
    """Words are octets, whatever they are encoded in."""
    assert try_words(MESSAGE, _signed(b"\xff\x00"), "sha256", b"\xff\x00\n").at == 1


@pytest.mark.parametrize("name", ["", "md5", "shake_128", "nonsense"])
def test_another_hash_fits_nothing(name: str) -> None:
    """No other hash signs a token, and none is an error."""
    assert try_words(MESSAGE, b"", name, b"one\n") == WordsTried(1)


def test_no_word_is_in_the_repr() -> None:
    """A secret that was found is not printed by accident."""
    assert "hush" not in repr(WordsTried(1, b"hush", 1))
