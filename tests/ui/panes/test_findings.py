"""The list of findings: order, words, and what screen readers hear."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.token import Kind, Token
from jwtdesk.model.edits import PayloadEdited
from jwtdesk.model.session import Caret, Known, PaneName, Session, Shown
from jwtdesk.ui.panes.findings import FindingsPane
from tests.end2end.person import Person


def _finding(severity: Severity, title: str) -> Finding:
    return Finding(title, severity, title, f"Why {title} matters.", "RFC 8725", "token")


FOUND = (
    _finding(Severity.INFO, "a"),
    _finding(Severity.ERROR, "b"),
    _finding(Severity.WARNING, "c"),
)


def _pane(desk: Person) -> FindingsPane:
    return cast(FindingsPane, desk.window.pane("findings"))


def _titles(desk: Person) -> list[str]:
    notes = _pane(desk).list
    return [notes.item(row).text().split("\n")[0] for row in range(notes.count())]


def test_the_worst_comes_first(desk: Person) -> None:
    """Errors, warnings, then what is worth knowing; the badge counts what wants a look."""
    _pane(desk).draw(None, Session(original="x", known=Known(findings=FOUND)))

    assert _titles(desk) == ["b", "c", "a"]
    assert _pane(desk).count.text() == "2 to review"


def test_what_was_cleaned_is_said_first(desk: Person) -> None:
    """Notes on the paste and further tokens stand above the findings."""
    notes = (Problem("bearer", "“Bearer” was removed."),)
    _pane(desk).draw(None, Session(known=Known(findings=FOUND, notes=notes, others=2)))

    assert _titles(desk)[:2] == [
        "“Bearer” was removed.",
        "2 further tokens are in the same text",
    ]


def test_a_finding_is_read_whole(desk: Person) -> None:
    """Title, detail and reference are one sentence for a screen reader."""
    _pane(desk).draw(None, Session(known=Known(findings=FOUND[:1])))
    spoken = _pane(desk).list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)

    said = "a. Why a matters. RFC 8725 Enter: show the place Shift+Enter: open the reference"
    assert spoken == said


def test_the_place_in_the_list_is_kept(desk: Person) -> None:
    """When the findings are renewed the row in hand stays in hand."""
    pane = _pane(desk)
    first = Session(known=Known(findings=FOUND))
    pane.draw(None, first)
    pane.list.setFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    row = pane.list.currentRow()
    pane.draw(first, replace(first, known=Known(findings=(*FOUND, _finding(Severity.INFO, "d")))))

    assert pane.list.currentRow() == row
    assert pane.list.count() == 4
    pane.draw(first, Session())
    assert pane.list.count() == 0


def test_notes_are_as_high_as_their_words(desk: Person) -> None:
    """A long detail wraps; in a narrower list it is higher."""
    long = Finding("x", Severity.INFO, "title", "word " * 60, "RFC 7519", "token")
    pane = _pane(desk)
    pane.draw(None, Session(known=Known(findings=(long,))))
    wide = pane.list.visualItemRect(pane.list.item(0)).height()
    pane.list.setFixedWidth(pane.list.width() // 2)
    desk.wait()
    pane.list.doItemsLayout()

    assert pane.list.visualItemRect(pane.list.item(0)).height() > wide


WRITTEN = '{"exp": 1795422000000, "iat": 1795418400, "aud": "a", "iss": "i"}'


def _row(desk: Person, words: str) -> int:
    return next(row for row, title in enumerate(_titles(desk)) if words in title)


def test_enter_and_click_go_to_the_place(desk: Person) -> None:
    """The caret stands at the claim, in the pane that has the keyboard then."""
    desk.do("sample")
    desk.window.store.dispatch(PayloadEdited(WRITTEN))
    desk.wait()
    notes = _pane(desk).list
    row = _row(desk, "does not count seconds")
    notes.setFocus()
    notes.setCurrentRow(row)
    QTest.keyClick(notes, Qt.Key.Key_Return)
    editor = desk.editor("payloadEditor")
    assert editor.hasFocus()
    assert desk.session.caret == Caret(PaneName.PAYLOAD, WRITTEN.index('"exp"'))
    desk.editor("tokenEditor").setFocus()
    notes.doItemsLayout()
    notes.chosen.emit(row)
    assert editor.hasFocus()


def test_a_fix_is_one_press(desk: Person) -> None:
    """The space bar, or a press on the words, mends what the finding is about."""
    desk.do("sample")
    desk.window.store.dispatch(PayloadEdited(WRITTEN))
    desk.wait()
    notes = _pane(desk).list
    notes.setFocus()
    notes.setCurrentRow(_row(desk, "does not count seconds"))
    QTest.keyClick(notes, Qt.Key.Key_Space)
    desk.wait()
    assert desk.session.shown.payload == WRITTEN.replace("1795422000000", "1795422000")
    assert not any("does not count" in title for title in _titles(desk))
    desk.do("undo")
    row = _row(desk, "does not count seconds")
    notes.scrollToItem(notes.item(row))
    QApplication.processEvents()
    point = notes.fix_point(row)
    QTest.mouseMove(notes.viewport(), point)
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=point)
    desk.wait()
    assert desk.session.shown.payload == WRITTEN.replace("1795422000000", "1795422000")


def test_a_press_beside_the_fix_only_shows_the_place(desk: Person) -> None:
    """The rest of the row is the way to the place."""
    desk.do("sample")
    desk.window.store.dispatch(PayloadEdited(WRITTEN))
    desk.wait()
    notes = _pane(desk).list
    row = _row(desk, "does not count seconds")
    notes.scrollToItem(notes.item(row))
    QApplication.processEvents()
    corner = notes.visualItemRect(notes.item(row)).topLeft() + QPoint(60, 12)
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=corner)

    assert desk.session.shown.payload == WRITTEN
    assert desk.editor("payloadEditor").hasFocus()


def test_nothing_to_review(desk: Person) -> None:
    """A token without fault says so with a check mark, and never in green while it is wrong."""
    pane = _pane(desk)
    pane.draw(None, Session(shown=Shown("x"), known=Known(token=Token(Kind.JWS, "x"))))
    assert pane.list.accessibleDescription() == "Nothing to review."
    assert pane.count.text() == ""
    assert pane.list.item(0) is None
    wrong = replace(Session().verdict.signature, state=State.BAD)
    bad = Session(shown=Shown("x"), known=Known(token=Token(Kind.JWS, "x")))
    pane.draw(None, replace(bad, verdict=replace(bad.verdict, signature=wrong)))
    assert pane.count.text() == ""
    broken = replace(Session().verdict.structure, state=State.BAD)
    pane.draw(None, replace(bad, verdict=replace(bad.verdict, structure=broken)))
    assert pane.list.accessibleDescription() == "Nothing beyond what the verdict says."
    pane.draw(None, Session(shown=Shown("x")))
    assert pane.count.text() == ""
    assert not pane.list.grab().isNull()
