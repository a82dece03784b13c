"""The one window: it finds the panes, hands them the session, and does what no pane can."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QMenuBar

from jwtdesk.model.edits import ClockTicked
from jwtdesk.model.samples import Sample
from jwtdesk.model.session import Caret, Session
from jwtdesk.ui.action_set import ActionSet
from jwtdesk.ui.appearance import Appearance
from jwtdesk.ui.deeds import window_deeds
from jwtdesk.ui.editors.exact_edit import ExactEdit
from jwtdesk.ui.editors.keyed_edit import KeyedEdit
from jwtdesk.ui.folds import restore_folds
from jwtdesk.ui.intake import Intake
from jwtdesk.ui.looks import Looks
from jwtdesk.ui.menu_bar import Menus
from jwtdesk.ui.notices import tell_notice
from jwtdesk.ui.page import Page
from jwtdesk.ui.pane import PANES_OF, Pane, PaneSpec, pane_specs
from jwtdesk.ui.preferences import Preferences
from jwtdesk.ui.rules_desk import rules_keeper
from jwtdesk.ui.rules_shelf import RulesShelf
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.top_bar import TopBar
from jwtdesk.ui.vault import Vault
from jwtdesk.ui.widgets.toast import Toast
from jwtdesk.ui.window_drop import WindowDrop

_SIZE = (1280, 800)
_LEAST = (760, 480)
_TICK = 1000


class MainWindow(QMainWindow):
    """Shows the session of `store`.

    `preferences` are put on at once; every change of them is handed to `remember`. `clock` returns
    the wall clock's seconds since 1970; it is asked once a second (None: the clock stands still).
    `shelf` is where rules are kept (None: nowhere longer than this window). `closed` is emitted
    once the window was closed.
    """

    closed = Signal()

    def __init__(  # noqa: PLR0913 - each is one thing the app floor injects, by name
        self,
        store: Store,
        samples: Sequence[Sample] = (),
        *,
        appearance: Appearance,
        preferences: Preferences | None = None,
        remember: Callable[[Preferences], object] | None = None,
        clock: Callable[[], int] | None = None,
        vault: Vault | None = None,
        shelf: RulesShelf | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.samples = samples
        self.preferences = preferences or Preferences()
        self.looks = Looks(self, appearance, self.preferences)
        self._remember = remember
        self.vault = vault
        self.toast = Toast(self)
        self.intake = Intake(store, self.say)
        self.panes = {spec: self._built(spec) for spec in pane_specs()}
        self.keeper = rules_keeper(self, shelf)
        self._actions = ActionSet(store, window_deeds(self), self)
        self._menus = Menus(self._actions, store, samples, self.panes, self)
        self._menus.toggled.connect(self._show_pane)
        bar = TopBar(self._actions, self._menus.bar, self._menus.samples, self._menus.copies)
        self._page = Page(bar, self.panes)
        self._lay_out()
        self.looks.dressed.connect(self._actions.set_theme)
        self._put_on()
        self._restore()
        store.changed.connect(self._changed)
        self._changed(None, store.session)
        self._drop = WindowDrop(self, self.intake, self.pane("key"))
        self.pane("token").focus_first()
        if clock is not None:
            timer = QTimer(self, interval=_TICK)
            timer.timeout.connect(lambda: store.dispatch(ClockTicked(clock())))
            timer.start()

    def settled(self) -> bool:
        """Return whether no wanted question is unanswered and no edit is held back."""
        holding = any(editor.holding() for editor in self._editors)
        return self.store.settled() and not holding

    def pane(self, name: str) -> Pane:
        """Return the pane whose id is `name`; an unknown name is a bug and raises."""
        return {spec.id: pane for spec, pane in self.panes.items()}[name]

    def action(self, name: str) -> QAction:
        """Return the action whose id is `name`; an unknown name is a bug and raises."""
        return self._actions[name]

    def menuBar(self) -> QMenuBar:  # noqa: N802 - Qt's name
        """Return the menus, which stand in the bar at the top."""
        return self._menus.bar

    def say(self, words: str, tone: str = "info") -> None:
        """Tell `words` in passing."""
        self.toast.say(words, tone)

    def choose_file(self, title: str) -> str:
        """Ask for a file; return its path, or "" when the user thought better of it."""
        return QFileDialog.getOpenFileName(self, title)[0]

    def show_dialog(self, dialog: QDialog) -> None:
        """Open `dialog` in this window's theme; it is gone once it is closed."""
        apply_theme(dialog, self.looks.theme)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def prefer(self, preferences: Preferences) -> None:
        """Put other preferences on and have them remembered."""
        if preferences != self.preferences:
            self.preferences = preferences
            self._put_on()
            self._keep()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the sizes."""
        sizes = self._page.frame.sizes()
        geometry = bytes(self.saveGeometry().data())
        self.preferences = replace(self.preferences, geometry=geometry, splitters=sizes)
        self._keep()
        super().closeEvent(event)
        self.closed.emit()

    def _built(self, spec: PaneSpec) -> Pane:
        pane = spec.build(self.store)
        pane.setObjectName(f"pane-{spec.id}")
        pane.asked.connect(self._asked)
        pane.said.connect(self.say)
        pane.pointed.connect(self._pointed)
        return pane

    def _asked(self, name: str) -> None:
        self._actions.trigger(name)

    def _pointed(self, caret: Caret) -> None:
        self.pane(PANES_OF[caret.pane]).show_place(caret.offset)

    def _lay_out(self) -> None:
        self.setWindowTitle("jwtdesk")
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self.setCentralWidget(self._page)
        self._editors = self.findChildren(ExactEdit)
        for editor in self.findChildren(KeyedEdit):
            editor.zoomed.connect(self._zoomed)

    def _changed(self, old: Session | None, new: Session) -> None:
        for pane in self.panes.values():
            pane.draw(old, new)
        self._page.status.draw(new, local=self.preferences.local_time)
        self._actions.draw(old, new)
        tell_notice(self.store, self.toast, old, new)

    def _put_on(self) -> None:
        local = self.preferences.local_time
        self.looks.put_on(self.preferences)
        self.action("local-time").setChecked(local)
        self.action("fetch-keys").setVisible(self.preferences.fetching)
        for pane in self.panes.values():
            pane.set_local_time(local)
        self._page.status.draw(self.store.session, local=local)

    def _restore(self) -> None:
        self.restoreGeometry(QByteArray(self.preferences.geometry))
        self._page.frame.restore_sizes(self.preferences.splitters)
        self._menus.switch_off(self.preferences.hidden)
        folded = self.preferences.folded
        restore_folds(self, folded, lambda now: self.prefer(replace(self.preferences, folded=now)))

    def _keep(self) -> None:
        if self._remember is not None:
            self._remember(self.preferences)

    def _show_pane(self, name: str, on: bool) -> None:  # noqa: FBT001 - a slot of a toggled signal
        self.pane(name).setVisible(on)
        self._page.frame.fit()
        hidden = tuple(one for one in self.preferences.hidden if one != name)
        self.preferences = replace(self.preferences, hidden=hidden if on else (*hidden, name))
        self._keep()

    def _zoomed(self, steps: int) -> None:
        name = "ordinary" if not steps else "larger" if steps > 0 else "smaller"
        self._actions.trigger(name)
