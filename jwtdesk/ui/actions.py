"""Everything the user can do, as data: menus, shortcuts, tooltips and tests read this table."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from jwtdesk.jose.discover import registered
from jwtdesk.model.edits import Edit
from jwtdesk.model.session import Session
from jwtdesk.ui.conditions import always


class Menu(Enum):
    """The menus, in order; the value is the title with its access key."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    TOKEN = "&Token"  # noqa: S105 - a menu's title, not a secret
    KEY = "&Key"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do.

    `keys` are its shortcuts in Qt's portable spelling; the first one is shown, and "Ctrl+P, J" is
    one key after another. Ctrl+Alt types letters on many keyboards, and Alt does on a Mac: neither
    is for shortcuts on letters and digits.

    `edit` is what it dispatches, when that is all it does; what the window itself must do has no
    `edit`. `group` numbers the blocks of a menu. `checked` makes it a switch and reads its state;
    `switch` makes it one whose state the window keeps. `under` is the submenu it stands in, with
    its access key; "" is the menu itself.
    """

    id: str
    title: str
    menu: Menu
    group: int
    tip: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Session], bool] = always
    edit: Callable[[Session], Edit | None] | None = None
    checked: Callable[[Session], bool] | None = None
    switch: bool = False
    under: str = ""


@cache
def actions() -> tuple[ActionSpec, ...]:
    """Return every action, each menu's in the order they are shown."""
    found = registered("jwtdesk.ui.menus", "ACTIONS")
    return tuple(one for one in found if isinstance(one, ActionSpec))


@cache
def action_spec(name: str) -> ActionSpec:
    """Return the action whose id is `name`; an unknown name is a bug and raises `KeyError`."""
    return {one.id: one for one in actions()}[name]
