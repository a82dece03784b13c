"""How the token was checked: each step with its value and size, for whoever wants to learn."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jwtdesk.analysis.step import Step
from jwtdesk.analysis.steps_of import steps_of
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.session import Session
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.reference_link import ReferenceLink

_ROOM = 64
_SIZE = (640, 600)


class StepsDialog(Sheet):
    """Numbered steps from the cut token to the outcome; nothing secret is shown."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        encrypted = session.known.token.encrypted is not None
        signed = tr("How the signature was checked")
        super().__init__(parent, tr("How it was decrypted") if encrypted else signed)
        known, decided = session.known, session.verdict.verification
        places = (at for at, one in enumerate(known.verifications) if one is decided)
        self.steps = steps_of(known.token, decided, next(places, 0))
        self.rows.addWidget(
            PlainLabel(session.verdict.signature.text, type="base", tone="muted", wrap=True)
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(14)
        for number, step in enumerate(self.steps, 1):
            column.addWidget(_drawn(number, step))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("The steps"))
        area.setWidget(page)
        self.rows.addWidget(area, 1)
        self.add_close()
        self.resize(*_SIZE)


def _drawn(number: int, step: Step) -> QWidget:
    """Return one step: its number and name, a sentence, and the value it ends with."""
    box = QFrame()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    title = tr("{number}. {name}", number=number, name=step.name)
    if step.octets:
        size = plural(step.octets, "{count} byte", "{count} bytes")
        title = tr("{title} · {size}", title=title, size=size)
    head = QHBoxLayout()
    head.addWidget(PlainLabel(title, type="strong", wrap=True), 1)
    if step.reference:
        head.addWidget(ReferenceLink(step.reference), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    column.addWidget(PlainLabel(step.text, wrap=True, selectable=True))
    if step.value:
        value = PlainLabel(_broken(step.value), type="mono", tone="muted", selectable=True)
        set_look(value, "field", True)
        column.addWidget(value)
    box.setAccessibleName(f"{title}. {step.text}")
    return box


def _broken(value: str) -> str:
    """Return a long value in lines that fit: it has no blanks to break at."""
    return "\n".join(value[at : at + _ROOM] for at in range(0, len(value), _ROOM))
