"""Header or payload as a table: each member's name, value, meaning, human form and reference."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from jwtdesk.analysis.reference import address_of
from jwtdesk.jose.words import tr
from jwtdesk.model.claim_rows import TableRow
from jwtdesk.ui.browser import follow, reference_menu, spoken, where_by_key
from jwtdesk.ui.icons import icon
from jwtdesk.ui.parts.moment import moment_tip
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import tip_markup

_WORDS, _REFERENCE = 3, 4
_WIDE = 34
"""The table must be so many times as wide as the text is high for references to have a column."""


class ClaimsTable(QTableWidget):
    """Shows rows of claims; it can be read, selected and copied from, never edited.

    `pointed` carries the offset of the member whose row a person moved to. A reference is followed
    when it is pressed, or from anywhere in its row with Shift and Enter.
    """

    pointed = Signal(int)

    def __init__(self, handle: str, name: str) -> None:
        super().__init__(0, _REFERENCE + 1)
        self._rows: tuple[TableRow, ...] = ()
        self._now = 0
        self._theme: Theme | None = None
        self.setObjectName(handle)
        self.setAccessibleName(name)
        titles = (tr("Claim"), tr("Value"), tr("Meaning"), tr("In words"), tr("Defined in"))
        self.setHorizontalHeaderLabels(titles)
        set_look(self, "look", "table")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.setMouseTracking(True)
        self.itemSelectionChanged.connect(self._moved)
        self.cellClicked.connect(self._pressed)
        self.cellEntered.connect(self._entered)

    def show_rows(self, rows: tuple[TableRow, ...], now: int) -> None:
        """Show `rows` as they are at `now` (seconds since 1970); only what differs is drawn."""
        if rows == self._rows and now == self._now:
            return
        same = [row.name for row in rows] == [row.name for row in self._rows]
        before = self._rows if same else ()
        self._rows, self._now = rows, now
        self.setRowCount(len(rows))
        self.setColumnHidden(_WORDS, not any(row.text for row in rows))
        for line, row in enumerate(rows):
            if not before or before[line] != row or row.second is not None:
                self._fill(line, row)

    def show_offset(self, offset: int) -> None:
        """Select the row of the member that stands at `offset`."""
        found = [line for line, row in enumerate(self._rows) if row.offset <= offset]
        if found and not self.hasFocus():
            self.selectRow(found[-1])

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        for line in range(len(self._rows)):
            self._colour(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the reference of the row in hand with Shift and Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            follow(self._reference(self.currentRow()), self)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to open or to copy the address of the row's reference."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        line = self.currentRow() if by_key else self.rowAt(event.pos().y())
        menu = reference_menu(self._reference(line), self)
        if menu is not None:
            menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give references a column of their own where there is room."""
        super().resizeEvent(event)
        roomy = self.width() >= _WIDE * self.fontMetrics().height()
        self.setColumnHidden(_REFERENCE, not roomy)

    def _fill(self, line: int, row: TableRow) -> None:
        texts = (row.name, row.value, row.meaning, row.text, row.reference)
        tip = _tip(row, self._now)
        for column, text in enumerate(texts):
            item = self.item(line, column)
            if item is None:
                item = QTableWidgetItem()
                self.setItem(line, column, item)
            item.setText(text)
            item.setToolTip(tip_markup(tip))
            if column == _REFERENCE:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(text))
        self._colour(line)

    def _colour(self, line: int) -> None:
        item, first = self.item(line, _REFERENCE), self.item(line, 0)
        if first is not None and self._theme is not None:
            marked = bool(self._rows[line].mark)
            first.setIcon(icon(self._theme, "eye", "info") if marked else QIcon())
        if item is not None and self._theme is not None:
            leads = address_of(self._reference(line)) is not None
            item.setForeground(QColor(self._theme.accent if leads else self._theme.muted))

    def _reference(self, line: int) -> str:
        return self._rows[line].reference if 0 <= line < len(self._rows) else ""

    def _pressed(self, line: int, column: int) -> None:
        if column == _REFERENCE:
            follow(self._reference(line), self)

    def _entered(self, line: int, column: int) -> None:
        link = column == _REFERENCE and address_of(self._reference(line)) is not None
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _moved(self) -> None:
        rows = self.selectionModel().selectedRows() if self.hasFocus() else []
        for chosen in rows:
            self.pointed.emit(self._rows[chosen.row()].offset)


def _tip(row: TableRow, now: int) -> str:
    """Return all that is known of a member, for whoever rests on it."""
    said = [row.value if row.second is None else moment_tip(row.second, now)]
    said += [row.meaning, row.reference, where_by_key(row.reference)]
    return "\n".join(one for one in said if one)
