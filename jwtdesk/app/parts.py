"""Every registry of the program, for the self-test and the frozen build."""

from jwtdesk.app.paths import resource_names, resources
from jwtdesk.jose.discover import modules

REGISTRIES = {
    "jwtdesk.jose.algorithms": "ALGORITHMS",
    "jwtdesk.jose.key_management": "KEY_MANAGEMENT",
    "jwtdesk.jose.content_encryption": "CONTENT_ENCRYPTIONS",
    "jwtdesk.jose.keys": "KEY_FORMAT",
    "jwtdesk.analysis.names": "NAMES",
    "jwtdesk.analysis.lints": "LINT",
    "jwtdesk.analysis.diagnosis": "HYPOTHESIS",
    "jwtdesk.analysis.profiles": "PROFILE",
    "jwtdesk.ui.menus": "ACTIONS",
    "jwtdesk.ui.panes": "PANE",
}
"""The package of each registry, and the constant that every module in it exposes."""

PROMISE = "contents.txt"
"""A resource that only a frozen build has: the names of all parts and resources it was given.

A folder of files is its own list; a frozen build that lost a part would not know what is missing.
"""


def part_names() -> tuple[str, ...]:
    """Return the module name of every registered part that can be found here."""
    found = (one.__name__ for package in REGISTRIES for one in modules(package))
    return tuple(found)


def promise() -> str:
    """Return the text of the promise that a frozen build is given: one name a line."""
    return "".join(f"{name}\n" for name in (*part_names(), *resource_names()))


def lost() -> tuple[str, ...]:
    """Return what was promised to this build and is not in it; nothing without a promise."""
    place = resources() / PROMISE
    if not place.is_file():
        return ()
    here = {*part_names(), *resource_names()}
    return tuple(name for name in place.read_text("utf-8").splitlines() if name not in here)
