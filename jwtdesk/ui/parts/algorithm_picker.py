"""The picker beside the header: every algorithm by family, and what each one asks for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing, algorithms
from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.plain_tip import tip_markup

LINE_ROLE = Qt.ItemDataRole.UserRole
_GAP = 28
_ARROW = 46


class AlgorithmPicker(QComboBox):
    """Shows the header's `alg`; `picked` carries a name that differs from the one shown last."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self._filled = False
        self.setObjectName("algorithmPicker")
        self.setAccessibleName(tr("Algorithm"))
        self.setPlaceholderText(tr("no alg"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(9)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setModel(_model())
        self.setItemDelegate(_TwoColumns(self))
        self.setMaxVisibleItems(30)
        self.setCurrentIndex(-1)
        self.view().setMinimumWidth(360)
        self.currentTextChanged.connect(self._changed)

    def show_algorithm(self, name: str | None) -> None:
        """Show `name`, also when nobody knows it; None when the header has no usable `alg`."""
        if (name or "") == self._known:
            return
        self._known = name or ""
        self._forget_stranger()
        if name is None:
            self.setCurrentIndex(-1)
            return
        if self.findText(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive) < 0:
            line = tr("not an algorithm this program knows")
            self._items().insertRow(0, _item(name, line, line))
            self._filled = True
        self.setCurrentIndex(
            self.findText(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a short name beside the arrow."""
        hint = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * 7 + _ARROW
        return QSize(few, hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let a wheel turned in passing scroll the page, not change the token."""
        event.ignore()

    def _forget_stranger(self) -> None:
        if self._filled:
            self._filled = False
            self._items().removeRow(0)

    def _items(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - set in the constructor
        return model

    def _changed(self, name: str) -> None:
        if name and name != self._known:
            self._known = name
            self.picked.emit(name)


class _TwoColumns(QStyledItemDelegate):
    """Draws a name and, muted at the right-hand side, what its key must be."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        line = index.data(LINE_ROLE)
        if not line:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.Text if selected else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(option.palette.color(role))
        box = option.rect.adjusted(0, 0, -10, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        metrics = option.fontMetrics
        line = index.data(LINE_ROLE) or ""
        wide = hint.width() + metrics.horizontalAdvance(line) + _GAP
        return QSize(wide, max(hint.height(), metrics.height() + 8))


def _model() -> QStandardItemModel:
    model = QStandardItemModel()
    family: Family | None = None
    for one in algorithms():
        if one.family is not family:
            family = one.family
            title = QStandardItem(_family_title(family))
            title.setFlags(Qt.ItemFlag.NoItemFlags)
            model.appendRow(title)
        model.appendRow(_item(one.name, key_line(one), _tip(one)))
    return model


def _item(name: str, line: str, tip: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setData(line, LINE_ROLE)
    item.setToolTip(tip_markup(tip))
    item.setData(tr("{name}, {line}", name=name, line=line), Qt.ItemDataRole.AccessibleTextRole)
    return item


def _family_title(family: Family) -> str:
    return tr("Unsecured") if family is Family.NONE else family.value


def key_line(one: Algorithm) -> str:
    """Return in a few words which key `one` needs, and its standing when that is a warning."""
    line = _key_words(one)
    if one.standing is Standing.DEPRECATED:
        return tr("{key}, deprecated", key=line)
    return tr("{key}, legacy", key=line) if one.standing is Standing.LEGACY else line


def _key_words(one: Algorithm) -> str:
    if one.key_type is None:
        return tr("no signature")
    if one.key_type is KeyType.OCT:
        return tr("secret, {bits} bits or more", bits=one.minimum_bits)
    if one.key_type is KeyType.RSA:
        return tr("RSA, {bits} bits or more", bits=one.minimum_bits)
    return tr("{type} {curves}", type=one.key_type.value, curves=" / ".join(one.curves))


def _tip(one: Algorithm) -> str:
    standing = {
        Standing.RECOMMENDED: tr("recommended"),
        Standing.LEGACY: tr("legacy: still right, no longer the first choice"),
        Standing.DEPRECATED: tr("deprecated: choose another for new tokens"),
    }[one.standing]
    lines = (
        tr("{name}: {description}", name=one.name, description=one.description),
        tr("Key: {key}", key=_key_words(one)),
        tr("Standing: {standing}", standing=standing),
        one.reference,
    )
    return "\n".join(lines)
