"""The menus: every action in its place, the samples, the algorithms and the panes."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.encryption import key_managements
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import AlgorithmPicked
from jwtdesk.model.samples import Sample
from jwtdesk.ui.action_set import ActionSet
from jwtdesk.ui.actions import Menu
from jwtdesk.ui.pane import Pane, PaneSpec
from jwtdesk.ui.panes.key import KeyPane
from jwtdesk.ui.panes.token import TokenPane
from jwtdesk.ui.store import Store

COPIES = ("copy-token", "copy-authorization", "copy-header", "copy-payload")


class Menus(QObject):
    """Holds the menu `bar` and the menus that buttons open: `samples` and `copies`.

    `toggled` carries the id of a pane and whether it is to be seen.
    """

    toggled = Signal(str, bool)

    def __init__(
        self,
        actions: ActionSet,
        store: Store,
        samples: Sequence[Sample],
        panes: Mapping[PaneSpec, Pane],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._store = store
        self._switches: dict[str, QAction] = {}
        self.bar, self._menus = _bar(actions, parent)
        self.samples = self._samples(samples)
        for pane in panes.values():
            if isinstance(pane, KeyPane):
                pane.show_menu(self._menus[Menu.KEY])
            elif isinstance(pane, TokenPane):
                pane.editor.addAction(actions["bytes"])
        self.copies = QMenu(tr("Copy"), parent)
        for name in COPIES:
            self.copies.addAction(actions[name])
        self._menus[Menu.FILE].insertMenu(actions["sample"], self.samples)
        self._menus[Menu.TOKEN].addMenu(self._algorithms())
        self._menus[Menu.VIEW].addMenu(self._goals(panes))
        self._menus[Menu.VIEW].addMenu(self._cards(panes))

    def switch_off(self, hidden: Iterable[str]) -> None:
        """Hide the panes with these ids; unknown ones are passed over."""
        for name in hidden:
            if name in self._switches:
                self._switches[name].setChecked(False)

    def _samples(self, samples: Sequence[Sample]) -> QMenu:
        menu = QMenu(tr("&Samples"), self._window)
        menu.aboutToShow.connect(lambda: self._fill_samples(menu, samples))
        menu.setEnabled(bool(samples))
        return menu

    def _fill_samples(self, menu: QMenu, samples: Iterable[Sample]) -> None:
        """Offer the samples once somebody looks: the first frame does not wait for their files."""
        if not menu.isEmpty():
            return
        groups: dict[str, QMenu] = {"": menu}
        for sample in samples:
            if sample.group not in groups:
                groups[sample.group] = menu.addMenu(sample.group.replace("&", "&&"))
            action = groups[sample.group].addAction(sample.title.replace("&", "&&"))
            action.setObjectName(f"sample-{sample.name}")
            action.triggered.connect(
                lambda _checked=False, edit=sample.edit: self._store.dispatch(edit)
            )

    def _algorithms(self) -> QMenu:
        menu = QMenu(tr("&Algorithm"), self._window)
        family = None
        for one in algorithms():
            if family not in (None, one.family):
                menu.addSeparator()
            family = one.family
            action = menu.addAction(one.name)
            action.setObjectName(f"algorithm-{one.name}")
            action.triggered.connect(
                lambda _checked=False, name=one.name: self._store.dispatch(AlgorithmPicked(name))
            )
        menu.addSeparator()
        encrypting = menu.addMenu(tr("&Encrypt"))
        encrypting.aboutToShow.connect(lambda: self._fill(encrypting))
        return menu

    def _fill(self, menu: QMenu) -> None:
        """Offer the ways to encrypt once somebody looks: the first frame does not wait for them."""
        if not menu.isEmpty():
            return
        for one in key_managements():
            action = menu.addAction(one.name)
            action.setObjectName(f"algorithm-{one.name}")
            action.triggered.connect(
                lambda _checked=False, name=one.name: self._store.dispatch(AlgorithmPicked(name))
            )

    def _goals(self, panes: Mapping[PaneSpec, Pane]) -> QMenu:
        menu = QMenu(tr("&Go to"), self._window)
        for spec, pane in sorted(panes.items(), key=lambda one: one[0].key):
            if spec.key:
                action = menu.addAction(tr(spec.title))
                action.setObjectName(f"go-{spec.id}")
                action.setShortcut(QKeySequence(spec.key))
                action.triggered.connect(lambda _checked=False, pane=pane: pane.focus_first())
        return menu

    def _cards(self, panes: Mapping[PaneSpec, Pane]) -> QMenu:
        menu = QMenu(tr("&Cards"), self._window)
        for spec in sorted(panes, key=lambda one: one.key):
            if spec.key and not spec.passing:
                action = menu.addAction(tr(spec.title))
                action.setObjectName(f"show-{spec.id}")
                action.setCheckable(True)
                action.setChecked(True)
                action.toggled.connect(lambda on, name=spec.id: self.toggled.emit(name, on))
                self._switches[spec.id] = action
        return menu


def _bar(actions: ActionSet, parent: QWidget) -> tuple[QMenuBar, dict[Menu, QMenu]]:
    """Return the bar and its menus, filled with the table's actions in their blocks."""
    bar = QMenuBar(parent)
    menus = {(menu, ""): bar.addMenu(tr(menu.value)) for menu in Menu}
    groups: dict[tuple[Menu, str], int] = {}
    for spec, action in sorted(actions.all(), key=lambda one: one[0].group):
        for place in dict.fromkeys(((spec.menu, ""), (spec.menu, spec.under))):
            if place not in menus:
                menus[place] = menus[spec.menu, ""].addMenu(tr(spec.under))
            if groups.setdefault(place, spec.group) != spec.group:
                menus[place].addSeparator()
            groups[place] = spec.group
        menus[spec.menu, spec.under].addAction(action)
    return bar, {menu: menus[menu, ""] for menu in Menu}
