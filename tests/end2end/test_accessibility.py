"""Heard, reached by keys alone, read whole at any size, and never taken for markup."""

import json
import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, SignatureAdded
from jwtdesk.ui.widgets.plain_label import PlainLabel
from tests.analysis.test_chain_check import FALSE, signed
from tests.certificates import MIDDLE
from tests.disclosed import ADDRESS, CLAIMS, NAME, STREET, bound, disclosure, issued
from tests.end2end.person import Person
from tests.made import SECRET as SELECTIVE_SECRET
from tests.model.desk import CLASSIC, CLASSIC_SECRET, TUTORIAL
from tests.model.test_nesting import OUTER_SECRET, holding, wrapped
from tests.vectors.locate import vectors

NAMES = (
    *("tokenEditor", "headerEditor", "payloadEditor", "keyEditor", "signingKeyEditor"),
    *("keyFormat", "keyPassphrase", "algorithmPicker", "verdictHeadline", "provenanceBadge"),
    *("lampStructure", "lampSignature", "lampTime", "lampPolicy"),
    *("findingsList", "diagnosisList", "claimsTable", "timeline", "clockControl"),
)
"""The handles that screen readers and scripts rely on."""
EDITORS = ("tokenEditor", "headerEditor", "payloadEditor", "keyEditor", "signingKeyEditor")
SCALES = {1.0: (1024, 640), 1.5: (1280, 800), 2.0: (1280, 800)}


def empty(_person: Person) -> None:
    """Leave the desk as it opens."""


def verified(person: Person) -> None:
    """Paste a good token and its secret."""
    person.paste(CLASSIC)
    person.window.store.dispatch(KeyEdited(KeyInput(CLASSIC_SECRET)))


def wrong(person: Person) -> None:
    """Paste an expired token with a secret that is not its own."""
    person.paste(TUTORIAL)
    person.window.store.dispatch(KeyEdited(KeyInput(b"not the secret\n")))


def misfit(person: Person) -> None:
    """Ask for an algorithm that the key cannot serve."""
    verified(person)
    person.wait()
    person.pick("algorithmPicker", "ES256")


def half_typed(person: Person) -> None:
    """Leave a payload in the middle of a word."""
    verified(person)
    person.wait()
    person.write("payloadEditor", '{"a": tru')


def nested(person: Person) -> None:
    """Open an encrypted token and go into the token in a claim of the one inside it."""
    person.paste(wrapped(holding(CLASSIC)))
    person.window.store.dispatch(KeyEdited(KeyInput(OUTER_SECRET)))
    person.wait()
    person.do("level-in")
    person.do("level-in")


def signed_by_two(person: Person) -> None:
    """Write a token as JSON, with a second signature and a member that nothing covers."""
    verified(person)
    person.wait()
    person.window.store.dispatch(SignatureAdded('{"alg":"HS512","kid":"second"}'))
    person.wait()
    token = person.read("tokenEditor")
    person.paste(token.replace('"signature"', '"header":{"x":1},"signature"', 1), "tokenEditor")


def selective(person: Person) -> None:
    """Paste an SD-JWT with a disclosure that has no place, bound to nobody we know."""
    person.paste(bound(issued(CLAIMS, NAME, ADDRESS, STREET, disclosure("astray")), "a", "n", 1))
    person.window.store.dispatch(KeyEdited(KeyInput(SELECTIVE_SECRET)))


def certified(person: Person) -> None:
    """Put the broken certificate of a chain into the panes."""
    person.paste(signed({"x5c": [FALSE.x5c, MIDDLE.x5c]}))
    person.wait()
    person.do("show-certificate")


DESKS: dict[str, Callable[[Person], None]] = {
    one.__name__: one
    for one in (
        *(empty, verified, wrong, misfit, half_typed, nested, certified, signed_by_two, selective),
    )
}
each_desk = pytest.mark.parametrize("desk", DESKS)


def laid(person: Person, desk: str) -> QWidget:
    """Lay the desk so, wait until all is said, and return the window."""
    DESKS[desk](person)
    person.wait()
    return person.window


def parts(window: QWidget) -> list[QWidget]:
    """Return everything of the window that is seen."""
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def called(widget: QWidget) -> str:
    """Name a widget so that a reader of a failed test finds it."""
    words = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {widget.objectName()} {str(words)[:30]!r}"


@pytest.mark.parametrize("name", NAMES)
def test_every_handle_exists_and_has_a_name_to_be_heard(person: Person, name: str) -> None:
    """Every stable object name is one widget, and a screen reader has words for it."""
    found = person.window.findChildren(QWidget, name)

    assert len(found) == 1
    assert found[0].accessibleName().strip()


