"""Texts and files that were made to do harm: each answered with a verdict or a sentence."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest

from jwtdesk.analysis.verdict import State
from jwtdesk.app.main import build
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited
from jwtdesk.ui.panes.key import KeyPane
from tests.end2end.hasty import Hasty, disagreement
from tests.end2end.person import Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET
from tests.vectors.hostile import KINDS, Hostile, jwks, key_files, made_at_test_time, tokens
from tests.vectors.locate import vectors

LIMIT = 10_000_000
"""The longest text that is taken for a token, in characters."""
SECRET = KeyEdited(KeyInput(CLASSIC_SECRET))
LAMPS = ("lampStructure", "lampSignature", "lampTime", "lampPolicy")


@pytest.fixture(name="hasty")
def _hasty(person: Person) -> Hasty:
    """Sit somebody down who does not wait for the diagnosis."""
    return Hasty(person.window, person.qtbot)


def said(person: Person) -> str:
    """Return the words of the notice that floats over the window, empty when there is none."""
    toast = person.window.toast
    return toast.words.text() if toast.isVisible() else ""


def fault_of(person: Person, token: Hostile) -> str:
    """Paste one hostile text over everything; return what is wrong with the answer, or ""."""
    window, store = person.window, person.window.store
    window.toast.hide()
    before = store.session.shown.token
    person.paste(token.text, into="tokenEditor")
    shown = store.session.shown.token
    if len(token.text) > LIMIT:
        good = shown == before and "10 MB" in said(person)
        return "" if good else f"not refused: {said(person)!r}"
    if not token.text:
        return "" if shown == before else "pasting nothing changed the token"
    verdict = store.session.verdict
    lamps = (verdict.structure, verdict.signature, verdict.time, verdict.policy)
    if any(lamp.state is State.PENDING for lamp in lamps):
        return "still pending"
    if not verdict.headline or person.read("verdictHeadline") != verdict.headline:
        return f"headline {person.read('verdictHeadline')!r}"
    claimed = verdict.signature.state is State.BAD
    for name, lamp in zip(LAMPS, lamps, strict=True):
        allowed = (
            {lamp.state, State.UNKNOWN} if claimed and lamp.state is State.OK else {lamp.state}
        )
        if State(person.state(name)) not in allowed:
            return f"{name} is {person.state(name)}, the verdict {lamp.state.value}"
    return disagreement(person)


@pytest.mark.parametrize("kind", KINDS)
def test_every_hostile_token_gets_a_verdict_or_a_limit(hasty: Hasty, kind: str) -> None:
    """Pasted over everything, each is settled, judged by all lamps, or refused with the limit."""
    hasty.window.store.dispatch(SECRET)
    told: dict[str, str] = {}
    count = 0
    for token in tokens(kind):
        count += 1
        fault = fault_of(hasty, token)
        if fault:
            told[token.name] = fault
    assert count
    assert told == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_token_is_diagnosed_to_the_end(person: Person, kind: str) -> None:
    """The last one of each class: the search for a reason ends too, and the window settles."""
    person.window.store.dispatch(SECRET)
    last = [token for token in tokens(kind) if len(token.text) <= LIMIT][-1]
    person.paste(last.text, into="tokenEditor")

    assert person.window.settled()
    assert person.session.verdict.headline


def test_no_class_of_hostile_tokens_is_forgotten() -> None:
    """The classes above are all there are."""
    assert {token.kind for token in tokens()} == set(KINDS)


@pytest.mark.parametrize("kind", ["json-payload", "json-header", "shape"])
def test_a_hostile_token_can_be_edited_and_undone(hasty: Hasty, kind: str) -> None:
    """A character typed into each pane of each, then taken back, ends where it began."""
    store = hasty.window.store
    store.dispatch(SECRET)
    told: dict[str, str] = {}
    for token in tokens(kind):
        hasty.paste(token.text, into="tokenEditor")
        before = store.session.shown
        for name in ("tokenEditor", "headerEditor", "payloadEditor"):
            QTest.keyClicks(hasty.editor(name), " ")
            hasty.wait()
            if disagreement(hasty):
                told[token.name] = disagreement(hasty)
            while store.session.shown != before and store.session.history.past:
                hasty.do("undo")
        if store.session.shown != before:
            told[token.name] = "undo did not lead back"
    assert told == {}


def answered(person: Person) -> str:
    """Return what the window says about the key, wherever it says it."""
    field = cast(KeyPane, person.window.pane("key")).field
    facts = person.session.known.keys
    return said(person) or field.problem.text() or ("read" if facts is not None else "")


def left_over() -> list[str]:
    """Return the child processes that still run."""
    return [
        child.name
        for child in multiprocessing.active_children()
        if child.name != "jwtdesk diagnosis"  # it stays as long as the window
    ]


def open_as_key(person: Person, path: Path) -> None:
    """Choose `path` in the dialog of "open a key file"."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(person.window, "choose_file", lambda _title: str(path))
        person.do("open-key")


