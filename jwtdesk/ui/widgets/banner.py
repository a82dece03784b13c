"""The verdict in one glance: a round icon, a headline, a reason and four lamps."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.style import TYPE, set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.announce import announce
from jwtdesk.ui.widgets.lamp import Lamp
from jwtdesk.ui.widgets.state_disc import StateDisc
from jwtdesk.ui.widgets.verdict_words import Headline, Reason

HEIGHT = 72
_SIDE, _EDGE = 16, 5
_SEAMS = 5
"""What border and spacing take of the height, in pixels."""
_ONE, _TWO = 1.2, 2.2
"""A little more than so many lines: a third line of headline would be cut off."""
_ROOM = 24
"""So many average characters of the headline must fit on a line beside the lamps."""


class Banner(QFrame):
    """Its Qt property `state` tints it: `ok` `bad` `warn` `unknown` or `pending`.

    `structure`, `signature`, `time` and `policy` are its lamps. A new headline is announced to
    screen readers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "banner", True)
        self.setAccessibleName(tr("Verdict"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._below = False
        self._grid = QGridLayout(self)
        self._lamps = QWidget()
        self._rules = (_rule(), _rule(), _rule())
        self.disc = StateDisc()
        self.headline = Headline(type="headline", wrap=True)
        self.headline.setObjectName("verdictHeadline")
        self.headline.widened.connect(self._fit_headline)
        self.reason = Reason()
        self.reason.setObjectName("verdictReason")
        self.structure = _lamp(tr("Structure"), "lampStructure")
        self.signature = _lamp(tr("Signature"), "lampSignature")
        self.time = _lamp(tr("Time"), "lampTime")
        self.policy = _lamp(tr("Policy"), "lampPolicy")
        self._lay_out()
        self.show_verdict("unknown", "", "")

    def show_verdict(self, state: str, headline: str, reason: str, icon: str = "") -> None:
        """Show the verdict; `icon` may replace the drawing that belongs to `state`."""
        new = headline != self.headline.text()
        self.headline.setText(headline)
        self.headline.setAccessibleName(headline or tr("Verdict"))
        self.reason.setText(reason)
        self.reason.setAccessibleName(reason or tr("Reason"))
        self._fit_headline()
        self.disc.show_state(state, icon)
        for part in (self, *self._rules):
            set_look(part, "state", state)
        self.setAccessibleDescription(f"{headline}. {reason}" if reason else headline)
        if new:
            announce(self, headline)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.disc.set_theme(theme)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return 72 pixels of height, more when the text is large or the room narrow."""
        least = super().minimumSizeHint()
        widest = max(self._lamps.minimumSizeHint().width(), self.disc.sizeHint().width() * 5)
        return QSize(widest + 2 * _SIDE, max(self._usual_height(), least.height()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the words, never lower than 72 pixels."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that shows the whole headline at this width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange anew when the text grows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.reason)
        words.addStretch(1)
        lamps = QHBoxLayout(self._lamps)
        lamps.setContentsMargins(0, 0, 0, 0)
        lamps.setSpacing(10)
        rules = iter(self._rules)
        for place, lamp in enumerate((self.structure, self.signature, self.time, self.policy)):
            if place:
                lamps.addWidget(next(rules), 0, Qt.AlignmentFlag.AlignVCenter)
            lamps.addWidget(lamp, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.disc, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(words, 0, 1)
        self._grid.addWidget(self._lamps, 0, 2)

    def _usual_height(self) -> int:
        """Return room for a headline of two lines, kept always so that a long one moves nothing."""
        metrics = QFontMetrics(self._large())
        lines = 2 * max(metrics.lineSpacing(), metrics.height())
        return max(HEIGHT, lines + self.reason.line_height() + 2 * _EDGE + _SEAMS)

    def _fit_headline(self) -> None:
        """Write a headline that would need a third line in smaller letters.

        Where it takes one line alone, the reason may take the other.
        """
        lines = _lines(self.headline.drawn(), self._large(), self.headline.width())
        kind = "strong" if lines > _TWO else "headline"
        other = kind != self.headline.property("type")
        set_look(self.headline, "type", kind)
        self.headline.balance()
        self.reason.set_most(2 if lines < _ONE else 1)
        if other:  # At once: no frame shows large letters in the room of small ones.
            self._grid.activate()

    def _large(self) -> QFont:
        """Return the letters of an ordinary headline."""
        large = QFont(self.font())
        large.setPixelSize(round(self.fontInfo().pixelSize() * TYPE["headline"] / TYPE["base"]))
        large.setWeight(QFont.Weight.Bold)
        return large

    def _arrange(self) -> None:
        """Put the lamps beside the words, or below them where the headline has too little room.

        The width and the font decide, never the words: a new verdict moves nothing.
        """
        taken = self.disc.sizeHint().width() + self._lamps.minimumSizeHint().width()
        room = self.width() - taken - 2 * _SIDE - 28
        below = room < _ROOM * self.headline.fontMetrics().averageCharWidth()
        under = self._lamps.minimumSizeHint().height() + self._grid.verticalSpacing()
        # A layout asks a laid-out widget's own layout for its height, but minds this.
        self.setMinimumHeight(self._usual_height() + (under if below else 0))
        self._fit_headline()
        if below == self._below:
            return
        self._below = below
        self._grid.removeWidget(self._lamps)
        if below:
            self._grid.addWidget(self._lamps, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._lamps, 0, 2)
        self.updateGeometry()


def _lines(words: str, font: QFont, width: int) -> float:
    """Return how many lines `words` take at `width` pixels."""
    metrics = QFontMetrics(font)
    wrap = Qt.TextFlag.TextWordWrap.value
    box = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), wrap, words)
    return box.height() / metrics.lineSpacing()


def _lamp(name: str, object_name: str) -> Lamp:
    lamp = Lamp(name)
    lamp.setObjectName(object_name)
    return lamp


def _rule() -> QFrame:
    rule = QFrame()
    set_look(rule, "lampRule", True)
    rule.setFixedSize(1, 30)
    return rule
