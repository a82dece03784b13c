"""Where the panes stand, with a splitter between all of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from jwtdesk.ui.pane import Area, Pane, PaneSpec

GAP = 12
_LEFT, _RIGHT, _CENTRE = 376, 316, 532
_FOOT, _ABOVE = 134, 462


class Frame(QWidget):
    """Left, centre and right side by side, the foot below centre and right."""

    def __init__(self, panes: Mapping[PaneSpec, Pane]) -> None:
        super().__init__()
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        columns = {
            area: _column(area, panes) for area in (Area.LEFT, Area.CENTRE, Area.RIGHT, Area.FOOT)
        }
        upper = _splitter("upper", horizontal, (columns[Area.CENTRE], columns[Area.RIGHT]))
        _share(upper, _CENTRE, _RIGHT)
        side = _splitter("side", vertical, (upper, columns[Area.FOOT]))
        _share(side, _ABOVE, _FOOT)
        main = _splitter("main", horizontal, (columns[Area.LEFT], side))
        _share(main, _LEFT, _CENTRE + _RIGHT + GAP)
        self._splitters = (main, side, upper, *columns.values())
        self._columns = (*columns.values(), upper, side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(main)

    def sizes(self) -> tuple[tuple[str, bytes], ...]:
        """Return Qt's record of every splitter, by name."""
        return tuple((one.objectName(), bytes(one.saveState().data())) for one in self._splitters)

    def fit(self) -> None:
        """Let the columns of which nothing is seen go, and come back when something is."""
        for column in self._columns:
            parts = [column.widget(place) for place in range(column.count())]
            seen = [part is not None and not part.isHidden() for part in parts]
            column.setVisible(any(seen))

    def restore_sizes(self, kept: tuple[tuple[str, bytes], ...]) -> None:
        """Move the splitters to where they were; a record that does not fit changes nothing."""
        records = dict(kept)
        for one in self._splitters:
            if one.objectName() in records:
                one.restoreState(QByteArray(records[one.objectName()]))


def _splitter(name: str, orientation: Qt.Orientation, widgets: tuple[QWidget, ...]) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setObjectName(f"{name}Splitter")
    splitter.setHandleWidth(GAP)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter


def _column(area: Area, panes: Mapping[PaneSpec, Pane]) -> QSplitter:
    """Return the panes of `area` below each other, each with its share of the height."""
    here = sorted((spec for spec in panes if spec.area is area), key=lambda one: one.order)
    column = _splitter(area.value, Qt.Orientation.Vertical, tuple(panes[one] for one in here))
    shares = tuple(spec.share for spec in here)
    _share(column, *shares)
    _Room(column, shares)
    return column


class _Room(QObject):
    """Gives every pane of a column its share again when one of them appears by itself.

    A pane that knows how high it is best gets that; the others share what it leaves.
    """

    def __init__(self, column: QSplitter, shares: tuple[int, ...]) -> None:
        super().__init__(column)
        self._column = column
        self._shares = shares
        column.installEventFilter(self)
        for part in self._parts():
            part.installEventFilter(self)
            if isinstance(part, Pane):
                part.reshaped.connect(self._reshaped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See a pane appear, and the column become higher or lower."""
        if watched is self._column:
            if event.type() is QEvent.Type.Resize:
                self._reshaped()
        elif event.type() is QEvent.Type.ShowToParent:
            self._divide(self._shares, watched)
        return False

    def _reshaped(self) -> None:
        """Give the panes that know it their height; the others keep their shares of the rest."""
        if any(one is not None for one in self._wanted()):
            self._divide(self._column.sizes(), None)

    def _divide(self, shares: Sequence[int], shown: QObject | None) -> None:
        seen = [part is shown or not part.isHidden() for part in self._parts()]
        wanted = self._wanted()
        fixed = [(one or 0) * on for one, on in zip(wanted, seen, strict=True)]
        due = [
            share * on * (one is None) for share, on, one in zip(shares, seen, wanted, strict=True)
        ]
        gaps = max(0, sum(seen) - 1) * self._column.handleWidth()
        scale = max(0, self._column.height() - gaps - sum(fixed)) / max(1, sum(due))
        self._column.setSizes(
            [round(scale * one) + best for one, best in zip(due, fixed, strict=True)]
        )

    def _parts(self) -> list[QWidget]:
        found = (self._column.widget(place) for place in range(self._column.count()))
        return [part for part in found if part is not None]

    def _wanted(self) -> list[int | None]:
        """Return the height that each pane says is best for it, None where it says nothing."""
        height = self._column.height()
        return [
            part.wanted_height(height) if isinstance(part, Pane) else None for part in self._parts()
        ]


def _share(splitter: QSplitter, *shares: int) -> None:
    """Give each part its share of the room, now and whenever there is more or less."""
    for place, share in enumerate(shares):
        splitter.setStretchFactor(place, share)
    splitter.setSizes(list(shares))
