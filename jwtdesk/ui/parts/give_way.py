"""Lets the less important things in the head of a card go when there is no room for them."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget


def guest(widget: QWidget) -> QWidget:
    """Return `widget` in a box that can be hidden without the widget's own say."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    return box


class GiveWay(QObject):
    """Shows each of `guests` only while `host` is so many times as wide as its text is high."""

    def __init__(self, host: QWidget, guests: dict[QWidget, int]) -> None:
        super().__init__(host)
        self._host = host
        self._guests = guests
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look again when the host has another size or another font."""
        if watched is self._host and event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self.fit()
        return False

    def fit(self) -> None:
        """Show or hide the guests by the room there is."""
        room = self._host.width() / max(1, self._host.fontMetrics().height())
        for guest, least in self._guests.items():
            guest.setVisible(room >= least)
