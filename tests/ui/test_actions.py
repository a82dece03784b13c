"""The table of actions: complete, free of clashes, and true about when a thing can be done."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.read_token import read_token
from jwtdesk.model.edits import CompactSwitched, KeyWanted
from jwtdesk.model.forms import Form
from jwtdesk.model.named_key import NamedKey
from jwtdesk.model.session import Known, Session, Shown
from jwtdesk.ui.actions import action_spec, actions
from jwtdesk.ui.copying import COPIES
from jwtdesk.ui.pane import pane_specs
from jwtdesk.ui.shortcuts import accepted, key_of, listed, pane_keys, plain_title, tip_of
from tests.end2end.person import Person
from tests.ui.desk import TOKEN, _desk

__all__ = ["_desk"]

Key, Held = Qt.Key, Qt.KeyboardModifier
EMPTY = Session()
FULL = Session(
    original="a.b.c",
    shown=Shown("a.b.d", "{}", "{}"),
    key=KeyInput(b"secret"),
    known=Known(
        token=read_token("a.b.d"),
        fitting_algorithm="HS256",
        keys=Keys((), "shared secret"),
    ),
    keyring=(NamedKey("mine", KeyInput(b"secret"), Keys((), "shared secret")),),
)
NEEDS_SOMETHING = {
    "clear", "undo", "redo", "copy-token", "copy-authorization", "copy-header", "copy-payload",
    "return", "compare", "resign", "make-key", "format-header", "format-payload",
    "export-key", "copy-thumbprint-uri", "keep-key", "fitting-key", "steps",
}  # fmt: skip


NEEDS_A_NEST = {
    "level-out", "level-in", "outermost", "copy-outermost", "show-certificate", "back-to-token",
    "write-compact", "write-flattened", "write-general", "add-signature",
}  # fmt: skip
NEEDS_CLAIMS = {"take-rules", "keep-rules", "clear-rules", "try-words"}

NEEDS_A_PAYLOAD = {
    "form-json", "form-text", "form-hex", "part-payload", "join-payload", "open-payload",
    "paste-payload", "remove-payload", "decrypt-anyway", "stop-decrypting", "bytes",
}  # fmt: skip
NEEDS_DISCLOSURES = {"bind", "reveal", "claims-disclosed", "conceal"}


def test_every_id_is_its_own() -> None:
    """No two actions have the same id."""
    names = [one.id for one in actions()]

    assert len(names) == len(set(names))


def test_no_two_things_share_a_shortcut() -> None:
    """Every key does one thing, the keys of the panes included."""
    keys = [QKeySequence(key).toString() for one in actions() for key in one.keys]
    keys += [QKeySequence(spec.key).toString() for spec in pane_specs() if spec.key]

    assert "" not in keys
    assert len(keys) == len(set(keys))


def strokes() -> list[tuple[str, ...]]:
    """Return every way to press every shortcut, key after key, panes included."""
    keys = [way for one in actions() for key in one.keys for way in accepted(key)]
    keys += [spec.key for spec in pane_specs() if spec.key]
    return [tuple(QKeySequence(key).toString().split(", ")) for key in keys]


def test_no_shortcut_hides_behind_a_shorter_one() -> None:
    """The first key of a sequence does nothing by itself, and no sequence has two meanings."""
    every = strokes()
    first = {keys[0] for keys in every if len(keys) > 1}

    assert first == {"Ctrl+P", "Ctrl+L"}
    assert [keys for keys in every if len(keys) == 1 and keys[0] in first] == []
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("keys", strokes(), ids=", ".join)
def test_no_shortcut_is_needed_for_typing(keys: tuple[str, ...]) -> None:
    """Ctrl+Alt is AltGr on Windows and Alt types on a Mac: no such letter is taken."""
    *held, key = keys[0].split("+") if not keys[0].endswith("++") else ("Ctrl", "+")

    assert "Alt" not in held or len(key) > 1
    assert "Ctrl" in held or len(key) > 1


@pytest.mark.parametrize("keys", strokes(), ids=", ".join)
def test_no_shortcut_moves_in_a_text(keys: tuple[str, ...]) -> None:
    """Keys that move, select and delete in texts stay with them, and Alt+Down opens boxes."""
    taken = {
        QKeySequence(f"{held}{key}").toString()
        for held in ("", "Shift+", "Ctrl+", "Ctrl+Shift+", "Alt+", "Alt+Shift+", "Meta+")
        for key in ("Left", "Right", "Up", "Down", "Backspace", "Del")
    }
    taken |= {"Home", "End", "PgUp", "PgDown", "Ctrl+Home", "Ctrl+End", "Tab", "Ctrl+Tab", "Return"}
    taken |= {"Shift+PgUp", "Shift+PgDown", "Alt+PgUp", "Alt+PgDown", "Shift+Return", "Esc"}

    assert keys[0] not in taken


def test_a_sequence_is_pressed_in_a_text(desk: Person) -> None:
    """One key after another acts and types nothing, with or without the control key held on."""
    desk.paste(TOKEN)
    before = desk.read("payloadEditor")
    for second, held, form in (
        (Key.Key_H, Held.NoModifier, Form.HEX),
        (Key.Key_T, Held.ControlModifier, Form.TEXT),
        (Key.Key_J, Held.NoModifier, Form.JSON),
    ):
        desk.editor("payloadEditor").setFocus()
        desk.press(Key.Key_P)
        desk.press(second, held)
        assert desk.session.known.form is form
    assert desk.read("payloadEditor") == before


@pytest.mark.parametrize("name", [one.id for one in actions()])
def test_an_empty_desk_offers_what_makes_sense(name: str) -> None:
    """What needs a token, a key or a history waits for one."""
    assert action_spec(name).enabled(EMPTY) is (
        name
        not in NEEDS_SOMETHING | NEEDS_CLAIMS | NEEDS_A_NEST | NEEDS_DISCLOSURES | NEEDS_A_PAYLOAD
    )


@pytest.mark.parametrize("name", sorted(NEEDS_SOMETHING - {"undo", "redo"}))
def test_a_full_desk_offers_the_rest(name: str) -> None:
    """With a changed token and a key all of it can be done."""
    assert action_spec(name).enabled(FULL)


def test_going_back_is_no_use_at_the_original() -> None:
    """The way back is closed while the token is as it was pasted."""
    same = replace(FULL, shown=Shown("a.b.c\n", "{}", "{}"))

    assert not action_spec("return").enabled(same)


def test_a_switch_says_the_opposite_of_what_is() -> None:
    """Compact turns itself off and on."""
    compact = action_spec("compact").edit

    assert compact is not None
    assert compact(EMPTY) == CompactSwitched(on=False)
    assert compact(replace(EMPTY, compact=False)) == CompactSwitched(on=True)


def test_a_key_is_wanted_for_the_algorithm_at_hand() -> None:
    """The wish names the algorithm; without one there is no wish."""
    wish = action_spec("make-key").edit

    assert wish is not None
    assert wish(FULL) == KeyWanted("HS256")
    assert wish(EMPTY) is None


def test_a_tooltip_tells_the_shortcut() -> None:
    """A button says what it does and which keys do the same."""
    assert tip_of("copy-token") == "Copy the token on one line (Ctrl+Shift+C)"
    assert tip_of("about") == "About jwtdesk (Ctrl+F1)"
    assert tip_of("bytes").endswith(" (Ctrl+P, B)")
    assert key_of("level-in") == "Ctrl+PgDown"


def test_every_action_has_a_shortcut_of_its_own() -> None:
    """Whatever can be done can be done with keys, and no keys do two things."""
    keys = [key for one in actions() for key in one.keys]

    assert [one.id for one in actions() if not one.keys] == []
    assert len(keys) == len(set(keys))


def test_the_list_of_shortcuts_is_whole() -> None:
    """Every action with a key is in the list, and so is every pane."""
    titles = {title for _menu, lines in listed() for title, _keys in lines}

    assert titles == {plain_title(one) for one in actions() if one.keys}
    assert len(pane_keys()) == sum(bool(spec.key) for spec in pane_specs())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("copy-token", "a.b.d"),
        ("copy-header", "{}"),
        ("copy-payload", "{}"),
        ("copy-authorization", "Authorization: Bearer a.b.d"),
    ],
)
def test_what_is_copied(name: str, text: str) -> None:
    """Each copy is the text itself, ready to be used."""
    assert COPIES[name].text(FULL) == text
    assert COPIES[name].text(EMPTY) == ""
