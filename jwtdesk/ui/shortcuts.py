"""How shortcuts are written for a person: in tooltips, and in the list of them all."""

from PySide6.QtGui import QKeySequence

from jwtdesk.jose.discover import registered
from jwtdesk.jose.words import tr
from jwtdesk.ui.actions import ActionSpec, Menu, action_spec, actions
from jwtdesk.ui.pane import PaneSpec


def shown_key(key: str) -> str:
    """Return the portable shortcut `key` ("Ctrl+O") as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def accepted(key: str) -> tuple[str, ...]:
    """Return the ways to press the portable shortcut `key`.

    "Ctrl+P, J" may be pressed with the control key held for the letter too, which also finds the
    letter on a keyboard that is set to another alphabet.
    """
    first, comma, second = key.partition(", ")
    return (key, f"{first}, Ctrl+{second}") if comma else (key,)


def key_of(name: str) -> str:
    """Return the shortcut of the action `name` as this system writes it; "" when it has none."""
    keys = action_spec(name).keys
    return shown_key(keys[0]) if keys else ""


def plain_title(spec: ActionSpec) -> str:
    """Return an action's title without its access key."""
    return tr(spec.title).replace("&", "")


def tip_of(name: str) -> str:
    """Return what a button for the action `name` says: what it does, and its shortcut."""
    spec = action_spec(name)
    words = tr(spec.tip) if spec.tip else plain_title(spec)
    return f"{words} ({key_of(name)})" if spec.keys else words


def listed() -> tuple[tuple[Menu, tuple[tuple[str, str], ...]], ...]:
    """Return every shortcut by menu: title and keys, in the order of the menus."""
    return tuple(
        (
            menu,
            tuple(
                (plain_title(one), "  ".join(shown_key(key) for key in one.keys))
                for one in actions()
                if one.menu is menu and one.keys
            ),
        )
        for menu in Menu
    )


def pane_keys() -> tuple[tuple[str, str], ...]:
    """Return the shortcut that goes to each pane: its title and keys."""
    found = registered("jwtdesk.ui.panes", "PANE")
    return tuple(
        (tr(one.title), shown_key(one.key))
        for one in found
        if isinstance(one, PaneSpec) and one.key
    )
