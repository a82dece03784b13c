"""The window is rendered into a picture, whoever looks or not."""

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from jwtdesk.app import screenshot
from jwtdesk.app.display import Display
from jwtdesk.ui.main_window import MainWindow

TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoxMjN9"
    ".4l_wSX4RQBhbMa1SdryZnBOztho8ErIUdfGn7qm7yk8"
)


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        (["--screenshot", "a.png"], ("a.png", (1280, 800), [])),
        (["--screenshot=a.png", "x.y.z"], ("a.png", (1280, 800), ["x.y.z"])),
        (
            ["--theme", "dark", "--size", "1024x640", "--screenshot", "a.png", "x"],
            ("a.png", (1024, 640), ["--theme", "dark", "x"]),
        ),
        (["--screenshot"], (None, (1280, 800), ["--screenshot"])),
        (["--screenshot", "a.png", "--size", "wide"], ("a.png", None, [])),
        (["--screenshot", "a.png", "--size", "1x1"], ("a.png", None, [])),
        (["--screenshot", "a.png", "--size", "99999x800"], ("a.png", None, [])),
    ],
)
def test_the_pictures_own_options_are_taken_out(
    arguments: list[str], read: tuple[str | None, tuple[int, int] | None, list[str]]
) -> None:
    """Path and size are the picture's; all other words go to the window."""
    assert screenshot._read(arguments) == read


def test_a_call_without_a_path_is_unusable(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence says what is missing, and the status is 2."""
    assert screenshot.run(["--screenshot"]) == 2
    assert "--screenshot OUT.png" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--bogus", TOKEN], "Not understood on the command line: --bogus"),
        (["--theme", "pink", TOKEN], "--theme pink"),
        (["--key", "nowhere.pem", TOKEN], "nowhere.pem could not be read"),
        (["."], "not an ordinary file"),
    ],
)
def test_what_a_window_would_say_in_passing_is_unusable_here(
    words: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody looks at the window, so the call fails instead, and no picture is written."""
    picture = tmp_path / "a.png"
    assert screenshot.run(["--screenshot", str(picture), *words]) == 2
    assert says in capsys.readouterr().err
    assert not picture.exists()


def test_a_system_that_cannot_draw_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without Qt's libraries nothing is tried, and the line that installs them is printed."""
    lacking = Display(False, False, "This system lacks libGL.so.1.", "sudo apt-get install libgl1")
    monkeypatch.setattr(screenshot, "display", lambda: lacking)

    assert screenshot.run(["--screenshot", "a.png"]) == 2
    assert "apt-get install libgl1" in capsys.readouterr().err


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_has_the_size_asked_for(qapp: object, tmp_path: Path, theme: str) -> None:
    """The picture shows the window in the theme and the size that were asked for."""
    from PySide6.QtGui import QImage

    out = tmp_path / "a.png"
    assert qapp
    words = ["--screenshot", str(out), "--theme", theme, "--size", "1100x700", TOKEN]
    assert screenshot.run(words) == 0

    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1100, 700)
    assert (picture.pixelColor(5, 695).lightness() < 100) is (theme == "dark")


def test_a_path_that_cannot_be_written_is_named(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there ends with a sentence."""
    assert qapp
    assert screenshot.run(["--screenshot", str(tmp_path / "absent/a.png")]) == 2
    assert "could not be written" in capsys.readouterr().err


def test_the_window_is_waited_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt works until every answer is there; after a while a picture is taken without."""
    from PySide6.QtWidgets import QWidget

    class Window(QWidget):
        answers = iter([False, False, True, True, False, *[True] * 9])

        def settled(self) -> bool:
            return next(self.answers)

    window = Window()
    qtbot.addWidget(window)
    assert screenshot.settle(cast(MainWindow, window))

    monkeypatch.setattr(screenshot, "PATIENCE", 0.0)
    monkeypatch.setattr(Window, "settled", lambda _: False)
    assert not screenshot.settle(cast(MainWindow, window))