def test_every_hostile_key_file_is_answered(hasty: Hasty) -> None:
    """Opened as a key, each is read or refused in words, and the process that read it has ended."""
    hasty.paste(CLASSIC)
    told: dict[str, str] = {}
    for path in key_files():
        open_as_key(hasty, path)
        if not answered(hasty):
            told[path.name] = "no answer"
        if left_over():
            told[path.name] = f"children still run: {left_over()}"
        if hasty.session.shown.token != CLASSIC:
            told[path.name] = "the token changed"
    assert told == {}


def test_every_hostile_key_text_is_answered(hasty: Hasty) -> None:
    """Pasted into the key field, files and JWKs alike: read or refused, the token unchanged."""
    hasty.paste(CLASSIC)
    texts = {path.name: path.read_bytes() for path in key_files()} | jwks()
    told: dict[str, str] = {}
    for name, octets in texts.items():
        text = octets.decode("utf-8", "replace")
        hasty.window.toast.hide()
        hasty.paste(text, into="keyEditor")
        if text and hasty.read("keyEditor") != text:
            told[name] = "the field shows something else"
        if text and not answered(hasty):
            told[name] = "no answer"
        if left_over() or hasty.session.shown.token != CLASSIC:
            told[name] = f"children {left_over()}"
    assert told == {}


def test_passphrases_of_hostile_keys_are_answered(hasty: Hasty) -> None:
    """A passphrase for each locked key: right, wrong or ruinous to try, it ends in words."""
    told: dict[str, str] = {}
    for path in key_files():
        given = KeyInput(path.read_bytes(), passphrase=b"pw")
        hasty.window.store.dispatch(KeyEdited(given))
        hasty.wait()
        if path.stat().st_size and not answered(hasty):
            told[path.name] = "no answer"
        if left_over():
            told[path.name] = "children still run"
    assert told == {}


def fifo(folder: Path) -> Path:
    """Make a pipe that nobody writes to."""
    path = folder / "pipe"
    os.mkfifo(path)
    return path


def endless(folder: Path) -> Path:
    """Make a link to a device that never ends."""
    path = folder / "zero"
    path.symlink_to("/dev/zero")
    return path


def loop(folder: Path) -> Path:
    """Make a link that leads to itself."""
    path = folder / "loop"
    path.symlink_to(path)
    return path


def directory(folder: Path) -> Path:
    """Make a folder."""
    path = folder / "folder.pem"
    path.mkdir()
    return path


def unreadable(folder: Path) -> Path:
    """Make a file that may not be read (by anyone but root)."""
    path = folder / "locked.pem"
    path.write_bytes(CLASSIC_SECRET)
    path.chmod(0)
    return path


def sparse(folder: Path) -> Path:
    """Make a file of one gigabyte that holds nothing."""
    path = folder / "sparse"
    with path.open("wb") as stream:
        stream.truncate(1 << 30)
    return path


def own_memory(_folder: Path) -> Path:
    """Name the memory of this process, which says that it is an ordinary, empty file."""
    return Path("/proc/self/mem")


def missing(folder: Path) -> Path:
    """Name a file that was removed between the dialog and the reading."""
    return folder / "gone.pem"


