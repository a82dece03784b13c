"""On a server the same command still does its job."""

import stat
import tempfile
from pathlib import Path

import pytest

from jwtdesk.app import no_display
from jwtdesk.app.display import Display

TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoxMjN9"
    ".4l_wSX4RQBhbMa1SdryZnBOztho8ErIUdfGn7qm7yk8"
)
NONE = Display(usable=False, reason="There is no display here.")
LACKING = Display(False, False, "This system lacks libGL.so.1.", "sudo apt-get install libgl1")


@pytest.fixture(autouse=True)
def _pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pictures go into a folder of the test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_a_token_is_inspected_and_drawn(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence, the inspection and the picture's path are printed; the status is 0."""
    assert qapp
    assert no_display.run([TOKEN], NONE) == 0
    said = capsys.readouterr().out
    (picture,) = tmp_path.rglob("*.png")

    assert said.startswith(NONE.reason)
    assert "user_id" in said
    assert str(picture) in said
    assert "contains the token" in said
    assert "jwtdesk inspect" in said
    assert "--screenshot" in said
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600
    assert stat.S_IMODE(picture.parent.stat().st_mode) == 0o700
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_without_a_token_the_first_sample_is_shown(
    qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who gives no token sees what the program does with one."""
    assert qapp
    assert no_display.run([], NONE) == 0
    assert "first sample" in capsys.readouterr().out


def test_strange_words_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    """The rest of the job is done all the same."""
    assert no_display.run(["--bogus", TOKEN], LACKING) == 0
    said = capsys.readouterr().out
    assert "Not understood on the command line: --bogus" in said
    assert "user_id" in said


def test_without_libraries_there_are_words_and_no_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The inspection needs no Qt; the line that installs what is missing is printed."""
    assert no_display.run([TOKEN], LACKING) == 0
    said = capsys.readouterr().out

    assert LACKING.command in said
    assert "user_id" in said
    assert not list(tmp_path.rglob("*.png"))


def test_a_key_file_is_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The key that the window would have been given checks the signature here too."""
    (tmp_path / "secret.txt").write_text("SECRET_KEY", "utf-8")
    words = ["--key", str(tmp_path / "secret.txt"), TOKEN]

    assert no_display.run(words, LACKING) == 0
    assert "Signature verified" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is no token and no key, and the status says that the input is unusable."""
    for words in ([str(tmp_path)], ["--key", str(tmp_path), TOKEN]):
        assert no_display.run(words, NONE) == 2
        assert tmp_path.name in capsys.readouterr().out
