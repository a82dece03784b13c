"""The processed payload of an SD-JWT: read-only JSON with a mark on what was disclosed."""

from jwtdesk.jose.words import tr
from jwtdesk.model.disclosed_payload import DisclosedPayload, disclosed_payload
from jwtdesk.model.session import Session
from jwtdesk.ui.editors.annotations import Note, Tone
from jwtdesk.ui.editors.json_colours import JsonColourist
from jwtdesk.ui.editors.linked_editor import LinkedEditor

_BEGINNING = 200_000
"""How many code points are shown of a longer text until the rest is asked for."""


class DisclosedView(LinkedEditor):
    """Shows what a verifier gets to see; it is changed through the disclosures, not here."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: DisclosedPayload | None = None
        self.setObjectName("disclosedView")
        self.setAccessibleName(tr("Payload with everything disclosed in its place"))
        self.set_colourist(JsonColourist())
        self.set_gutter(True)
        self.show_beginning(_BEGINNING)

    def draw(self, session: Session) -> None:
        """Draw the processed payload of the token on the desk."""
        found = disclosed_payload(session)
        if found is self._shown:
            return
        self._shown = found
        self.show_text(found.text)
        why = tr("What the disclosures and the payload say together; it can only be looked at.")
        self.set_exactness(found.problem or why)
        self.annotate([Note(n.offset, n.text, Tone(n.tone.value), n.icon) for n in found.notes])