@each_desk
def test_whatever_takes_the_keyboard_can_be_heard(person: Person, desk: str) -> None:
    """Every seen control says what it is: by its accessible name, or by its own words."""
    mute = [
        called(one)
        for one in parts(laid(person, desk))
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.accessibleName().strip()
        and not getattr(one, "text", str)()
    ]
    assert mute == []


@each_desk
def test_lamps_and_badge_say_their_state_in_words(person: Person, desk: str) -> None:
    """No state is told by colour alone: name and words are in what a screen reader hears."""
    laid(person, desk)
    for name in ("lampStructure", "lampSignature", "lampTime", "lampPolicy"):
        heard = person.find(name).accessibleName()
        assert re.fullmatch(r"\w+: \S.*", heard), (name, heard)
    if person.session.shown.token:
        assert person.find("provenanceBadge").accessibleName()


@each_desk
def test_tab_reaches_every_control(person: Person, desk: str) -> None:
    """With the tab key alone one comes everywhere, and round to where one began."""
    window = laid(person, desk)
    person.editor("tokenEditor").setFocus()
    reached: list[QWidget] = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen: list[QWidget] = []
        for _ in range(200):
            here = window.focusWidget()
            assert here is not None
            if seen and here is seen[0]:
                break
            seen.append(here)
            QTest.keyClick(here, key)
        assert window.focusWidget() is seen[0], "round and round"
        reached += seen
    missed = [
        called(one)
        for one in parts(window)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isEnabled()
        and one not in reached
        and one.focusProxy() is None
        and not _is_one_of_several(one)
    ]
    assert missed == []


