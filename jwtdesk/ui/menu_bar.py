"""The menus: every action in its place, the samples, the algorithms and the panes."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import AlgorithmPicked
from jwtdesk.model.samples import Sample
from jwtdesk.ui.action_set import ActionSet
from jwtdesk.ui.actions import Menu
from jwtdesk.ui.pane import Pane, PaneSpec
from jwtdesk.ui.store import Store


def menu_bar(actions: ActionSet, parent: QWidget) -> tuple[QMenuBar, dict[Menu, QMenu]]:
    """Return the bar and its menus, filled with the table's actions in their blocks."""
    bar = QMenuBar(parent)
    menus = {menu: bar.addMenu(tr(menu.value)) for menu in Menu}
    groups: dict[Menu, int] = {}
    for spec, action in sorted(actions.all(), key=lambda one: one[0].group):
        menu = menus[spec.menu]
        if groups.get(spec.menu, spec.group) != spec.group:
            menu.addSeparator()
        groups[spec.menu] = spec.group
        menu.addAction(action)
    return bar, menus


def samples_menu(store: Store, samples: Iterable[Sample], parent: QWidget) -> QMenu:
    """Return the menu of samples, one an algorithm."""
    menu = QMenu(tr("&Samples"), parent)
    for sample in samples:
        words = tr("{algorithm}   {title}", algorithm=sample.algorithm, title=sample.title)
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(f"sample-{sample.name}")
        action.triggered.connect(lambda _checked=False, edit=sample.edit: store.dispatch(edit))
    menu.setEnabled(not menu.isEmpty())
    return menu


def algorithms_menu(store: Store, parent: QWidget) -> QMenu:
    """Return the menu of algorithms, a line between families."""
    menu = QMenu(tr("&Algorithm"), parent)
    family = None
    for one in algorithms():
        if family not in (None, one.family):
            menu.addSeparator()
        family = one.family
        action = menu.addAction(one.name)
        action.setObjectName(f"algorithm-{one.name}")
        action.triggered.connect(
            lambda _checked=False, name=one.name: store.dispatch(AlgorithmPicked(name))
        )
    return menu


def copies_menu(actions: ActionSet, parent: QWidget) -> QMenu:
    """Return the menu of what can be copied."""
    menu = QMenu(tr("Copy"), parent)
    for name in ("copy-token", "copy-authorization", "copy-header", "copy-payload"):
        menu.addAction(actions[name])
    return menu


def panes_menus(
    panes: dict[PaneSpec, Pane], parent: QWidget, toggled: Callable[[str, bool], object]
) -> tuple[QMenu, QMenu]:
    """Return the menu that goes to a pane, and the one that shows and hides panes."""
    go, show = QMenu(tr("&Go to"), parent), QMenu(tr("&Cards"), parent)
    for spec, pane in panes.items():
        if not spec.key:
            continue
        action = QAction(tr(spec.title), parent)
        action.setObjectName(f"go-{spec.id}")
        action.setShortcut(QKeySequence(spec.key))
        action.triggered.connect(lambda _checked=False, pane=pane: pane.focus_first())
        parent.addAction(action)
        go.addAction(action)
        switch = show.addAction(tr(spec.title))
        switch.setObjectName(f"show-{spec.id}")
        switch.setCheckable(True)
        switch.setChecked(True)
        switch.toggled.connect(lambda on, name=spec.id: toggled(name, on))
    return go, show
