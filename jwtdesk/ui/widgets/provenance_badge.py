"""Where the token on the screen comes from, said all the time."""

from PySide6.QtWidgets import QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.badge import Badge


class ProvenanceBadge(Badge):
    """Its Qt property `state` is `pasted`, `stale`, `signed`, `changed`, or empty at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, least=8)
        self.setObjectName("provenanceBadge")
        self.show_provenance("")

    def show_provenance(self, state: str, key_name: str = "") -> None:
        """Say `state`; `key_name` names the key that signed here."""
        words, tone, sentence = _said(state, key_name)
        self.show_badge(words, tone, sentence)
        self.setAccessibleName(tr("Where this token comes from: {words}", words=words))
        set_look(self, "state", state)


def _said(state: str, key_name: str) -> tuple[str, str, str]:
    """Return the words, the tone and the sentence for `state`."""
    if state == "pasted":
        return tr("As pasted"), "plain", tr("Every character is as it was pasted or opened.")
    if state == "stale":
        sentence = tr(
            "The claims were edited and no key has signed them: the signature is the old one."
        )
        return tr("Edited, signature stale"), "warn", sentence
    if state == "signed":
        words = tr("Signed here with {key}", key=key_name) if key_name else tr("Signed here")
        return words, "info", tr("This program made it with the key in the key pane.")
    if state == "changed":
        sentence = tr("It was written anew here: its text is no longer the one that was pasted.")
        return tr("Changed here"), "info", sentence
    return "", "plain", ""
