"""The menu of the right mouse button; Qt's own offers an undo that knows of one pane only."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from jwtdesk.jose.words import tr


def context_menu(edit: QPlainTextEdit) -> QMenu:
    """Return what can be done in `edit` now; actions added to the widget itself come first."""
    menu = QMenu(edit)
    own = edit.actions()
    if own:
        menu.addActions(own)
        menu.addSeparator()
    key = QKeySequence.StandardKey
    some = edit.textCursor().hasSelection()
    free = not edit.isReadOnly()
    words = edit.canPaste()
    entries = (
        (tr("Cut"), key.Cut, edit.cut, some and free),
        (tr("Copy"), key.Copy, edit.copy, some),
        (tr("Paste"), key.Paste, edit.paste, words and free),
        (tr("Delete"), key.Delete, edit.textCursor().removeSelectedText, some and free),
        (tr("Select all"), key.SelectAll, edit.selectAll, not edit.document().isEmpty()),
    )
    for name, shortcut, done, possible in entries:
        action = QAction(name, menu)
        action.setShortcut(QKeySequence(shortcut))
        action.setEnabled(possible)
        action.triggered.connect(lambda _checked=False, do=done: do())
        menu.addAction(action)
    return menu
