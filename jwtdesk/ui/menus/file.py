"""Getting a token onto the desk, and off it."""

from jwtdesk.model.edits import Cleared
from jwtdesk.ui.actions import ActionSpec, Menu
from jwtdesk.ui.conditions import anything_to_clear, present

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "clear",
        "&New, empty desk",
        Menu.FILE,
        0,
        tip="Put token and key away",
        keys=("Ctrl+N",),
        icon="eraser",
        enabled=anything_to_clear,
        edit=present(Cleared()),
    ),
    ActionSpec(
        "open",
        "&Open…",
        Menu.FILE,
        0,
        tip="Open a token or key file",
        keys=("Ctrl+O",),
        icon="open",
    ),
    ActionSpec(
        "paste-token",
        "&Paste token",
        Menu.FILE,
        0,
        tip="Paste a token from the clipboard",
        keys=("Ctrl+Shift+V",),
        icon="paste",
    ),
    ActionSpec(
        "sample",
        "&Try a sample",
        Menu.FILE,
        1,
        tip="Put a sample token and its key on the desk",
        keys=("Ctrl+Shift+S",),
        icon="sample",
    ),
    ActionSpec("quit", "&Quit", Menu.FILE, 9, tip="Close the window", keys=("Ctrl+Q",)),
)
