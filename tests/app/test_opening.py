"""What an argument stands for: a file, a token, a pipe, standard input."""

import os
import threading
from pathlib import Path

import pytest

from jwtdesk.app.opening import file_octets, no_such_file, opened
from jwtdesk.jose.problem import Problem
from tests.made import token


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    """Whatever the editor or shell that wrote it."""
    path = tmp_path / "token"
    path.write_bytes(token().encode(encoding))
    assert opened(str(path)) == token()


def test_an_empty_argument_is_an_empty_token() -> None:
    """It is not the folder that the program runs in."""
    assert opened("") == ""


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """In a sentence."""
    assert isinstance(opened(str(tmp_path)), Problem)


@pytest.mark.parametrize(
    ("argument", "says"),
    [
        ("token.jwt", "There is no file “token.jwt” either."),
        ("a\x1b[31mb", "There is no file “a\\u001b[31mb” either."),
        (None, ""),
        ("", ""),
        ("-", ""),
        (".", ""),
        ("x" * 257, ""),
    ],
)
def test_what_is_no_token_may_be_a_missing_file(argument: str | None, says: str) -> None:
    """A mistyped name is told as one."""
    assert no_such_file(argument) == says


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no /dev/fd")
@pytest.mark.parametrize(("limit", "fits"), [(6, True), (5, False)])
def test_a_pipe_of_the_shell_is_read(limit: int, fits: bool) -> None:
    """`--key <(pass show jwt)` hands over a pipe; the limit holds for it too."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as end:
        end.write(b"secret")
    found = file_octets(Path(f"/dev/fd/{reading}"), limit)
    os.close(reading)
    assert (found == b"secret") is fits
    assert isinstance(found, Problem) is not fits


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    seen: list[object] = []
    reader = threading.Thread(target=lambda: seen.append(file_octets(path, 9)), daemon=True)
    reader.start()
    reader.join(10)
    assert isinstance(seen[0], Problem)
