"""Badges, counters, times, notices and progress: what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.announce import announce
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.card import HEADER, Card
from jwtdesk.ui.widgets.empty_state import EmptyState
from jwtdesk.ui.widgets.invisibles import (
    Invisibles,
    count_invisibles,
    mark,
    mark_invisibles,
)
from jwtdesk.ui.widgets.live_time import LiveTime
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.progress_line import ProgressLine
from jwtdesk.ui.widgets.provenance_badge import ProvenanceBadge
from jwtdesk.ui.widgets.secret_field import SecretField
from jwtdesk.ui.widgets.segment_counter import SegmentCounter
from jwtdesk.ui.widgets.toast import Toast

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("pasted", "As pasted"),
        ("stale", "Edited, signature stale"),
        ("signed", "Signed here with acme-1"),
        ("", ""),
    ],
)
def test_provenance_is_said(qtbot: QtBot, state: str, words: str) -> None:
    """The badge says where the token comes from, and is not there before there is one."""
    place = QWidget()
    qtbot.addWidget(place)
    badge = ProvenanceBadge(place)
    place.show()
    badge.show_provenance(state, "acme-1")
    assert badge.objectName() == "provenanceBadge"
    assert badge.property("state") == state
    assert badge.text() == words
    assert badge.isVisible() is bool(words)


def test_a_signing_key_without_a_name_is_not_named(qtbot: QtBot) -> None:
    """A secret has no name, so none is said."""
    badge = ProvenanceBadge()
    qtbot.addWidget(badge)
    badge.show_provenance("signed")
    assert badge.text() == "Signed here"


@pytest.mark.parametrize(("tone", "marked"), [("ok", True), ("bad", True), ("plain", False)])
def test_a_badge_with_a_judgement_has_a_mark(qtbot: QtBot, tone: str, *, marked: bool) -> None:
    """A tone that judges is shown by a drawing as well as a colour."""
    place = QWidget()
    qtbot.addWidget(place)
    badge = Badge("Words", tone, parent=place)
    place.show()
    assert badge.mark.isVisible() is marked


def test_a_counter_counts(qtbot: QtBot, dark: Theme) -> None:
    """Bytes with a thousands separator; a wrong part has a cross instead of a dot."""
    counter = SegmentCounter("Signature", "signature")
    qtbot.addWidget(counter)
    apply_theme(counter, dark)
    assert counter.accessibleName() == "Signature: none"
    counter.show_count(1)
    assert counter.accessibleName() == "Signature: 1 byte"
    assert counter.dot.icon_name == "dot"
    counter.show_count(12345, wrong=True)
    assert counter.count.text() == "12,345"
    assert counter.dot.icon_name == "cross"


def test_a_time_ticks_without_growing_narrower(qtbot: QtBot) -> None:
    """The words follow the clock that is handed in, the width does not."""
    time = LiveTime(lambda left: f"in {left} s" if left > 0 else f"{-left} s ago")
    qtbot.addWidget(time)
    assert time.text() == ""
    time.set_moment(1_000, 0)
    assert time.text() == "in 1000 s"
    wide = time.sizeHint().width()
    time.tick(999)
    assert (time.text(), time.sizeHint().width()) == ("in 1 s", wide)
    assert time.minimumSizeHint().width() == wide
    time.tick(1_005)
    assert time.text() == "5 s ago"
    time.set_moment(None, 0)
    assert time.text() == ""


@pytest.mark.parametrize(
    ("secret", "shown", "count"),
    [
        ("hunter2", "hunter2", 0),
        ("two words", "two·words", 0),
        ("trailing ", "trailing·", 1),
        ("line\r\n", "line␍↵", 2),
        ("tab\t", "tab→", 1),
        ("nbsp\u00a0", "nbsp⍽", 1),
        ("zero\u200bwidth", "zero⟨U+200B⟩width", 1),
        ("\ufeffbom", "⟨U+FEFF⟩bom", 1),
        ("\x00\x7f", "␀␡", 2),
        ("\u202eevil", "⟨U+202E⟩evil", 1),
        ("\ud800", "⟨U+D800⟩", 1),
    ],
)
def test_what_cannot_be_seen_is_shown(secret: str, shown: str, count: int) -> None:
    """Every character nobody can see has a mark, and inner spaces alone raise no alarm."""
    assert mark_invisibles(secret) == shown
    assert count_invisibles(secret) == count


@given(st.text())
def test_marks_hide_a_masked_secret(secret: str) -> None:
    """A masked secret shows bullets and marks, and none of its visible characters."""
    shown = mark_invisibles(secret, masked=True)
    visible = {character for character in secret if mark(character) == character}
    assert not (visible - set("•…·→↵␍␡⍽⟨⟩U+0123456789ABCDEF")) & set(shown)
    assert "\n" not in shown
    assert len(shown) < 1_000


def test_the_line_of_marks_comes_and_goes(qtbot: QtBot, dark: Theme) -> None:
    """It is there only while the secret holds something invisible."""
    place = QWidget()
    qtbot.addWidget(place)
    line = Invisibles(place)
    apply_theme(line, dark)
    place.show()
    assert not line.isVisible()
    line.show_secret("secret\n")
    assert line.isVisible()
    assert line.count.text() == "1 invisible character"
    assert line.text.text() == "••••••↵"
    line.show_secret("secret")
    assert not line.isVisible()


def test_a_secret_is_hidden_until_the_eye_is_pressed(qtbot: QtBot, dark: Theme) -> None:
    """The characters show on demand, and the eye says what it will do."""
    field = SecretField("Passphrase")
    qtbot.addWidget(field)
    apply_theme(field, dark)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.reveal.trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.reveal.text() == "Hide the characters"
    field.set_revealed(False)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert not field.reveal.isChecked()


def test_a_notice_offers_a_way_back_and_goes(qtbot: QtBot, dark: Theme) -> None:
    """The button calls what it was given, and the notice goes away."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    toast = Toast(window)
    apply_theme(window, dark)
    window.show()
    undone: list[bool] = []
    toast.say("The token was cleared.", "ok", action="Undo", pressed=lambda: undone.append(True))
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry())
    qtbot.mouseClick(toast.action, LEFT)
    assert undone == [True]
    assert not toast.isVisible()


