"""The actions brought to life: one Qt action each, doing what the table says."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session
from jwtdesk.ui.actions import ActionSpec, actions
from jwtdesk.ui.icons import icon
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.shortcuts import accepted, tip_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import tip_markup

_READ = ("known", "shown", "key", "signing_key", "history", "compact", "certificate")
"""What the conditions of the actions look at."""


class ActionSet(QObject):
    """Every action by its id.

    `deeds` says what those actions do that are no mere edit; a missing deed is a bug and raises.
    """

    def __init__(
        self, store: Store, deeds: Mapping[str, Callable[[], object]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._possible: dict[str, bool] = {}
        self._specs = {one.id: one for one in actions()}
        self._actions = {name: self._made(one, deeds) for name, one in self._specs.items()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[tuple[ActionSpec, QAction], ...]:
        """Return every action with what the table says of it, in the order of the menus."""
        return tuple((spec, self._actions[name]) for name, spec in self._specs.items())

    def trigger(self, name: str) -> None:
        """Do the action `name` if it can be done now."""
        self._actions[name].trigger()

    def draw(self, old: Session | None, session: Session) -> None:
        """Let each action be there, and switched on, as the session says; `old` was drawn."""
        if unchanged(old, session, *_READ):
            return
        for spec, action in self.all():
            possible = spec.enabled(session)
            if self._possible.get(spec.id) is not possible:
                self._possible[spec.id] = possible
                action.setEnabled(possible)
            if spec.checked is not None:
                action.setChecked(spec.checked(session))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons with `theme`."""
        for spec, action in self.all():
            if spec.icon:
                action.setIcon(icon(theme, spec.icon))

    def _made(self, spec: ActionSpec, deeds: Mapping[str, Callable[[], object]]) -> QAction:
        action = QAction(tr(spec.title), self)
        action.setObjectName(f"action-{spec.id}")
        action.setShortcuts([QKeySequence(way) for key in spec.keys for way in accepted(key)])
        action.setToolTip(tip_markup(tip_of(spec.id)))
        action.setCheckable(spec.checked is not None or spec.switch)
        deed = deeds[spec.id] if spec.edit is None else self._editing(spec)
        # `triggered` is told a state that the deeds have no use for.
        action.triggered.connect(lambda _checked=False: deed())
        return action

    def _editing(self, spec: ActionSpec) -> Callable[[], None]:
        def dispatch() -> None:
            edit = spec.edit(self._store.session) if spec.edit else None
            if edit is not None:
                self._store.dispatch(edit)

        return dispatch
