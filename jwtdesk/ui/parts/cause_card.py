"""One explanation of a failing signature: what is wrong, the evidence, and a button to mend it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.analysis.cause_reference import REFERENCES
from jwtdesk.analysis.hypothesis import Confidence, Explanation, Fix
from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.flow_layout import FlowLayout
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.reference_link import ReferenceLink

_EDGE, _GAP = 14, 9


class CauseCard(QFrame):
    """Shows an explanation; `mended` carries its fix when the button is pressed.

    `leading` is the likeliest one: its button stands out. `shown` carries the place it is about.
    """

    mended = Signal(object)
    shown = Signal(object)

    def __init__(
        self, cause: Explanation, *, leading: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cause = cause
        proven = cause.confidence is Confidence.PROVEN
        mark = IconLabel("check-circle" if proven else "info", "ok" if proven else "info", 16)
        self.title = PlainLabel(cause.title, type="strong", wrap=True)
        self.evidence = PlainLabel(cause.evidence, tone="muted", wrap=True, selectable=True)
        words = tr("Proven") if proven else tr("Likely")
        badge = Badge(words, "info")
        above = QHBoxLayout()
        above.setSpacing(_GAP)
        above.addWidget(self.title, 1)
        above.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(self.evidence)
        column.addLayout(self._buttons(cause, leading=leading))
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 10, _EDGE, 10)
        row.setSpacing(_GAP)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setAccessibleName(f"{cause.title} {cause.evidence}")

    def _buttons(self, cause: Explanation, *, leading: bool) -> FlowLayout:
        row = FlowLayout(gap=8, line_gap=2)
        if cause.fix is not None:
            fix: Fix = cause.fix
            self.button = Button(fix.label, "primary" if leading else "plain", "wand")
            self.button.setObjectName(f"mend-{cause.id}")
            self.button.clicked.connect(lambda: self.mended.emit(fix))
            row.addWidget(self.button)
        if cause.place is not None:
            where = Button(tr("Show where"), "quiet", "search")
            where.clicked.connect(lambda: self.shown.emit(cause.place))
            row.addWidget(where)
        reference = cause.reference or REFERENCES.get(cause.id)
        if reference:
            self.reference = ReferenceLink(reference)
            row.addWidget(self.reference)
        return row
