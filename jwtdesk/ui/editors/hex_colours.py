"""Colours for bytes in hexadecimal: zeros recede, characters stand out."""

import re

_PAIR = re.compile(r"[0-9A-Fa-f]{2}")
_PRINTABLE = range(0x21, 0x7F)


class HexColourist:
    """Tells bytes that are zero, a character, or anything else apart; there is no state."""

    def state_before(self, text: str, offset: int) -> int:  # noqa: ARG002 - the protocol's
        """Return the only state there is."""
        return 0

    def formats(self, line: str, state: int) -> tuple[list[tuple[int, int, str]], int]:
        """Return the coloured pairs of `line`; what is no pair of digits keeps its colour."""
        parts = [(one.start(), 2, _role(int(one[0], 16))) for one in _PAIR.finditer(line)]
        return parts, state


def _role(octet: int) -> str:
    if octet == 0:
        return "faint"
    return "json_string" if octet in _PRINTABLE else "json_key"
