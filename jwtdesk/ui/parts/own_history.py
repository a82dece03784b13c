"""The undo of a key field: its own, because key material never enters the window's history."""

PAUSE = 1.0
"""Typing that goes on within so many seconds is one step."""
_LONGEST = 100


class OwnHistory:
    """Remembers the texts of one field for as long as nobody else fills it."""

    def __init__(self) -> None:
        self._past: list[str] = []
        self._ahead: list[str] = []
        self._present = ""
        self._at = float("-inf")

    def note(self, text: str, at: float) -> None:
        """Remember that the field holds `text` since the moment `at`, in seconds."""
        if text == self._present:
            return
        if at - self._at > PAUSE or not self._past:
            self._past = [*self._past, self._present][-_LONGEST:]
        self._present, self._at, self._ahead = text, at, []

    def forget(self, text: str) -> None:
        """Begin anew with `text`, which came from elsewhere; nothing before it is kept."""
        if text != self._present:
            self._past, self._ahead = [], []
            self._present, self._at = text, float("-inf")

    def back(self) -> str | None:
        """Step back and return the text there, or None at the beginning."""
        if not self._past:
            return None
        self._ahead.append(self._present)
        self._present, self._at = self._past.pop(), float("-inf")
        return self._present

    def forward(self) -> str | None:
        """Step forward and return the text there, or None at the end."""
        if not self._ahead:
            return None
        self._past.append(self._present)
        self._present, self._at = self._ahead.pop(), float("-inf")
        return self._present
