"""How long one part of the token is, in the colour that part has in the token."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jwtdesk.jose.words import plural, tr
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip


class SegmentCounter(QFrame):
    """A dot and the part's name in the theme's colour `tone`, then a count.

    When the part is wrong the dot becomes a cross and all of it takes the colour of what is wrong.
    """

    def __init__(self, name: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.dot = IconLabel("dot", tone, 12)
        self.name = PlainLabel(name, type="strong", tone=tone)
        self.count = PlainLabel(tone="faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.dot, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.name)
        row.addWidget(self.count)
        self.show_count(None)

    def show_count(self, length: int | None, *, wrong: bool = False) -> None:
        """Show `length` in bytes; None when the part is not there."""
        self.dot.show_icon("cross" if wrong else "dot", "bad" if wrong else self._tone)
        self.name.set_tone("bad" if wrong else self._tone)
        self.count.setText("0" if length is None else f"{length:,}")
        spoken = tr("none") if length is None else plural(length, "{count} byte", "{count} bytes")
        self.setAccessibleName(tr("{name}: {words}", name=self._name, words=spoken))
        set_tip(self, tr("{name}: {words}", name=self._name, words=spoken))

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.dot.set_theme(theme)