def test_a_notice_stays_inside_a_window_that_shrinks(qtbot: QtBot) -> None:
    """It moves with the lower edge and wraps its words when there is little room."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    toast = Toast(window)
    toast.say("A rather long notice that needs more than one line in a small window.", seconds=0)
    window.resize(340, 400)
    assert window.rect().contains(toast.geometry())
    assert not toast.action.isVisible()


def test_a_notice_being_read_stays(qtbot: QtBot) -> None:
    """While the pointer rests on it no time runs; it goes after the pointer has left."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    toast = Toast(window)
    toast.say("Look here.", seconds=0.05)
    spot = toast.rect().center().toPointF()
    toast.enterEvent(QEnterEvent(spot, spot, spot))
    assert not toast._leave.isActive()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast._leave.isActive()
    toast._leave.start(1)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_progress_is_said_and_can_be_stopped(qtbot: QtBot) -> None:
    """It shows what goes on and how far it is, and tells when it is to stop."""
    place = QWidget()
    qtbot.addWidget(place)
    line = ProgressLine(place)
    place.show()
    assert not line.isVisible()
    line.begin("Trying 100 readings", 100)
    line.advance(41)
    assert line.isVisible()
    assert (line.bar.value(), line.words.text()) == (41, "Trying 100 readings")
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line.cancel, LEFT)
    line.end()
    assert not line.isVisible()


class Still(QProxyStyle):
    """A desktop whose owner asked for no motion."""

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        more: QStyleHintReturn | None = None,
    ) -> int:
        """Return no time at all for animations."""
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, more)


@pytest.mark.parametrize(("style", "length"), [(Still, 1), (QProxyStyle, 0)])
def test_progress_without_end_stands_still_for_those_who_ask(
    qtbot: QtBot, style: type[QProxyStyle], length: int
) -> None:
    """Where animations are off, the bar of an endless job is full and does not run."""
    line = ProgressLine()
    qtbot.addWidget(line)
    wished = style("Fusion")
    line.setStyle(wished)
    line.begin("Reading the key")
    assert line.bar.maximum() == length


def test_an_empty_state_can_teach_something_else(qtbot: QtBot) -> None:
    """Title and body change, and a body of nothing takes no room."""
    place = QWidget()
    qtbot.addWidget(place)
    empty = EmptyState("key", "No key yet", "", place)
    empty.resize(400, 300)
    place.show()
    assert not empty.body.isVisible()
    empty.say("This token needs an RSA key", "RS256 is checked with the public half.")
    assert empty.body.isVisible()
    assert empty.accessibleName() == "This token needs an RSA key"


def test_a_card_has_a_header_of_40_pixels(qtbot: QtBot, dressed: Theme) -> None:
    """The header keeps its height however tall the card, and the body takes the rest."""
    card = Card("Payload", "braces")
    qtbot.addWidget(card)
    apply_theme(card, dressed)
    body = PlainLabel("x")
    card.set_body(body)
    card.resize(300, 400)
    card.show()
    assert card._header.height() == HEADER
    assert body.height() > 300
    card.set_title("Claims")
    assert (card.title.text(), card.accessibleName()) == ("Claims", "Claims")


def test_only_the_last_part_of_a_card_is_round(qtbot: QtBot) -> None:
    """With a foot below it the body has square corners."""
    card = Card("Token", "token")
    qtbot.addWidget(card)
    card.set_body(PlainLabel("x"), sunken=True)
    assert card._body is not None
    assert card._body.property("last") is True
    card.set_foot(PlainLabel("y"))
    assert card._body.property("last") is False


def test_of_a_long_secret_only_the_ends_are_shown() -> None:
    """A long secret does not flood the line: 48 characters of either end are enough."""
    shown = mark_invisibles(" " + "x" * 1_000 + "\n")
    assert shown.startswith("·xxx")
    assert shown.endswith("xxx↵")
    assert len(shown) == 99


def test_words_are_spoken_only_when_someone_listens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a screen reader active the words are handed to it, otherwise nothing happens."""
    label = PlainLabel("x")
    qtbot.addWidget(label)
    handed: list[QAccessibleAnnouncementEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", handed.append)
    for listening in (False, True):
        monkeypatch.setattr(QAccessible, "isActive", lambda listening=listening: listening)
        announce(label, "Signature verified")
        announce(label, "")
    assert [event.message() for event in handed] == ["Signature verified"]
