"""A reference that can be followed: pressed, it opens its page in the browser."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from jwtdesk.analysis.reference import address_of
from jwtdesk.ui.browser import follow, reference_menu, spoken, where
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.plain_tip import set_tip

_AIR = 8
"""Pixels that the border and the padding take from the words."""
_ROUNDING = 2
"""Pixels that words may be wider than their measure says: it is rounded."""
_LEAST = 20


class ReferenceLink(QPushButton):
    """Shows `reference`, shortened to the room there is; its tooltip names the address.

    One that leads nowhere is words alone: it takes neither keyboard nor pointer.
    """

    def __init__(self, reference: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        leads = address_of(reference) is not None
        set_look(self, "look", "link" if leads else "nolink")
        self.setAccessibleName(spoken(reference))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: follow(reference, self))
        self._write()

    @property
    def reference(self) -> str:
        """The reference, whole."""
        return self._reference

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the whole reference."""
        words = self.fontMetrics()
        return QSize(
            words.horizontalAdvance(self._reference) + _AIR + _ROUNDING, words.height() + 4
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for a few characters."""
        few = self.fontMetrics().averageCharWidth() * _LEAST + _AIR
        whole = self.sizeHint()
        return QSize(min(few, whole.width()), whole.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Follow with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to open or to copy the address."""
        menu = reference_menu(self._reference, self)
        if menu is not None:
            menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shorten the words to the room."""
        super().resizeEvent(event)
        self._write()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._write()

    def _write(self) -> None:
        room = max(0, self.width() - _AIR)
        elided = self.fontMetrics().elidedText(self._reference, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&"))
        whole = self._reference if elided != self._reference else ""
        set_tip(self, "\n".join(line for line in (whole, where(self._reference)) if line))
