"""Tells the session where the caret of an editor stands, as long as the user is in it."""

from PySide6.QtCore import QEvent, QObject

from jwtdesk.model.edits import CaretMoved
from jwtdesk.model.session import Caret, PaneName
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.store import Store


class CaretTeller(QObject):
    """Says `CaretMoved` for the caret of `editor`, which shows the text of `pane`.

    A caret that moves because another pane was typed in is nobody's caret, and is not told.
    """

    def __init__(self, store: Store, editor: LinkedEditor, pane: PaneName) -> None:
        super().__init__(editor)
        self._store = store
        self._editor = editor
        self._pane = pane
        editor.caret_moved.connect(self._moved)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell the caret when the keyboard comes in."""
        if watched is self._editor and event.type() == QEvent.Type.FocusIn:
            self._tell()
        return False

    def _moved(self) -> None:
        if self._editor.hasFocus():
            self._tell()

    def _tell(self) -> None:
        caret = Caret(self._pane, self._editor.caret())
        if caret != self._store.session.caret:
            self._store.dispatch(CaretMoved(caret))
