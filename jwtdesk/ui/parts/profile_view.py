"""What kind of token this is, held against its rules; its hashes; what it costs to carry."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from jwtdesk.analysis.size_budget import size_budget
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.words import tr
from jwtdesk.model.checklists import checklists, offered
from jwtdesk.model.session import Session
from jwtdesk.ui.parts.check_rows import CheckRows
from jwtdesk.ui.parts.hash_calculator import HashCalculator
from jwtdesk.ui.parts.size_bars import SizeBars
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.plain_label import PlainLabel


class ProfileView(QScrollArea):
    """Three sections below each other: the checklist, the hashes, the size."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self.setObjectName("profileView")
        self.setAccessibleName(tr("Profile"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choice = _Choice()
        self.choice.activated.connect(self._redraw)
        self.none = PlainLabel(tone="muted", wrap=True)
        self.rows = CheckRows()
        self.hashes = HashCalculator()
        self.sizes = SizeBars()
        inside = QWidget()
        set_look(inside, "page", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.none)
        column.addWidget(self.rows)
        for title, part in ((tr("Hashes"), self.hashes), (tr("Size"), self.sizes)):
            column.addSpacing(6)
            column.addWidget(PlainLabel(title, type="title"))
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)

    def draw(self, session: Session) -> None:
        """Draw what is known of the token of `session`."""
        self._session = session
        chosen = self.choice.currentData() or ""
        lists = checklists(session, chosen)
        proven = session.verdict.signature.state is State.OK
        self.rows.show_lists(lists, proven=proven)
        self.none.setText(_nothing(session))
        self.none.setVisible(not lists)
        token = session.known.token
        self.hashes.show_token(token)
        self.sizes.show_budget(None if session.empty else size_budget(token))

    def _redraw(self) -> None:
        if self._session is not None:
            self.draw(self._session)


class _Choice(QComboBox):
    """Offers every profile, and to recognise the right one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("profilePicker")
        self.setAccessibleName(tr("Hold against"))
        self.addItem(tr("Recognised by its shape"), "")
        for name, title in offered():
            self.addItem(title, name)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let a wheel turned in passing change nothing."""
        event.ignore()


def _nothing(session: Session) -> str:
    if session.empty:
        return tr("What kind of token this is, and how well it keeps the rules, is listed here.")
    return tr("This token follows no profile that can be told by its shape; choose one to compare.")
