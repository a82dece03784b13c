"""Where the panes stand, with a splitter between all of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from jwtdesk.ui.instead import Instead
from jwtdesk.ui.pane import Area, Pane, PaneSpec

GAP = 12
_LEFT, _RIGHT, _CENTRE = 376, 316, 532
_FOOT, _ABOVE = 134, 462
_MOST_FIXED = 0.5
_MOST_STRETCH = 255
"""Qt takes no greater factor, and cuts off one that is."""


class Frame(QWidget):
    """Left, centre and right side by side, the foot below centre and right."""

    def __init__(self, panes: Mapping[PaneSpec, Pane]) -> None:
        super().__init__()
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        columns = {
            area: _column(area, panes) for area in (Area.LEFT, Area.CENTRE, Area.RIGHT, Area.FOOT)
        }
        stand_ins = tuple(pane for spec, pane in panes.items() if spec.area is Area.INSTEAD)
        centre = Instead(columns[Area.CENTRE], stand_ins)
        upper = _splitter("upper", horizontal, (centre, columns[Area.RIGHT]))
        _share(upper, _CENTRE, _RIGHT)
        side = _splitter("side", vertical, (upper, columns[Area.FOOT]))
        _share(side, _ABOVE, _FOOT)
        main = _splitter("main", horizontal, (columns[Area.LEFT], side))
        _share(main, _LEFT, _CENTRE + _RIGHT + GAP)
        self._splitters = (main, side, upper, *columns.values())
        # From the inside out: whether the outer ones are seen depends on the inner ones.
        self._centre = centre
        self._columns = (columns[Area.LEFT], columns[Area.RIGHT], columns[Area.FOOT], upper, side)
        centre.taken.connect(self.fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(main)

    def sizes(self) -> tuple[tuple[str, bytes], ...]:
        """Return Qt's record of every splitter, by name."""
        return tuple((one.objectName(), bytes(one.saveState().data())) for one in self._splitters)

    def fit(self) -> None:
        """Let the columns of which nothing is seen go, and come back when something is."""
        self._centre.fit()
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
    """Gives every pane of a column its share again when one of them appears or goes by itself.

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
        """See a pane appear or go, and the column become higher or lower."""
        if watched is self._column:
            if event.type() is QEvent.Type.Resize:
                self._reshaped()
        elif event.type() is QEvent.Type.ShowToParent:
            self._divide(self._shares, watched)
        elif event.type() is QEvent.Type.HideToParent:
            self._divide(self._shares, None)
        return False

    def _reshaped(self) -> None:
        """Give the panes that know it their height; the others keep their shares of the rest."""
        fixed = self._fixed(None)
        if any(one is not None and not part.isHidden() for one, part in fixed):
            self._divide(self._column.sizes(), None)

    def _divide(self, shares: Sequence[int], shown: QObject | None) -> None:
        """Set the heights anew: `shares` count for the panes that do not know how high they are."""
        fixed = self._fixed(shown)
        seen = [part is shown or not part.isHidden() for _height, part in fixed]
        due = [
            share * on * (height is None)
            for share, on, (height, _part) in zip(shares, seen, fixed, strict=True)
        ]
        gaps = max(0, sum(seen) - 1) * self._column.handleWidth()
        taken = sum(height or 0 for height, _part in fixed)
        scale = max(0, self._column.height() - gaps - taken) / max(1, sum(due))
        self._column.setSizes(
            [height or round(scale * one) for one, (height, _part) in zip(due, fixed, strict=True)]
        )

    def _fixed(self, shown: QObject | None) -> list[tuple[int | None, QWidget]]:
        """Return each pane with the height that is best for it, None where it says nothing.

        Together they never take more than half the column: the rest is what one reads.
        """
        whole, found = self._column.height(), []
        for place in range(self._column.count()):
            part = self._column.widget(place)
            if part is not None:
                here = part is shown or not part.isHidden()
                best = part.wanted_height(whole) if isinstance(part, Pane) else None
                found.append((best if here or best is None else 0, part))
        taken = sum(best or 0 for best, _part in found)
        room = min(1.0, whole * _MOST_FIXED / max(1, taken))
        return [(None if best is None else round(best * room), part) for best, part in found]

    def _parts(self) -> list[QWidget]:
        found = (self._column.widget(place) for place in range(self._column.count()))
        return [part for part in found if part is not None]


def _share(splitter: QSplitter, *shares: int) -> None:
    """Give each part its share of the room, now and whenever there is more or less."""
    for place, share in enumerate(shares):
        splitter.setStretchFactor(place, round(share * _MOST_STRETCH / max(shares)))
    splitter.setSizes(list(shares))
