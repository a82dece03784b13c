"""The list of findings: order, words, and what screen readers hear."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jwtdesk.analysis.finding import Finding
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.model.session import Known, Session
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

    assert spoken == "a. Why a matters. RFC 8725"


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
