"""How the window looks."""

from jwtdesk.ui.actions import ActionSpec, Menu

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "theme-toggle",
        "&Light or dark",
        Menu.VIEW,
        0,
        tip="Switch between light and dark",
        keys=("Ctrl+Shift+L",),
    ),
    ActionSpec(
        "theme-system",
        "Colours of the &system",
        Menu.VIEW,
        0,
        tip="Follow the system's choice",
        keys=("Ctrl+Shift+I",),
    ),
    ActionSpec("larger", "Larger &text", Menu.VIEW, 1, keys=("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", "S&maller text", Menu.VIEW, 1, keys=("Ctrl+-",)),
    ActionSpec("ordinary", "&Ordinary text", Menu.VIEW, 1, keys=("Ctrl+0",)),
    ActionSpec(
        "local-time",
        "Times in &local zone",
        Menu.VIEW,
        2,
        tip="Write times in the computer's zone instead of UTC",
        keys=("Ctrl+Shift+T",),
        switch=True,
    ),
    ActionSpec(
        "preferences",
        "&Preferences…",
        Menu.VIEW,
        9,
        tip="Colours, text size, times",
        keys=("Ctrl+,",),
        icon="settings",
    ),
)
