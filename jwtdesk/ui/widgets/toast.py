"""A calm notice at the lower edge of the window, which asks for nothing and goes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.style import set_look, set_shown
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.announce import announce
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel

ICONS = {"ok": "check-circle", "warn": "warning", "bad": "cross-circle", "info": "info"}
_WIDEST = 560
_ABOVE = 44
"""How far above the lower edge it floats, in pixels."""


class Toast(QFrame):
    """Floats over `window`; `say` shows it. It stays while the pointer rests on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        set_look(self, "toast", True)
        self._pressed: Callable[[], object] | None = None
        self.icon = IconLabel("info", "info", 17)
        self.words = PlainLabel(wrap=True)
        self.action = Button("", "quiet")
        self.action.clicked.connect(self._act)
        self.close_button = IconButton("cross", tr("Close this notice"))
        self.close_button.clicked.connect(self.hide)
        self._leave = QTimer(self, singleShot=True)
        self._leave.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        window.installEventFilter(self)
        self.hide()

    def say(
        self,
        words: str,
        tone: str = "info",
        *,
        action: str = "",
        pressed: Callable[[], object] | None = None,
        seconds: float = 6.0,
    ) -> None:
        """Show `words`; a button `action` calls `pressed`. Goes after `seconds`; 0 stays."""
        self._pressed = pressed
        self.icon.show_icon(ICONS.get(tone, "info"), tone)
        self.words.setText(words)
        self.action.setText(action.replace("&", "&&"))
        self.action.setAccessibleName(action)
        set_shown(self.action, bool(action))
        self.setAccessibleName(words)
        set_look(self, "state", tone)
        self.show()
        self.raise_()
        self._place()
        announce(self, words)
        self._leave.stop()
        if seconds > 0:
            self._leave.start(round(seconds * 1000))

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.icon.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the place at the lower edge when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Stay while it is being read."""
        super().enterEvent(event)
        self._leave.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go soon after the reader has left."""
        super().leaveEvent(event)
        self._leave.start(2000)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Forget what the button would do: it may hold a key."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._pressed = None

    def _act(self) -> None:
        pressed = self._pressed
        self.hide()
        if pressed is not None:
            pressed()

    def _place(self) -> None:
        window = self._window
        rest = self.sizeHint().width() - self.words.sizeHint().width()
        one_line = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 4
        width = min(_WIDEST, window.width() - 32, rest + one_line)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(
            (window.width() - width) // 2, window.height() - _ABOVE - height, width, height
        )
