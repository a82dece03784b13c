"""Making, keeping, fetching, guessing and writing keys."""

from jwtdesk.model.edits import FittingKeyChosen, KeyKept
from jwtdesk.ui.actions import ActionSpec, Menu
from jwtdesk.ui.conditions import has_hmac, has_kept_keys, has_key, present

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "new-key",
        "&New key…",
        Menu.KEY,
        0,
        tip="Make a secret or a key pair of any kind and size",
        keys=("Ctrl+Shift+N",),
        icon="generate",
    ),
    ActionSpec(
        "export-key",
        "&Export…",
        Menu.KEY,
        0,
        tip="Write this key in another form, to copy or save",
        keys=("Ctrl+Shift+E",),
        icon="save",
        enabled=has_key,
    ),
    ActionSpec(
        "copy-thumbprint-uri",
        "Copy thumbprint as &URI",
        Menu.KEY,
        0,
        tip="The key's name by its content alone (RFC 9278)",
        enabled=has_key,
    ),
    ActionSpec(
        "keep-key",
        "&Keep for this session",
        Menu.KEY,
        1,
        tip="Keep this key at hand, in memory only, until the program is closed",
        icon="plus",
        enabled=has_key,
        edit=present(KeyKept()),
    ),
    ActionSpec(
        "fitting-key",
        "Use the kept key that &fits",
        Menu.KEY,
        1,
        tip="Choose the kept key that belongs to this token",
        keys=("Ctrl+Shift+J",),
        icon="key",
        enabled=has_kept_keys,
        edit=present(FittingKeyChosen()),
    ),
    ActionSpec(
        "kept-keys",
        "Ke&pt and remembered keys…",
        Menu.KEY,
        1,
        tip="The keys of this session, and those the operating system remembers",
        keys=("Ctrl+K",),
        icon="list-check",
    ),
    ActionSpec(
        "fetch-keys",
        "Fe&tch a key set…",
        Menu.KEY,
        2,
        tip="Call an address that you name, once, for the keys that are published there",
        icon="globe",
    ),
    ActionSpec(
        "try-words",
        "Try a &word list…",
        Menu.KEY,
        2,
        tip="Find out whether a word of a list you open is this token's secret",
        icon="search",
        enabled=has_hmac,
    ),
)
