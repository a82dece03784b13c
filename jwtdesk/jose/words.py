"""Every sentence a person reads goes through `tr`, so that one catalogue can translate them all.

Templates are English and carry named places (`"{count} bytes"`); numbers are chosen with `plural`.
The catalogue is installed once, by `app`, before anything is shown.
"""

from collections.abc import Mapping

_catalogue: dict[str, str] = {}


def install(catalogue: Mapping[str, str]) -> None:
    """Let every later `tr` speak another language.

    `catalogue` maps English templates to translated ones; unknown templates stay English.
    """
    _catalogue.clear()
    _catalogue.update(catalogue)


def tr(template: str, **values: object) -> str:
    """Return the sentence `template` in the installed language, with `values` filled in.

    Without `values` the sentence comes back as it is, braces and all. A translation whose places
    do not match falls back to the English template.
    """
    found = _catalogue.get(template, template)
    if not values:
        return found
    try:
        return found.format(**values)
    except (KeyError, IndexError, ValueError):
        return template.format(**values)


def plural(count: int, one: str, many: str, **values: object) -> str:
    """Return `one` or `many`, whichever fits `count`, translated, with `{count}` filled in."""
    return tr(one if count == 1 else many, count=f"{count:,}", **values)
