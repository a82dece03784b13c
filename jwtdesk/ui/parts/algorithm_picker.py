"""The pickers beside the header: every way to sign or encrypt, and what each one asks for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.parts.algorithm_rows import (
    content_rows,
    encrypting_rows,
    row,
    signing_rows,
)
from jwtdesk.ui.parts.elided_box import ElidedBox
from jwtdesk.ui.parts.two_columns import TwoColumns

_ARROW = 46
_ROWS = 16
"""So many are seen at once below the picker; the others are scrolled to."""
_SHORT = "A256GCM"
"""A name of this length is always seen whole."""
Rows = Callable[[], Iterator[QStandardItem]]


class NamePicker(ElidedBox):
    """Shows a name of the header; `picked` carries one that differs from the one shown last.

    `first` are the rows that are always there, `further` those that are added once somebody wants
    them: most people only ever see the name itself.
    """

    picked = Signal(str)

    def __init__(self, first: Rows, further: Rows, stranger: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._known = ""
        self._stranger = ""
        self._strange = stranger
        self._further: Rows | None = further
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(9)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        model = QStandardItemModel()
        for item in first():
            model.appendRow(item)
        self.setModel(model)
        self.setItemDelegate(TwoColumns(self))
        self.setMaxVisibleItems(_ROWS)
        self.setCurrentIndex(-1)
        self.view().setMinimumWidth(360)
        self.currentTextChanged.connect(self._changed)

    def show_name(self, name: str | None) -> None:
        """Show `name`, also when nobody knows it; None when the header has no usable one."""
        if (name or "") == self._known:
            return
        self._known = name or ""
        old = self._stranger
        self._stranger = ""
        if name is not None and self._row_of(name) < 0:
            self.complete()
        if name is not None and self._row_of(name) < 0:
            self._items().insertRow(0, row(name, self._strange, self._strange))
            self._stranger = name
        self.setCurrentIndex(-1 if name is None else self._row_of(name))
        # Only now: a current row that is removed would make Qt choose another in its place.
        if old:
            self._items().removeRow(self._row_of(old))

    def complete(self) -> None:
        """Add the rows that were not needed so far."""
        if self._further is not None:
            further, self._further = self._further, None
            for item in further():
                self._items().appendRow(item)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Offer everything."""
        self.complete()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Have everything ready for the arrow keys."""
        self.complete()
        super().focusInEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a short name beside the arrow."""
        hint = super().minimumSizeHint()
        few = self.fontMetrics().horizontalAdvance(_SHORT) + _ARROW
        return QSize(few, hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let a wheel turned in passing scroll the page, not change the token."""
        event.ignore()

    def _row_of(self, name: str) -> int:
        exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive
        return self.findText(name, exactly)

    def _items(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - set in the constructor
        return model

    def _changed(self, name: str) -> None:
        if name and name != self._known:
            self._known = name
            self.picked.emit(name)


class AlgorithmPicker(NamePicker):
    """The header's `alg`: ways to sign, and ways to a key that encrypts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        stranger = tr("not an algorithm this program knows")
        super().__init__(signing_rows, encrypting_rows, stranger, parent)
        self.setObjectName("algorithmPicker")
        self.setAccessibleName(tr("Algorithm"))
        self.setPlaceholderText(tr("No algorithm yet"))


class EncryptionPicker(NamePicker):
    """The header's `enc`: how the content itself is encrypted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        stranger = tr("not a content encryption this program knows")
        super().__init__(_none, content_rows, stranger, parent)
        self.setObjectName("encryptionPicker")
        self.setAccessibleName(tr("Content encryption"))
        self.setPlaceholderText(tr("No encryption yet"))


def _none() -> Iterator[QStandardItem]:
    return iter(())
