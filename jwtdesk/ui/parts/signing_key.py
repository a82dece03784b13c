"""The second key field, "sign with": seen only when the first key cannot sign."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.session import PaneName, Session
from jwtdesk.ui.parts.key_editor import KeyEditor
from jwtdesk.ui.parts.key_field import KeyField
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel


class SigningKey(QWidget):
    """The field, and whether its key belongs to the one that checks."""

    def __init__(self) -> None:
        super().__init__()
        editor = KeyEditor("signingKeyEditor", tr("Sign with"))
        self.field = KeyField(editor, "signingKeyFormat", "signingKeyPassphrase")
        self.why = PlainLabel(tone="muted", wrap=True)
        self.icon = IconLabel("info", "muted", 15)
        self.pair = PlainLabel(wrap=True)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(tr("Sign with"), type="title"))
        head.addStretch(1)
        head.addWidget(self.field.format)
        said = QHBoxLayout()
        said.setSpacing(7)
        said.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.pair, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.why)
        column.addLayout(said)
        self.hide()

    def draw(self, session: Session) -> None:
        """Draw the field when a second key is wanted."""
        known = session.known
        self.setVisible(known.wants_signing_key)
        problems = known.problems_of(PaneName.SIGNING_KEY)
        self.field.show_key(session.signing_key, known.signing_keys, problems)
        unsigned = known.signing_problem
        self.why.setText(unsigned.message if unsigned else "")
        self.why.setVisible(bool(unsigned))
        pair = known.pair
        self.pair.setText(pair.text if pair else "")
        tone = "ok" if pair and pair.matches else "warn"
        self.icon.show_icon("check-circle" if tone == "ok" else "warning", tone)
        self.icon.setVisible(pair is not None)
        self.pair.setVisible(pair is not None)
