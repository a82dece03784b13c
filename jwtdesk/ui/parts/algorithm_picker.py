"""The picker beside the header: every algorithm by family, and what each one asks for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPalette, QStandardItem, QStandardItemModel, QWheelEvent
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
        self._stranger = ""
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
        old = self._stranger
        self._stranger = ""
        if name is not None and self._row_of(name) < 0:
            line = tr("not an algorithm this program knows")
            self._items().insertRow(0, _item(name, line, line))
            self._stranger = name
        self.setCurrentIndex(-1 if name is None else self._row_of(name))
        # Only now: a current row that is removed would make Qt choose another in its place.
        if old:
            self._items().removeRow(self._row_of(old))

    def _row_of(self, name: str) -> int:
        exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive
        return self.findText(name, exactly)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a short name beside the arrow."""
        hint = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * 7 + _ARROW
        return QSize(few, hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let a wheel turned in passing scroll the page, not change the token."""
        event.ignore()

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
        line = index.data(LINE_ROLE)
        if not line:
            self._heading(painter, option, str(index.data()))
            return
        super().paint(painter, option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.Text if selected else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(option.palette.color(role))
        box = option.rect.adjusted(0, 0, -10, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        painter.save()
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(max(10, option.font.pixelSize() - 2))
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        box = option.rect.adjusted(8, 0, -8, -3)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
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
    """Return the heading of a family; never the very name of one of its algorithms."""
    titles = {Family.NONE: tr("Unsecured"), Family.EDDSA: tr("EdDSA, Edwards curves")}
    return titles.get(family, family.value)


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
