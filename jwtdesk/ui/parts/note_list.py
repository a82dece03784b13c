"""A list of remarks: an icon, a title, a sentence or two, and where it is written."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jwtdesk.jose.words import tr
from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import tip_markup

_ROLE = Qt.ItemDataRole.UserRole
_PAD, _ICON, _INDENT = 14, 16, 39
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Note:
    """One remark; `icon` and `tone` say how grave it is, `reference` stands small at the right."""

    icon: str
    tone: str
    title: str
    detail: str
    reference: str


class NoteList(QListWidget):
    """Shows notes; each can be reached with the arrow keys and is read out whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._nothing = ""
        self.setItemDelegate(_NoteDrawing(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self, "look", "notes")

    @property
    def theme(self) -> Theme | None:
        """The theme to draw with."""
        return self._theme

    def show_notes(self, notes: tuple[Note, ...], nothing: str) -> None:
        """Show `notes`, or the sentence `nothing`; the scroll position stays."""
        self._nothing = nothing
        kept = self.verticalScrollBar().value()
        row = self.currentRow()
        while self.count() > len(notes):
            self.takeItem(self.count() - 1)
        for place, note in enumerate(notes):
            item = self.item(place) or QListWidgetItem(self)
            if item.data(_ROLE) != note:
                _fill(item, note)
        self.setCurrentRow(min(row, self.count() - 1))
        self.verticalScrollBar().setValue(kept)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the notes, or the sentence for none."""
        super().paintEvent(event)
        if self.count() or self._theme is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.muted))
        box = self.viewport().rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.drawText(box, (_WRAP | _LEFT).value, self._nothing)


def _fill(item: QListWidgetItem, note: Note) -> None:
    item.setData(_ROLE, note)
    item.setText(f"{note.title}\n{note.detail}" if note.detail else note.title)
    item.setToolTip(tip_markup(f"{note.detail}\n{note.reference}".strip()))
    spoken = tr(
        "{title}. {detail} {reference}",
        title=note.title,
        detail=note.detail,
        reference=note.reference,
    )
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.strip())


class _NoteDrawing(QStyledItemDelegate):
    """Draws a note; its height follows the width of the list."""

    def __init__(self, notes: NoteList) -> None:
        super().__init__(notes)
        self._list = notes

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        note = index.data(_ROLE)
        width = self._list.viewport().width()
        title, _, detail = self._boxes(note, QRect(0, 0, width, 0))
        return QSize(width, title.height() + detail.height() + 16)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._list.theme
        if theme is None:
            return
        note = index.data(_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        state = option.state  # type: ignore[attr-defined]  # missing in the stubs
        title, reference, detail = self._boxes(note, rect)
        painter.save()
        if state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.fillRect(rect, QColor(theme.line))
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(theme.border))
        mark = QRectF(rect.left() + _PAD, title.top() + 1, _ICON, _ICON)
        paint_icon(painter, theme, note.icon, note.tone, mark)
        painter.setPen(QColor(theme.text))
        painter.setFont(self._title_font())
        painter.drawText(title, (_WRAP | _LEFT).value, note.title)
        painter.setFont(self._list.font())
        painter.setPen(QColor(theme.faint))
        painter.drawText(reference, Qt.AlignmentFlag.AlignRight.value, note.reference)
        painter.setPen(QColor(theme.muted))
        painter.drawText(detail, (_WRAP | _LEFT).value, note.detail)
        painter.restore()

    def _title_font(self) -> QFont:
        font = QFont(self._list.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _boxes(self, note: Note, rect: QRect) -> tuple[QRect, QRect, QRect]:
        """Return where title, reference and detail stand in a row that starts at `rect`."""
        metrics = self._list.fontMetrics()
        left, top = rect.left() + _INDENT, rect.top() + 8
        room = max(40, rect.width() - _INDENT - _PAD)
        aside = metrics.horizontalAdvance(note.reference)
        reference = QRect(left + room - aside, top, aside, metrics.height())
        short = max(40, room - aside - 12) if aside else room
        painter_flags = (_WRAP | _LEFT).value
        bold = QFontMetrics(self._title_font())
        title = bold.boundingRect(QRect(left, top, short, 10000), painter_flags, note.title)
        below = title.bottom() + 3
        if not note.detail:
            return title, reference, QRect(left, below, room, 0)
        box = QRect(left, below, room, 10000)
        return title, reference, metrics.boundingRect(box, painter_flags, note.detail)