def _is_one_of_several(widget: QWidget) -> bool:
    """Say whether arrow keys lead to it from a neighbour that tab does reach."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


@each_desk
def test_a_screen_reader_finds_text_and_caret(person: Person, desk: str) -> None:
    """Each editor is an editable text to assistive technology, with a name."""
    laid(person, desk)
    for name in EDITORS:
        told = QAccessible.queryAccessibleInterface(person.editor(name))
        assert told.role() == QAccessible.Role.EditableText
        assert told.text(QAccessible.Text.Name)


CANARY = "file:///"


def canary_token() -> dict[str, str]:
    """Return the token whose claims and header are markup that would open a file."""
    entries = json.loads(vectors("provider-tokens/tokens.json").read_text("utf-8"))
    return next(one for one in entries if one["name"] == "html-in-claims")


def rich(window: QWidget) -> list[str]:
    """Return every place of the window, and of its items and tips, that would render markup."""
    found: list[str] = []
    for one in (window, *window.findChildren(QWidget)):
        if isinstance(one, QLabel) and one.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"label {called(one)}")
        if isinstance(one, QTextEdit):
            found.append(f"rich editor {called(one)}")
        tips = [one.toolTip(), one.statusTip(), one.whatsThis()]
        tips += [action.toolTip() for action in one.actions()]
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            tips += _tips_of_items(one)
        found += [tip for tip in tips if set(re.findall(r"<\s*/?\s*([a-z]+)", tip)) - {"p"}]
    return found


def _tips_of_items(view: QAbstractItemView) -> list[str]:
    model, root = view.model(), QModelIndex()
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole)
    return [
        str(model.index(row, column).data(role) or "")
        for row in range(model.rowCount(root))
        for column in range(view_columns(view))
        for role in roles
    ]


def view_columns(view: QAbstractItemView) -> int:
    """Return how many columns a list or a table has; lists hide that method of their model."""
    return view.model().columnCount(QModelIndex()) if isinstance(view, QTableView) else 1


def test_markup_in_a_token_is_text_everywhere(person: Person) -> None:
    """No label, tip or item of window or dialog renders it; panes show its letters."""
    canary = canary_token()
    person.paste(canary["token"])
    person.write("keyEditor", canary["secret_utf8"])

    assert person.state("lampSignature") == "ok"
    assert CANARY in person.read("payloadEditor")
    assert CANARY in person.read("headerEditor")
    assert rich(person.window) == []
    for action in ("claims-table", "compare", "preferences", "shortcuts", "about", "privacy"):
        person.do(action)
        assert [one for top in QApplication.topLevelWidgets() for one in rich(top)] == [], action
        for dialog in QApplication.topLevelWidgets():
            if dialog is not person.window and dialog.isVisible():
                dialog.close()


@pytest.mark.parametrize("pasted", ["payload", "key"])
def test_markup_in_a_fault_is_text_too(person: Person, pasted: str) -> None:
    """What a broken payload, an unknown algorithm or a bad key quotes is text in its sentence."""
    mark = '<img src="file:///x">'
    person.paste(CLASSIC)
    if pasted == "payload":
        person.write("headerEditor", json.dumps({"alg": mark, "kid": mark, "typ": mark}))
        person.write("payloadEditor", '{"iss": ' + json.dumps(mark) + ", " + mark)
    else:
        key = {"kty": mark, "kid": mark, "crv": mark, "alg": mark}
        person.paste(json.dumps(key), into="keyEditor")
    assert [one for top in QApplication.topLevelWidgets() for one in rich(top)] == []


def scaled(person: Person, scale: float, desk: str) -> QWidget:
    """Lay the desk at a size of text, in the least window that it should fit."""
    person.do("ordinary")
    for _ in range(30):
        if person.window.preferences.scale >= scale:
            break
        person.do("larger")
    assert person.window.preferences.scale >= scale
    window = laid(person, desk)
    window.resize(*SCALES[scale])
    QApplication.processEvents()
    QApplication.processEvents()
    return window


each_size = pytest.mark.parametrize("scale", SCALES)


@each_desk
@each_size
def test_nothing_is_cut_off(person: Person, scale: float, desk: str) -> None:
    """In a small window, also with large text, labels, buttons and fields are whole."""
    window = scaled(person, scale, desk)
    assert (window.width(), window.height()) == SCALES[scale]
    cut = {called(one): why for one in parts(window) if (why := _cut(one, window))}

    assert cut == {}


@each_desk
@each_size
def test_no_card_scrolls_sideways(person: Person, scale: float, desk: str) -> None:
    """In a small window, also with large text, what is in a card is as wide as the card."""
    window = scaled(person, scale, desk)

    person.qtbot.waitUntil(lambda: sideways(window) == {})


def sideways(window: QWidget) -> dict[str, int]:
    """Return the scrolling parts that hold something wider than themselves, and by how much."""
    return {
        called(area): area.horizontalScrollBar().maximum()
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum()
    }


@pytest.mark.parametrize("lifetime", [300, 86_400 * 400, 86_400 * 36_500])
def test_the_title_of_the_validity_window_is_whole(person: Person, lifetime: int) -> None:
    """However long the lifetime beside it is: the facts are shortened, never the title."""
    person.do("sample")
    person.write(
        "payloadEditor", json.dumps({"iat": 1_700_000_000, "exp": 1_700_000_000 + lifetime})
    )
    for width, height in ((1024, 640), (1280, 800)):
        person.window.resize(width, height)
        QApplication.processEvents()
        titles = [
            one for one in person.window.findChildren(PlainLabel) if one.text() == "Validity window"
        ]
        assert [one.shown_text() for one in titles] == ["Validity window"]
        assert titles[0].width() >= titles[0].fontMetrics().horizontalAdvance("Validity window")


def _cut(one: QWidget, window: QWidget) -> str:
    """Say in what way a widget is cut off, "" when it is not."""
    area = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
    if not isinstance(one, QLabel | QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit):
        return ""
    outside = _outside(one, window, area)
    if outside:
        return outside
    icon_only = isinstance(one, QToolButton) and (
        one.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    if isinstance(one, QLabel) and one.text():
        return _label(one)
    if isinstance(one, QPushButton | QToolButton | QCheckBox) and one.text() and not icon_only:
        if one.height() < one.fontMetrics().height():
            return "lower than its letters"
        wanted = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
        if one.width() < wanted:
            return f"{one.width()} px for words of {wanted}"
    return ""


def _outside(one: QWidget, window: QWidget, area: QRect) -> str:
    """Say that a widget leaves the window or a parent that does not scroll."""
    if not window.rect().contains(area):
        scrolled = _scrolled(one, window)
        return "" if scrolled else f"at {area.getRect()} of {window.size().toTuple()}"
    return ""


def _scrolled(one: QWidget, window: QWidget) -> bool:
    parent = one.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _label(one: QLabel) -> str:
    if getattr(one, "_elide", False):  # shortened by design, the whole words are its tip
        return "" if one.height() >= one.fontMetrics().height() else "lower than its letters"
    room = one.contentsRect()
    if one.wordWrap():
        wanted = one.heightForWidth(one.width())
        return "" if one.height() >= wanted else f"{one.height()} px high for lines of {wanted}"
    wanted = one.fontMetrics().horizontalAdvance(one.text())
    if room.width() < wanted:
        return f"{room.width()} px for words of {wanted}"
    return "" if one.height() >= one.fontMetrics().height() else "lower than its letters"
