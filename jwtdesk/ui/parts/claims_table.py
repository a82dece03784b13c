"""The payload as a table: each claim's name, value, meaning and human form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from jwtdesk.jose.words import tr
from jwtdesk.model.margin import TableRow
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.plain_tip import tip_markup

_LONGEST = 2_000
"""Of longer values only the beginning is put into a cell."""


class ClaimsTable(QTableWidget):
    """Shows rows of claims; it can be read, selected and copied from, never edited."""

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._rows: tuple[TableRow, ...] = ()
        self.setObjectName("claimsTable")
        self.setAccessibleName(tr("Claims"))
        titles = (tr("Claim"), tr("Value"), tr("Meaning"), tr("In words"))
        self.setHorizontalHeaderLabels(titles)
        set_look(self, "look", "table")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def show_rows(self, rows: tuple[TableRow, ...]) -> None:
        """Show `rows`; nothing happens when they are shown already."""
        if rows == self._rows:
            return
        self._rows = rows
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            for column, text in enumerate((row.name, row.value, row.meaning, row.text)):
                item = QTableWidgetItem(text[:_LONGEST])
                item.setToolTip(tip_markup(text[:_LONGEST]))
                self.setItem(line, column, item)
