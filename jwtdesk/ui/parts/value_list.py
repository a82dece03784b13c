"""Several values in one field, with commas between them, and back."""

import re

_VALUE = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(?:,|$)')


def parse_list(text: str) -> tuple[str, ...]:
    """Return the values written in `text`, each once; one with a comma stands in quotes."""
    found = []
    at = 0
    while at < len(text):
        match = _VALUE.match(text, at)
        if match is None:
            found.append(text[at:].strip())
            break
        quoted, bare = match.groups()
        found.append(quoted.replace('""', '"') if quoted is not None else bare)
        at = max(match.end(), at + 1)
    return tuple(dict.fromkeys(one for one in found if one))


def list_text(values: tuple[str, ...]) -> str:
    """Return `values` as they are written in a field, so that `parse_list` gives them back."""
    return ", ".join(_written(one) for one in values)


def _written(value: str) -> str:
    if value == value.strip() and not re.search('[,"]', value):
        return value
    doubled = value.replace('"', '""')
    return f'"{doubled}"'