def odd_name(folder: Path) -> Path:
    """Make a file whose name is a line, an emoji, right-to-left and as long as may be."""
    path = folder / ("a\n\N{ROCKET}\u202e<b>" + "x" * 238)
    path.write_bytes(CLASSIC_SECRET)
    return path


def with_nul(folder: Path) -> Path:
    """Name what no system can have: a NUL inside a name."""
    return folder / "a\0b"


def not_unicode(folder: Path) -> Path:
    """Make a file whose name is no UTF-8."""
    path = folder / os.fsdecode(b"\xff\xfe.pem")
    path.write_bytes(CLASSIC_SECRET)
    return path


MADE: dict[str, Callable[[Path], Path]] = {
    "FIFO with no writer (open must not block the GUI)": fifo,
    "symlink to /dev/zero": endless,
    "symlink loop": loop,
    "directory": directory,
    "unreadable file (mode 000)": unreadable,
    "1 GiB sparse file": sparse,
    "/proc/self/mem": own_memory,
    "file removed between dialog and read": missing,
    "path with newline, NUL-escape, emoji, RTL, 255 bytes": odd_name,
    "a NUL in the name": with_nul,
    "a name that is no UTF-8": not_unicode,
}
ELSEWHERE = {
    "file that grows while read",  # the test after the next
    "network mount that hangs",  # needs a file system of its own, which takes privileges
}
posix = pytest.mark.skipif(os.name == "nt", reason="pipes, devices and links as POSIX has them")


def test_no_hostile_file_is_forgotten() -> None:
    """Every file that the collection names is made here."""
    assert set(made_at_test_time()) <= set(MADE) | ELSEWHERE


@posix
@pytest.mark.parametrize("name", MADE)
def test_a_hostile_file_is_answered_everywhere(hasty: Hasty, tmp_path: Path, name: str) -> None:
    """As a key, as a token, dropped, on the command line: a sentence, and what was there stays."""
    path = MADE[name](tmp_path)
    hasty.paste(CLASSIC)
    window = hasty.window
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    ways: dict[str, Callable[[], object]] = {
        "open-key": lambda: open_as_key(hasty, path),
        "open": lambda: window.intake.open(path),
        "drop": lambda: window.intake.take(dropped),
        "drop on the key": lambda: window.intake.take_key_data(dropped),
    }
    for way, act in ways.items():
        window.toast.hide()
        act()
        hasty.wait()
        assert answered(hasty), way
        assert "Traceback" not in answered(hasty)
        assert hasty.session.shown.token in {CLASSIC, CLASSIC_SECRET.decode()}, way
    path.chmod(0o700) if name.startswith("unreadable") else None


@posix
@pytest.mark.parametrize("name", [one for one in MADE if "NUL" not in one])
def test_a_hostile_file_on_the_command_line_is_answered(
    hasty: Hasty, tmp_path: Path, name: str
) -> None:
    """Named as the key and as the token when the program starts, it ends in a window and words."""
    path = MADE[name](tmp_path)
    for argv in (["--key", str(path)], [str(path)]):
        window = build(argv, remembers=False)
        hasty.qtbot.addWidget(window)
        hasty.qtbot.waitUntil(window.settled, timeout=20_000)
        told = window.toast.words.text()
        assert told or window.store.session.key.octets or window.store.session.shown.token
        window.close()


def test_a_file_that_grows_is_read_up_to_its_limit(hasty: Hasty, tmp_path: Path) -> None:
    """A file that somebody writes to for ever is read once, or refused as too large."""
    path = tmp_path / "growing.pem"
    path.write_bytes(b"secret")
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab") as stream:
            while not stop.is_set() and stream.tell() < 1 << 27:
                stream.write(b"x" * 65_536)
                stream.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(5):
            open_as_key(hasty, path)
            assert answered(hasty)
    finally:
        stop.set()
        writer.join()


def test_the_vectors_are_all_looked_at() -> None:
    """None of the collection's files is left out."""
    kept = {one.name for one in (vectors("hostile/keys")).iterdir()}
    assert {path.name for path in key_files()} == kept
