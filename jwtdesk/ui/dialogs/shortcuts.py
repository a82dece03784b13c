"""Every keyboard shortcut, by menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from jwtdesk.jose.words import tr
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.shortcuts import listed, pane_keys
from jwtdesk.ui.style import set_look


class ShortcutsDialog(Sheet):
    """A table that the arrow keys walk."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Keyboard shortcuts"))
        rows = [
            (tr(menu.value).replace("&", ""), title, keys)
            for menu, lines in listed()
            for title, keys in lines
        ]
        rows += [(tr("Go to"), title, keys) for title, keys in pane_keys()]
        self.table = QTableWidget(len(rows), 3)
        self.table.setAccessibleName(tr("Keyboard shortcuts"))
        set_look(self.table, "look", "table")
        self.table.setHorizontalHeaderLabels((tr("Menu"), tr("Action"), tr("Keys")))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        across = self.table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                self.table.setItem(line, column, QTableWidgetItem(text))
        self.rows.addWidget(self.table, 1)
        self.add_close()
        self.resize(560, 560)
