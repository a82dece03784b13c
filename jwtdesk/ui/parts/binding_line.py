"""The key binding in one line: its lamp, a few words, and the sentence where there is room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jwtdesk.analysis.inner_place import KEY_BINDING
from jwtdesk.jose.words import tr
from jwtdesk.model.binding_row import BindingRow, binding_row
from jwtdesk.model.edits import NodeChosen
from jwtdesk.model.session import Session
from jwtdesk.ui.shortcuts import key_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.lamp import ICONS
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip


class BindingLine(QWidget):
    """Its Qt property `state` is that of a lamp; the card places `sentence` below the line."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._shown: BindingRow | None = None
        self.setObjectName("bindingLine")
        self.icon = IconLabel(ICONS["unknown"], "unknown", 15)
        self.words = PlainLabel(type="strong", elide=True, least=6)
        self.words.setObjectName("bindingWords")
        self.sentence = PlainLabel(type="small", tone="muted", wrap=True)
        self.sentence.setObjectName("bindingSentence")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        words = tr("Put the key binding token into the panes")
        self.open = IconButton("level-in", words, shortcut=key_of("level-in"))
        self.open.setObjectName("bindingOpen")
        self.open.clicked.connect(self._put_into_panes)
        row.addWidget(self.open)

    def draw(self, session: Session) -> None:
        """Draw the key binding of the token on the desk."""
        row = binding_row(session)
        selective = session.known.token.selective
        self.open.setVisible(selective is not None and bool(selective.key_binding))
        if row is None or row == self._shown:
            return
        self._shown = row
        state = row.state.value
        self.icon.show_icon(ICONS[state], state)
        self.words.setText(row.short)
        self.sentence.setText(f"{row.text} {row.expected}")
        set_look(self, "state", state)
        spoken = tr("Key binding: {words}", words=row.short)
        self.setAccessibleName(spoken)
        self.words.set_tip(f"{row.text}\n{row.expected}")
        set_tip(self, f"{row.text}\n{row.expected}")

    def _put_into_panes(self) -> None:
        self._store.dispatch(NodeChosen((*self._store.session.path, KEY_BINDING)))
