"""A small window that asks for a moment: a calendar to press, and a line to type in."""

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jwtdesk.jose.words import tr
from jwtdesk.ui.icons import icon
from jwtdesk.ui.parts.moment import iso_text, parse_moment, zone_text
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.number_field import inset
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

_BESIDE = 30
"""The pixels of the entry beside its text: edges, inset and caret."""


class MomentPicker(QFrame):
    """Opens over what it is asked by; `chosen` carries the moment in seconds since 1970.

    Escape and a press beside it close it without a choice.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._local = False
        set_look(self, "popup", True)
        self.setAccessibleName(tr("Choose a moment"))
        self.calendar = _calendar()
        self.calendar.clicked.connect(self._dated)
        self.calendar.activated.connect(self._dated)
        self.entry = QLineEdit()
        self.entry.setObjectName("momentEntry")
        self.entry.setAccessibleName(tr("Moment"))
        set_tip(self.entry, tr("ISO 8601, or seconds since 1970"))
        self.entry.returnPressed.connect(self._take)
        self.zone = PlainLabel(type="small", tone="muted")
        self.done = Button(tr("Set"), "primary")
        self.done.clicked.connect(self._take)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.entry, 1)
        line.addWidget(self.zone)
        line.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.calendar)
        column.addLayout(line)

    def ask(self, anchor: QWidget, moment: int, *, local: bool) -> None:
        """Open below or above `anchor`, at `moment`."""
        self._local = local
        self.entry.setText(iso_text(moment, local=local))
        self.zone.setText(zone_text(moment, local=local))
        set_look(self.entry, "state", "")
        date = QDate.fromString(self.entry.text()[:10], "yyyy-MM-dd")
        self.calendar.setSelectedDate(date if date.isValid() else QDate(1970, 1, 1))
        wide = self.entry.fontMetrics().horizontalAdvance(self.entry.text())
        self.entry.setMinimumWidth(wide + _BESIDE)
        self.adjustSize()
        self.move(self._place(anchor))
        self.show()
        self.entry.setFocus()
        self.entry.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Draw the arrows to other months in the theme's colours; Qt's own are always dark."""
        for name, drawn in (("prev", "chevron-left"), ("next", "chevron-right")):
            for arrow in self.calendar.findChildren(QToolButton, f"qt_calendar_{name}month"):
                arrow.setIcon(icon(theme, drawn))

    def _place(self, anchor: QWidget) -> QPoint:
        """Return where the picker is seen whole, its right edge at that of `anchor`."""
        room = anchor.screen().availableGeometry()
        corner = anchor.mapToGlobal(anchor.rect().bottomRight())
        top = corner.y() + 4
        if top + self.height() > room.bottom():
            top = anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4
        left = min(max(corner.x() - self.width(), room.left()), room.right() - self.width())
        return QPoint(left, max(room.top(), top))

    def _dated(self, date: QDate) -> None:
        """Put another date before the time that is written."""
        time = self.entry.text().partition(" ")[2] or "00:00:00"
        self.entry.setText(f"{date.toString('yyyy-MM-dd')} {time}")

    def _take(self) -> None:
        found = parse_moment(self.entry.text(), local=self._local)
        if found is None:
            set_look(self.entry, "state", "bad")
            return
        self.hide()
        self.chosen.emit(found)


def _calendar() -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setAccessibleName(tr("Date"))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    # Qt writes weekends in red whatever the theme is.
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    calendar.setMinimumDate(QDate(1970, 1, 1))
    calendar.setMaximumDate(QDate(9999, 12, 31))
    for year in calendar.findChildren(QSpinBox):
        inset(year)
    return calendar
