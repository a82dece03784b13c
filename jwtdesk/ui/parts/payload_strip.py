"""Above a payload that is not simply a set of claims: what it is, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import FormChosen
from jwtdesk.model.forms import Form
from jwtdesk.model.payload_notes import (
    MOST_NOTES,
    Deed,
    PayloadNote,
    chooses_form,
    payload_notes,
    possible_forms,
)
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.parts.action_button import ActionWords
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.flow_layout import FlowLayout
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.progress_line import ProgressLine
from jwtdesk.ui.widgets.segmented import Segmented

_WIDE_ENOUGH, _HIGH_ENOUGH = 20, 9


class PayloadStrip(QFrame):
    """Built with the first payload that needs it; hidden while there is nothing to say."""

    def __init__(self, pane: Pane, store: Store) -> None:
        super().__init__()
        self.setObjectName("payloadStrip")
        self.setAccessibleName(tr("About the payload"))
        set_look(self, "cardPart", "header")
        self._roomy = (True, True)
        self._chooses = False
        self._wanted: frozenset[Deed] = frozenset()
        self._rows = [_Row() for _ in range(MOST_NOTES)]
        self.form = Segmented(
            tr("Payload as"),
            (
                (Form.JSON.value, tr("JSON")),
                (Form.TEXT.value, tr("Text")),
                (Form.HEX.value, tr("Hex")),
            ),
        )
        self.form.setObjectName("payloadForm")
        self.form.picked.connect(lambda name: store.dispatch(FormChosen(Form(name))))
        self.deeds = {deed: ActionWords(pane, deed.value, _caption(deed)) for deed in Deed}
        self.progress = ProgressLine()
        self.progress.cancelled.connect(lambda: pane.asked.emit(Deed.STOP.value))
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.progress.setSizePolicy(policy)
        self._lay_out()

    def draw(self, session: Session) -> None:
        """Show what is to be said of the payload in `session`."""
        notes = payload_notes(session)
        idle = [one for one in notes if not one.busy]
        for place, row in enumerate(self._rows):
            row.show_note(idle[place] if place < len(idle) else None)
        busy = next((one.text for one in notes if one.busy), "")
        if not busy:
            self.progress.end()
        elif self.progress.isHidden():
            self.progress.begin(busy)
        self._wanted = frozenset(deed for one in idle for deed in one.deeds)
        self._chooses = chooses_form(session)
        possible = possible_forms(session)
        for form in Form:
            self.form.allow(form.value, on=form in possible)
        self.form.pick(session.known.form.value)
        self._fit()

    def set_room(self, width: float, height: float) -> None:
        """Say so much as there is room for, in multiples of the height of the text.

        The menus change the form as well; the verdict and the findings tell the rest.
        """
        self._roomy = (width >= _WIDE_ENOUGH, height >= _HIGH_ENOUGH)
        self._fit()

    def _fit(self) -> None:
        wide, high = self._roomy
        for row in self._rows:
            row.setVisible(row.says and high)
        # The layers lead inside as well.
        wanted = self._wanted if high else self._wanted - {Deed.ENTER}
        for deed, button in self.deeds.items():
            button.setVisible(deed in wanted)
        self.buttons.setVisible(bool(wanted))
        self.form.setVisible(self._chooses and wide and high)
        shown = (*self._rows, self.form, self.buttons, self.progress)
        self.setVisible(any(not one.isHidden() for one in shown))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        notes = QVBoxLayout()
        notes.setSpacing(4)
        notes.addStretch(1)
        for row in self._rows:
            notes.addWidget(row)
        notes.addStretch(1)
        above.addLayout(notes, 1)
        above.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons, gap=6, line_gap=4)
        for button in self.deeds.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 7, 10, 7)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.progress)
        column.addWidget(self.buttons)


class _Row(QWidget):
    """One note: its icon and its sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.says = False
        self.icon = IconLabel("info", "muted", 15)
        self.words = PlainLabel(tone="muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_note(self, note: PayloadNote | None) -> None:
        """Show `note`, or nothing."""
        self.says = note is not None
        if note is not None:
            self.icon.show_icon(note.icon, note.tone)
            self.words.setText(note.text)


def _caption(deed: Deed) -> str:
    return {
        Deed.OPEN: tr("Open the payload…"),
        Deed.PASTE: tr("Paste it"),
        Deed.REMOVE: tr("Take it away"),
        Deed.DECRYPT: tr("Decrypt anyway"),
        Deed.STOP: tr("Stop"),
        Deed.ENTER: tr("Open it"),
    }[deed]
