"""A pill with a word or two: a count, a type, a standing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from jwtdesk.ui.style import set_look, set_shown
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

ICONS = {"ok": "check", "warn": "warning", "bad": "cross-circle"}
"""The marks that stand beside the words, so that no tone speaks by its colour alone."""


class Badge(QFrame):
    """Shows `text` in a pill of the tone `plain` `accent` `ok` `warn` `bad` `info` or `unknown`.

    Where there is little room, `least` characters of it are kept.
    """

    def __init__(
        self,
        text: str = "",
        tone: str = "plain",
        *,
        mono: bool = False,
        least: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.mark = IconLabel("check", "ok", 12)
        self.label = PlainLabel(type="smallmono" if mono else "small", elide=True, least=least)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(5)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label)
        self._shown: tuple[str, str, str] | None = None
        self.show_badge(text, tone)

    def show_badge(self, text: str, tone: str = "plain", tip: str = "") -> None:
        """Show other words and another tone; without words the badge is not there."""
        if (text, tone, tip) == self._shown:
            return
        self._shown = (text, tone, tip)
        self.label.setText(text)
        self.label.set_tone("muted" if tone == "plain" else tone)
        set_shown(self.mark, tone in ICONS)
        self.mark.show_icon(ICONS.get(tone, "check"), tone)
        set_look(self, "pill", tone)
        self.setAccessibleName(text)
        set_tip(self, tip)
        set_shown(self, bool(text))

    def text(self) -> str:
        """Return the words shown."""
        return self.label.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.mark.set_theme(theme)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size whose height is even, so that its ends are true half circles."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(20, hint.height()))
