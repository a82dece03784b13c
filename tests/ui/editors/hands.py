"""What a person does to an editor, as calls."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jwtdesk.ui.editors.linked_editor import LinkedEditor

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(edit: LinkedEditor, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press and let go a key."""
    QTest.keyClick(edit, key, held)


def write(edit: LinkedEditor, text: str) -> None:
    """Type `text`, a key for each character."""
    for character in text:
        if character == "\n":
            press(edit, Qt.Key.Key_Return)
        else:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, character)
            QApplication.sendEvent(edit, event)


def compose(edit: LinkedEditor, preedit: str = "", commit: str = "") -> None:
    """Let an input method show `preedit` and hand over `commit`."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(edit, event)


def plain(text: str) -> QMimeData:
    """Return `text` as the clipboard holds it."""
    data = QMimeData()
    data.setText(text)
    return data


class OwnDrop(QDropEvent):
    """A drop whose drag began in the same editor."""

    edit: LinkedEditor | None = None

    def source(self) -> LinkedEditor | None:  # type: ignore[override]  # Qt returns null, too
        """Return where the drag began."""
        return self.edit


def drop(
    edit: LinkedEditor,
    data: QMimeData,
    offset: int,
    action: Qt.DropAction = Qt.DropAction.CopyAction,
    *,
    own: bool = False,
) -> QDropEvent:
    """Drop `data` at `offset`, from another program or from the editor's `own` selection."""
    point = QPointF(point_of(edit, offset))
    event = OwnDrop(point, action, data, Qt.MouseButton.LeftButton, NONE)
    event.edit = edit if own else None
    edit.dropEvent(event)
    return event


def point_of(edit: LinkedEditor, offset: int) -> QPoint:
    """Return the pixel of the viewport where the caret at `offset` would stand."""
    cursor = edit.textCursor()
    cursor.setPosition(edit._units(offset))
    return edit.cursorRect(cursor).center()


def picture(edit: LinkedEditor) -> QImage:
    """Return what is seen of the text."""
    return edit.viewport().grab().toImage()


def shown(edit: LinkedEditor) -> str:
    """Return what the widget itself holds, line ends as line feeds."""
    return edit.document().toRawText().replace("\u2029", "\n")


def said(edit: LinkedEditor) -> list[str]:
    """Return the list that collects what `edit` says from now on."""
    heard: list[str] = []
    edit.edited.connect(heard.append)
    return heard
