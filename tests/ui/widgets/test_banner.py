"""The banner says the verdict whole at every width, and aloud when it changes."""

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets import banner as module
from jwtdesk.ui.widgets.banner import HEIGHT, Banner
from jwtdesk.ui.widgets.lamp import Lamp
from jwtdesk.ui.widgets.verdict_words import Headline

LONG = "Do not trust this token: the signature does not match"


@pytest.fixture
def banner(qtbot: QtBot, dressed: Theme) -> Banner:
    """Return a banner in its dark dress."""
    made = Banner()
    qtbot.addWidget(made)
    made.set_theme(dressed)
    made.show_verdict("bad", LONG, "A different key signed it")
    return made


def test_its_parts_have_stable_names(banner: Banner) -> None:
    """Scripts and screen readers find the headline and the lamps by name."""
    assert banner.findChild(QWidget, "verdictHeadline") is banner.headline
    lamps = ("lampStructure", "lampSignature", "lampTime", "lampPolicy")
    assert [lamp.objectName() for lamp in banner.findChildren(Lamp)] == list(lamps)


def test_it_is_72_pixels_high_in_a_wide_window(banner: Banner) -> None:
    """At 1280 pixels everything stands in one row."""
    banner.resize(1248, HEIGHT)
    banner.show()
    assert banner.sizeHint().height() == HEIGHT
    assert banner.headline.shown_text() == LONG


@pytest.mark.parametrize("width", [560, 700, 880, 992, 1248, 1900])
def test_the_headline_is_never_cut(banner: Banner, width: int) -> None:
    """However narrow the window, the whole headline has room."""
    banner.show()
    banner.resize(width, banner.heightForWidth(width))
    QApplication.processEvents()
    banner.resize(width, max(banner.minimumSizeHint().height(), banner.heightForWidth(width)))
    QApplication.processEvents()
    shown = banner.headline
    assert shown.shown_text() == LONG
    assert shown.height() >= shown.heightForWidth(shown.width())


def test_a_headline_of_two_lines_moves_nothing(banner: Banner) -> None:
    """A headline twice as long as the room still fits in 72 pixels."""
    banner.show()
    banner.resize(1100, HEIGHT)
    banner.show_verdict("bad", "Not checked yet, but the token has expired: enter the secret", "x")
    QApplication.processEvents()
    assert banner.headline.heightForWidth(banner.headline.width()) > 30
    assert max(banner.heightForWidth(1100), banner.sizeHint().height()) == HEIGHT


