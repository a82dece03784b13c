"""A browser that only notes what it was asked to open."""

from PySide6.QtCore import QUrl

RFC = "https://www.rfc-editor.org/rfc/rfc"


class Browser:
    """Stands in for the system's; `opens` is what it answers."""

    def __init__(self) -> None:
        """Begin with nothing opened."""
        self.opened: list[str] = []
        self.opens = True

    def openUrl(self, address: QUrl) -> bool:  # noqa: N802 - Qt's name
        """Note the address."""
        self.opened.append(address.toString())
        return self.opens
