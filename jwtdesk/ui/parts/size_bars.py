"""How much of a cookie and of a header line the token takes, and which claim costs what."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.analysis.size_budget import Budget, SizeBudget
from jwtdesk.jose.words import tr
from jwtdesk.ui.theme import Theme

_MOST = 8
"""So many of the dearest claims are shown."""
_BAR, _GAP = 8, 10
_FULL, _NEAR = 1.0, 0.8


class SizeBars(QWidget):
    """Draws a `SizeBudget`, and says it in words to those who do not see it."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._rows: tuple[tuple[str, str, float, str], ...] = ()
        self.setObjectName("sizeBudget")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_budget(self, budget: SizeBudget | None) -> None:
        """Draw `budget`, or nothing."""
        rows = _rows(budget) if budget is not None else ()
        if rows == self._rows:
            return
        self._rows = rows
        said = ". ".join(f"{name}: {words}" for name, words, _share, _tone in rows)
        self.setAccessibleName(tr("Size"))
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all rows."""
        return QSize(240, len(self._rows) * self._high())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height, in less width."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw name, bar and words of each row."""
        if self._theme is None or not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        wide = self.width()
        names = min(wide * 0.34, max(metrics.horizontalAdvance(row[0]) for row in self._rows) + 1)
        words = max(metrics.horizontalAdvance(row[1]) for row in self._rows) + 1
        room = max(20.0, wide - names - words - 2 * _GAP)
        for line, row in enumerate(self._rows):
            box = QRectF(0, line * self._high(), wide, self._high())
            self._draw(painter, self._theme, row, box, (names, room))

    def _draw(
        self,
        painter: QPainter,
        theme: Theme,
        row: tuple[str, str, float, str],
        box: QRectF,
        widths: tuple[float, float],
    ) -> None:
        name, words, share, tone = row
        names, room = widths
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.text))
        shown = QFontMetrics(self.font()).elidedText(name, Qt.TextElideMode.ElideRight, int(names))
        painter.drawText(QRectF(0, box.top(), names, box.height()), middle.value, shown)
        track = QRectF(names + _GAP, box.center().y() - _BAR / 2, room, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        filled = QRectF(track)
        filled.setWidth(max(_BAR, track.width() * min(share, 1.0)))
        painter.setBrush(QColor(theme.colour(tone)))
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        painter.setPen(QColor(theme.muted))
        rest = QRectF(track.right() + _GAP, box.top(), box.right() - track.right(), box.height())
        painter.drawText(rest, middle.value, words)

    def _high(self) -> int:
        return self.fontMetrics().height() + 6


def _rows(budget: SizeBudget) -> tuple[tuple[str, str, float, str], ...]:
    """Return name, words, share of the bar and tone of each row."""
    limits = (
        _limit(tr("Cookie"), budget.cookie),
        _limit(tr("Header line"), budget.header_line),
    )
    dearest = max((one.characters for one in budget.claims), default=1.0)
    claims = tuple(
        (
            made_visible(one.name[:60]),
            tr("{count} characters", count=f"{one.characters:,.0f}"),
            one.characters / dearest,
            "payload",
        )
        for one in budget.claims[:_MOST]
    )
    return (*limits, *claims)


def _limit(name: str, budget: Budget) -> tuple[str, str, float, str]:
    share = budget.used / budget.limit
    tone = "bad" if share > _FULL else "warn" if share >= _NEAR else "accent"
    words = tr(
        "{used} of {limit}, {share} %",
        used=f"{budget.used:,}",
        limit=f"{budget.limit:,}",
        share=f"{share * 100:.0f}",
    )
    if share > _FULL:
        words = tr("{words}: too large", words=words)
    return name, words, share, tone
