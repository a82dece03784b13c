"""What can be chosen of an encrypted token beside its `alg`: its `enc`, and whether to deflate."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import ClaimSet, Slot
from jwtdesk.model.session import Session
from jwtdesk.model.shown_algorithm import Ways, deflating
from jwtdesk.ui.parts.algorithm_picker import EncryptionPicker
from jwtdesk.ui.parts.give_way import guest
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.plain_tip import set_tip
from jwtdesk.ui.widgets.switch import Switch


class EncryptionChoice(QWidget):
    """Built with the first encrypted token; `zipped` may be hidden where there is little room."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.picker = EncryptionPicker()
        self.picker.picked.connect(
            lambda name: store.dispatch(ClaimSet(Slot.HEADER, "enc", quote(name)))
        )
        self.zipped = Switch(tr("Deflate"))
        self.zipped.setObjectName("zipSwitch")
        set_tip(self.zipped, tr("Compress the payload before it is encrypted (zip: DEF)"))
        self.zipped.clicked.connect(self._deflate)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picker)
        self.room = guest(self.zipped)
        row.addWidget(self.room)

    def draw(self, session: Session, named: Ways, *, editable: bool) -> None:
        """Show what the header names."""
        self.setVisible(named.enc is not None)
        self.zipped.setVisible(named.encrypts)
        self.picker.show_name(named.enc)
        self.picker.setEnabled(editable)
        self.zipped.setEnabled(editable and bool(session.shown.header))
        self.zipped.setChecked(named.zipped)

    def _deflate(self, on: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self._store.dispatch(deflating(self._store.session, on=on))
