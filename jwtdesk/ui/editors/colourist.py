"""What every syntax colouring offers: roles for the parts of one displayed line."""

from typing import Protocol


class Colourist(Protocol):
    """Colours one displayed line at a time, so that only visible lines cost anything."""

    def state_before(self, text: str, offset: int) -> int:
        """Return the state in which a displayed line at `offset` of the exact `text` begins.

        It must be fast (counting, not parsing): it is asked for each visible line.
        """

    def formats(self, line: str, state: int) -> tuple[list[tuple[int, int, str]], int]:
        """Return (start, length, role) for the coloured parts of `line`, and the state after it.

        Starts and lengths are code points; a role names a colour of the theme.
        """
