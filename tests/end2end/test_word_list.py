"""A word list from a file, tried against the token on the desk in a real window."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jwtdesk.ui.parts.key_making import KeyMaking
from tests.end2end.person import Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET

COUNT = 100_000


def _opens(person: Person, monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(person.window, "choose_file", lambda _title: str(path))
    person.window.action("try-words").trigger()


def _list(folder: Path, *, with_secret: bool) -> Path:
    words = [b"word-%d" % number for number in range(COUNT)]
    if with_secret:
        words[1233] = CLASSIC_SECRET
    path = folder / "words.txt"
    path.write_bytes(b"\r\n".join(words) + b"\r\n")
    return path


def test_the_secret_is_found_and_used(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Open a list, read which word it is, press the button, and put the old key back."""
    assert not person.window.action("try-words").isEnabled()
    person.paste(CLASSIC)
    person.write("keyEditor", "a wrong guess")
    _opens(person, monkeypatch, _list(tmp_path, with_secret=True))
    assert person.find("keyMaking").isVisible()
    person.wait()

    toast = person.window.toast
    assert not person.find("keyMaking").isVisible()
    assert "your-256-bit-secret" in toast.words.text()
    assert "(word 1,234 of 100,000)" in toast.words.text()
    assert person.session.word_trial.found is None
    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    person.wait()
    assert person.session.key.octets == CLASSIC_SECRET
    assert person.state("lampSignature") == "ok"
    assert person.session.shown.token == CLASSIC

    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    person.wait()
    assert person.session.key.octets == b"a wrong guess"


def test_an_emptied_desk_forgets_the_secret(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The notice waits to be read, but goes with everything else when the desk is cleared."""
    person.paste(CLASSIC)
    _opens(person, monkeypatch, _list(tmp_path, with_secret=True))
    person.wait()
    toast = person.window.toast
    assert toast.isVisible()
    person.do("clear")
    assert toast.isHidden()
    toast.action.click()
    person.wait()
    assert person.session.key.octets == b""


def test_a_list_without_the_secret_changes_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """All words were tried, which is said; the key field is left alone."""
    person.paste(CLASSIC)
    _opens(person, monkeypatch, _list(tmp_path, with_secret=False))
    person.wait()
    assert "None of the 100,000 words signed this token." in person.window.toast.words.text()
    assert person.session.key.octets == b""


def test_trying_stops_at_once(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The button ends it, and the same list can be tried anew straight away."""
    person.paste(CLASSIC)
    path = tmp_path / "long.txt"
    path.write_bytes(b"word\n" * 4_000_000)
    _opens(person, monkeypatch, path)
    line = cast(KeyMaking, person.find("keyMaking"))
    QTest.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    assert line.isHidden()
    assert person.session.word_trial.asking is None
    _opens(person, monkeypatch, _list(tmp_path, with_secret=True))
    person.wait()
    assert "(word 1,234 of 100,000)" in person.window.toast.words.text()


def test_what_is_no_list_is_refused(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder and a file that is too large are said to be so; no file chosen says nothing."""
    person.paste(CLASSIC)
    _opens(person, monkeypatch, "")
    assert person.window.toast.isHidden()
    _opens(person, monkeypatch, tmp_path)
    assert person.window.toast.isVisible()
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(20_000_001)
    _opens(person, monkeypatch, large)
    assert "20 MB" in person.window.toast.words.text()
    assert person.session.word_trial.asking is None
