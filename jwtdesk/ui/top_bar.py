"""The bar at the top: mark, menus, the primary actions, and the promise that all stays here."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QToolButton

from jwtdesk.jose.words import tr
from jwtdesk.ui.action_set import ActionSet
from jwtdesk.ui.icons import icon
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

HEIGHT = 52
_GAP = 4
_GAPS = 28 + 4 + 8 + 8 + 6 + 12
"""The margins and extra gaps of the row, in pixels."""


class TopBar(QFrame):
    """When there is little room, captions give way to their icons."""

    def __init__(self, actions: ActionSet, menus: QMenuBar, samples: QMenu, copies: QMenu) -> None:
        super().__init__()
        set_look(self, "bar", True)
        set_look(self, "edge", "bottom")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.mark = IconLabel("mark", "accent", 28)
        self.name = PlainLabel("jwtdesk", type="headline")
        self.menus = menus
        menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.paste = _button("paste", "paste-token", tr("Paste"))
        self.paste.clicked.connect(lambda: actions.trigger("paste-token"))
        self.open = _button("open", "open", tr("Open"))
        self.open.clicked.connect(lambda: actions.trigger("open"))
        self.sample = _menu_button("sample", tr("Sample"), tr("Try a sample token"), samples)
        self.copy = _menu_button("copy", tr("Copy"), tr("Copy the token or a part"), copies)
        self.offline = _Promise()
        self.theme = _button("sun", "theme-toggle", "")
        self.theme.clicked.connect(lambda: actions.trigger("theme-toggle"))
        self.settings = _button("settings", "preferences", "")
        self.settings.clicked.connect(lambda: actions.trigger("preferences"))
        self._looked_at: tuple[int, int, int] | None = None
        self._captioned = (self.paste, self.open, self.sample, self.copy)
        self._all = (
            self.mark,
            self.name,
            self.menus,
            *self._captioned,
            self.offline,
            self.theme,
            self.settings,
        )
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Show the drawing of the theme one would switch to."""
        self.theme.set_icon_name("sun" if theme.dark else "moon")
        # What Qt opens the menus with that have no room; its own drawing is a speck.
        further = self.menus.findChild(QToolButton, "qt_menubar_ext_button")
        if further is not None:
            further.setIcon(icon(theme, "more"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return 52 pixels of height, more when the text is large."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(HEIGHT, self.fontMetrics().height() + 28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little: captions give way."""
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Drop what has no room: first the promise's words, then captions, then the name."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Look again when a part became wider or narrower: the text may have grown."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def _arrange(self) -> None:
        room = self.width()
        looked_at = (room, self.menus.sizeHint().width(), self.paste.fontMetrics().height())
        if looked_at == self._looked_at:
            return
        self._looked_at = looked_at
        for words, captions, name in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False, False, False),
        ):
            self._fit(words=words, captions=captions, name=name)
            if self._needed() <= room:
                break

    def _fit(self, *, words: bool, captions: bool, name: bool) -> None:
        style = Qt.ToolButtonStyle
        self.offline.words.setVisible(words)
        self.name.setVisible(name)
        for button in self._captioned:
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if captions else style.ToolButtonIconOnly
            )

    def _needed(self) -> int:
        """Return how wide everything shown is; the layout itself would answer from memory."""
        self.offline.measure_again()
        shown = [one for one in self._all if not one.isHidden()]
        return sum(one.sizeHint().width() for one in shown) + _GAPS + _GAP * len(shown)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.mark)
        row.addSpacing(4)
        row.addWidget(self.name)
        row.addSpacing(8)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        for button in self._captioned:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.offline)
        row.addSpacing(6)
        row.addWidget(self.theme)
        row.addWidget(self.settings)


class _Promise(QFrame):
    """Says quietly that nothing leaves this computer."""

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "pill", "plain")
        words = tr("Offline: nothing leaves this computer")
        self.setAccessibleName(words)
        set_tip(self, words)
        self.icon = IconLabel("offline", "muted", 14)
        self.words = PlainLabel(words, type="small", tone="muted")
        row = QHBoxLayout(self)
        self.measure_again = row.activate
        row.setContentsMargins(9, 5, 10, 5)
        row.setSpacing(6)
        row.addWidget(self.icon)
        row.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def _button(name: str, action: str, caption: str) -> IconButton:
    button = IconButton(name, tip_of(action), caption=f" {caption}" if caption else "")
    if caption:
        button.setAccessibleName(caption)
    return button


def _menu_button(name: str, caption: str, words: str, menu: QMenu) -> IconButton:
    button = IconButton(name, words, caption=f" {caption} \u25be")
    button.setAccessibleName(caption)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
