"""Where to look things up."""

from jwtdesk.ui.actions import ActionSpec, Menu

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("shortcuts", "&Keyboard shortcuts", Menu.HELP, 0, keys=("F1",), icon="help"),
    ActionSpec(
        "privacy",
        "&Privacy",
        Menu.HELP,
        0,
        tip="What leaves this computer: nothing",
        keys=("Shift+F1",),
    ),
    ActionSpec("about", "&About jwtdesk", Menu.HELP, 1, keys=("Ctrl+F1",)),
)
