"""Bring a document from one view to another by replacing only the middle that differs.

`setPlainText` would put the caret at the start, scroll to the top and lay everything out again.
"""

from PySide6.QtGui import QTextCursor, QTextDocument

from jwtdesk.ui.editors.difference import difference
from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.utf16 import to_units

_LINE_END = "\u2029"


def patch(document: QTextDocument, old: View, new: View) -> None:
    """Turn a `document` that holds `old.text` into one that holds `new.text`."""
    if old.text == new.text:
        return
    change = difference(old.text, new.text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(to_units(change.start, old.wide))
    cursor.setPosition(to_units(change.end, old.wide), QTextCursor.MoveMode.KeepAnchor)
    if change.inserted:
        cursor.insertText(change.inserted)
    else:
        cursor.removeSelectedText()
    cursor.endEditBlock()


def rewrite(document: QTextDocument, view: View) -> None:
    """Put `view.text` into a `document` whatever it holds."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(view.text)


def held_between(document: QTextDocument, start: int, end: int) -> str:
    """Return what `document` holds between two UTF-16 positions, line ends as line feeds.

    Unlike `toPlainText` this keeps no-break spaces.
    """
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace(_LINE_END, "\n")
