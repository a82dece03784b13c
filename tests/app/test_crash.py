"""An error of our own is told in plain words, and never with what the user pasted."""

import sys
import threading
from collections.abc import Iterator

import pytest

from jwtdesk.app import crash

SECRET = "correct horse battery staple"


@pytest.fixture(autouse=True)
def _hooks() -> Iterator[None]:
    """Give the interpreter its own hooks back."""
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def fail(secret: str) -> None:
    """Raise an error whose words hold a secret."""
    raise ValueError(f"cannot use {secret}")


def fall() -> None:
    """Meet the error as the interpreter does when nobody caught it."""
    try:
        fail(SECRET)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_an_error_is_told_by_its_place_and_never_by_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sentence and the places are printed and shown; the exception's words are not."""
    shown: list[str] = []
    crash.install(lambda sentence, details: shown.extend((sentence, details)))
    fall()
    printed = capsys.readouterr().err

    for text in (printed, "\n".join(shown)):
        assert "Something went wrong inside jwtdesk" in text
        assert "ValueError" in text
        assert "test_crash.py" in text
        assert "in fail" in text
        assert SECRET not in text
        assert "Traceback" not in text


def test_an_error_while_telling_does_not_tell_again() -> None:
    """A message that fails itself is shown once, not for ever."""
    shown: list[str] = []

    def show(sentence: str, _details: str) -> None:
        shown.append(sentence)
        fall()

    crash.install(show)
    fall()
    fall()
    assert len(shown) == 2


def test_an_interrupt_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl+C in the terminal says nothing."""
    crash.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert not capsys.readouterr().err


def test_an_error_in_another_thread_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    """A thread that falls is told by its place; one that leaves is not."""
    crash.install()
    for target in (lambda: fail(SECRET), sys.exit):
        thread = threading.Thread(target=target)
        thread.start()
        thread.join()
    printed = capsys.readouterr().err

    assert printed.count("Something went wrong") == 1
    assert SECRET not in printed


def test_an_error_that_cannot_be_raised_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    """A destructor that falls is told by its place."""

    class Falling:
        def __del__(self) -> None:
            fail(SECRET)

    crash.install()
    falling = Falling()
    del falling
    printed = capsys.readouterr().err

    assert "in __del__" in printed
    assert SECRET not in printed


def test_without_a_terminal_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A windowed program on Windows has no standard error, and still shows the message."""
    shown: list[str] = []
    monkeypatch.setattr(sys, "stderr", None)
    crash.install(lambda sentence, _: shown.append(sentence))
    fall()

    assert len(shown) == 1
