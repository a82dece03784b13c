"""The token as it was pasted beside the token as it is now, line by line."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.jose.jsontext import pretty
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Segment, Token
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.session import Session
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.fonts import code_font
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_label import PlainLabel

_MOST_LINES = 5_000


class Change(Enum):
    """What happened to a line."""

    SAME = " "
    GONE = "-"
    NEW = "+"
    TITLE = "§"


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of the comparison."""

    change: Change
    text: str


def compared(before: Token, after: Token) -> tuple[DiffLine, ...]:
    """Return the lines of header, payload and signature of both tokens, and what changed."""
    parts = (
        (tr("Header"), _lines(before.header), _lines(after.header)),
        (tr("Payload"), _lines(before.payload), _lines(after.payload)),
        (tr("Signature"), _encoded(before.signature), _encoded(after.signature)),
    )
    found: list[DiffLine] = []
    for title, old, new in parts:
        found.append(DiffLine(Change.TITLE, title))
        found.extend(_difference(old, new))
    return tuple(found)


def _difference(old: list[str], new: list[str]) -> list[DiffLine]:
    if len(old) + len(new) > _MOST_LINES:
        words = tr("the same") if old == new else tr("changed; too long to compare line by line")
        return [DiffLine(Change.SAME, words)]
    found: list[DiffLine] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            found.extend(DiffLine(Change.SAME, line) for line in old[start:end])
            continue
        found.extend(DiffLine(Change.GONE, line) for line in old[start:end])
        found.extend(DiffLine(Change.NEW, line) for line in new[new_start:new_end])
    return found


def _lines(segment: Segment | None) -> list[str]:
    if segment is None:
        return []
    if segment.document is None:
        return [segment.encoded]
    return pretty(segment.document.text).split("\n")


def _encoded(segment: Segment | None) -> list[str]:
    return [segment.encoded] if segment and segment.encoded else []


class CompareDialog(Sheet):
    """A list of lines; what is gone and what is new have a sign as well as a colour."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Compared with the original"))
        self.lines = compared(read_token(session.original), session.known.token)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What has changed"))
        self.list.setFont(code_font())
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        set_look(self.list, "look", "lines")
        for line in self.lines:
            title = line.change is Change.TITLE
            words = line.text if title else f"{line.change.value} {line.text}"
            item = QListWidgetItem(made_visible(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(line))
            self.list.addItem(item)
        self.rows.addWidget(PlainLabel(self._summary(), type="base", tone="muted", wrap=True))
        self.rows.addWidget(self.list, 1)
        self.add_close()
        self.resize(720, 560)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        looks = {
            Change.GONE: (theme.bad, theme.bad_tint),
            Change.NEW: (theme.ok, theme.ok_tint),
            Change.TITLE: (theme.muted, theme.raised),
        }
        for row, line in enumerate(self.lines):
            if line.change in looks:
                word, ground = looks[line.change]
                self.list.item(row).setForeground(QColor(word))
                self.list.item(row).setBackground(QColor(ground))

    def _summary(self) -> str:
        gone = sum(line.change is Change.GONE for line in self.lines)
        new = sum(line.change is Change.NEW for line in self.lines)
        return tr(
            "{gone}, {new}.",
            gone=plural(gone, "{count} line gone", "{count} lines gone"),
            new=plural(new, "{count} line new", "{count} lines new"),
        )


def _spoken(line: DiffLine) -> str:
    if line.change is Change.GONE:
        return tr("gone: {line}", line=line.text)
    return tr("new: {line}", line=line.text) if line.change is Change.NEW else line.text
