"""Finds the program's own files, wherever it runs from: checkout, wheel or frozen bundle."""

from pathlib import Path, PurePosixPath

PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the folder of the program's own files.

    A wheel and a frozen bundle carry it inside the package; a checkout has it beside the package.
    """
    inside = PACKAGE / "resources"
    return inside if inside.is_dir() else PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of the resource `name`, written with slashes ("icons/key.svg").

    Raises ValueError for a name that leads out of the folder: names are the program's own words,
    so such a one is a bug.
    """
    parts = PurePosixPath(name)
    if not name or parts.is_absolute() or ".." in parts.parts or set(name) & {"\\", ":", "\0"}:
        raise ValueError(f"not the name of a resource: {name!r}")
    return resources().joinpath(*parts.parts)


def resource_names() -> tuple[str, ...]:
    """Return the names of all resources, in order."""
    home = resources()
    files = (one for one in home.rglob("*") if one.is_file() and not one.name.startswith("."))
    return tuple(sorted(one.relative_to(home).as_posix() for one in files))