def test_a_new_headline_is_announced(banner: Banner, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed headline is spoken once; the same verdict again is not."""
    spoken: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, words: spoken.append(words))
    banner.show_verdict("ok", "Signature verified", "With key K")
    banner.show_verdict("ok", "Signature verified", "With key K, 5 s left")
    assert spoken == ["Signature verified"]
    assert banner.accessibleDescription() == "Signature verified. With key K, 5 s left"


@pytest.mark.parametrize("width", [1024, 1280])
def test_a_new_verdict_does_not_change_its_height(qtbot: QtBot, banner: Banner, width: int) -> None:
    """In a window the banner is 72 pixels high, whatever it says."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(banner)
    column.addWidget(QWidget(), 1)
    window.resize(width, 640)
    window.show()
    heights = set()
    for headline in (LONG, "Short", ""):
        banner.show_verdict("bad", headline, "A reason")
        QApplication.processEvents()
        heights.add(banner.height())
    banner.setParent(None)
    assert heights == {HEIGHT}


def test_its_colours_follow_its_state(banner: Banner, dressed: Theme) -> None:
    """Ground and dividers take the tint of the verdict, also after the first time."""
    banner.resize(1248, HEIGHT)
    banner.show()
    for state in ("bad", "ok", "warn"):
        banner.show_verdict(state, "x", "y")
        tints = {banner.grab().toImage().pixelColor(x, 36).name().upper() for x in range(1248)}
        assert {dressed.colour(f"{state}_tint"), dressed.colour(f"{state}_edge")} <= tints
        assert dressed.colour(state) in tints


def test_a_long_headline_is_written_smaller(banner: Banner) -> None:
    """What would need a third line gets smaller letters instead of being cut off."""
    banner.resize(900, 72)
    banner.show()
    banner.show_verdict("bad", "Wrong signature", "")
    assert banner.headline.property("type") == "headline"
    banner.show_verdict("bad", "Wrong signature, and what is more " * 6, "")
    assert banner.headline.property("type") == "strong"
    banner.show_verdict("bad", "Wrong signature", "")
    assert banner.headline.property("type") == "headline"


SECRET = "Wrong signature: it would verify if the secret were “your-256-bit-secret”, as all know"


@pytest.mark.parametrize("width", range(900, 1300, 20))
def test_a_quoted_name_is_not_torn(banner: Banner, width: int) -> None:
    """At no width does a line of the headline end inside the quotation marks."""
    banner.resize(width, HEIGHT)
    banner.show()
    banner.show_verdict("bad", SECRET, "x")
    QApplication.processEvents()
    shown = banner.headline
    starts = line_starts(shown)
    inside = range(shown.drawn().index("“") + 1, shown.drawn().index("”") + 1)
    assert len(starts) > 1
    assert not set(starts) & set(inside)
    assert shown.text() == SECRET


REASON = "The token has expired 3 min ago, and “aud” is missing; it must be api.acme.example. " * 2


def test_a_long_reason_takes_a_second_line_where_the_headline_leaves_one(banner: Banner) -> None:
    """Beside a short headline the reason is read whole; beside a long one its end is in the tip."""
    banner.show()
    banner.resize(1100, HEIGHT)
    banner.show_verdict("warn", "Short", REASON[:110].strip())
    QApplication.processEvents()
    assert banner.reason.shown_text() == banner.reason.text()
    assert banner.reason.height() >= 2 * banner.reason.line_height()
    banner.show_verdict("warn", SECRET, REASON)
    QApplication.processEvents()
    assert banner.reason.shown_text().endswith("…")
    assert banner.reason.toolTip()
    assert banner.reason.height() < 2 * banner.reason.line_height()


def test_characters_of_two_units_do_not_move_the_line_break(banner: Banner) -> None:
    """Qt counts an emoji twice: no character is lost or doubled at the end of the line."""
    banner.show()
    banner.resize(1100, HEIGHT)
    banner.show_verdict("warn", "Short", "🔑 " * 60)
    QApplication.processEvents()
    shown = banner.reason.shown_text()
    assert "🔑 🔑" in shown
    assert ("🔑 " * 60).startswith(shown.rstrip("…"))


def test_a_headline_alone_stands_in_the_middle(banner: Banner) -> None:
    """Without a reason no empty line is kept below the headline."""
    banner.resize(1248, HEIGHT)
    banner.show()
    banner.show_verdict("unknown", "Short", "")
    QApplication.processEvents()
    assert not banner.reason.isVisible()
    middle = banner.headline.geometry().center().y()
    assert abs(middle - banner.disc.geometry().center().y()) <= 1


@pytest.mark.parametrize("width", range(880, 1300, 30))
def test_the_lines_of_a_headline_are_about_equally_long(banner: Banner, width: int) -> None:
    """No line holds a single word, and what fits is never cut; also after another width."""
    banner.resize(1900, HEIGHT)
    banner.show()
    banner.show_verdict("ok", "Signature verified, and the token is in date", "x")
    for room in (700, width):
        banner.resize(room, HEIGHT)
        QApplication.processEvents()
    shown = banner.headline
    assert shown.property("type") == "headline"
    starts = line_starts(shown)
    last = shown.drawn()[starts[-1] :]
    assert len(last.split()) > 1
    assert shown.height() >= shown.heightForWidth(shown.width())
    assert len(starts) <= 2


def line_starts(shown: Headline) -> list[int]:
    """Return where each line of a headline begins."""
    layout = QTextLayout(shown.drawn(), shown.font())
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(shown.contentsRect().width())
        starts.append(line.textStart())
    layout.endLayout()
    return starts
