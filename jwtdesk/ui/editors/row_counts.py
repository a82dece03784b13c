"""Tell Qt how many rows a long line fills before it is laid out, so that scroll bars are true.

Qt lays out what it shows and takes every other line for one row.
"""

from math import ceil

from PySide6.QtGui import QTextDocument

from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.utf16 import to_units


def count_rows(document: QTextDocument, view: View, columns: int) -> None:
    """Give each folded line of `document` that was never laid out its rows of `columns`."""
    if columns <= 0:
        return
    counted = False
    for fold in view.folds:
        block = document.findBlock(to_units(fold, view.wide))
        rows = max(1, ceil((block.length() - 1) / columns))
        # Asking for the layout costs most, and a line that has its rows needs none.
        if block.lineCount() != rows and block.layout().lineCount() == 0:
            block.setLineCount(rows)
            counted = True
    if counted:
        layout = document.documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())
