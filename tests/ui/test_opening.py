"""Which files are read, and how their text comes out."""

import os
from pathlib import Path

import pytest

from jwtdesk.jose.problem import Problem
from jwtdesk.ui.opening import Opened, as_text, open_file


def test_an_ordinary_file_is_read(tmp_path: Path) -> None:
    """Its octets come back with the name it goes by."""
    path = tmp_path / "token.jwt"
    path.write_bytes(b"a.b.c")

    assert open_file(path, 5) == Opened("token.jwt", b"a.b.c")


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    """One byte too many is answered with a sentence that names the limit."""
    path = tmp_path / "large"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    said = open_file(path, 1024 * 1024)

    assert isinstance(said, Problem)
    assert said.code == "file-too-large"
    assert "large is larger than 1 MB" in said.message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is refused before anything is read from it."""
    said = open_file(tmp_path, 10)

    assert isinstance(said, Problem)
    assert said.code == "file-not-regular"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    """A pipe that nobody writes to would be waited for forever; it is refused."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    said = open_file(path, 10)

    assert isinstance(said, Problem)
    assert said.code == "file-not-regular"


def test_a_missing_file_says_why(tmp_path: Path) -> None:
    """The system's reason is in the sentence."""
    said = open_file(tmp_path / "gone", 10)

    assert isinstance(said, Problem)
    assert said.message == "gone could not be read: No such file or directory."


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (b"a.b.c", "a.b.c"),
        (b"\xef\xbb\xbfa.b.c", "a.b.c"),
        ("a.b.c".encode("utf-16"), "a.b.c"),
        (b"a\xffb", "a\ufffdb"),
    ],
    ids=["plain", "byte order mark", "UTF-16", "not UTF-8"],
)
def test_text_comes_out_of_any_encoding(octets: bytes, text: str) -> None:
    """What Windows' editors write is read as well."""
    assert as_text(octets) == text
