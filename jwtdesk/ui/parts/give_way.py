"""Lets the less important things in the head of a card go when there is no room for them."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

_TELLING = (
    QEvent.Type.Resize,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.LayoutRequest,
)
"""What may change how much room there is. A style sheet alone can change the font, silently."""


def guest(widget: QWidget) -> QWidget:
    """Return `widget` in a box that can be hidden without the widget's own say."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    return box


class GiveWay(QObject):
    """Shows each of `guests` only while `host` is so many times as wide as its text is high.

    `more` is shown while one of those in `beyond` is not: it offers what they do.
    """

    def __init__(
        self,
        host: QWidget,
        guests: dict[QWidget, int],
        more: QWidget | None = None,
        beyond: Collection[QWidget] = (),
    ) -> None:
        super().__init__(host)
        self._more = more
        self._beyond = beyond
        self._host = host
        self._guests = guests
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look again when the host has another size or another font."""
        if watched is self._host and event.type() in _TELLING:
            self.fit()
        return False

    def add(self, guest: QWidget, least: int) -> None:
        """Take a further guest in."""
        self._guests[guest] = least
        self.fit()

    def fit(self) -> None:
        """Show or hide the guests by the room there is."""
        room = self._host.width() / max(1, self._host.fontMetrics().height())
        for guest, least in self._guests.items():
            guest.setVisible(room >= least)
        if self._more is not None:
            self._more.setVisible(any(room < self._guests[one] for one in self._beyond))
