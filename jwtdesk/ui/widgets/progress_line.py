"""Says that something long is going on, how far it is, and lets it be stopped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStyle, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.style import set_look, set_shown
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel


class ProgressLine(QFrame):
    """Hidden until `begin`; keeps its room while hidden, so that nothing jumps."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.words = PlainLabel(type="small", tone="muted", elide=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        set_look(self.bar, "slim", True)
        self.cancel = Button(tr("Cancel"), "quiet")
        self.cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(column, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def begin(self, words: str, total: int = 0) -> None:
        """Say that `words` is going on; `total` steps, 0 when nobody knows how many."""
        self.words.setText(words)
        self.setAccessibleName(words)
        still = QStyle.StyleHint.SH_Widget_Animation_Duration
        if total == 0 and self.style().styleHint(still, None, self) == 0:
            # Whoever asked for stillness sees a full bar instead of one that runs to and fro.
            self.bar.setRange(0, 1)
            self.bar.setValue(1)
        else:
            self.bar.setRange(0, total)
            self.bar.setValue(0)
        set_shown(self, True)

    def advance(self, done: int) -> None:
        """Say that `done` steps are done."""
        self.bar.setValue(done)

    def end(self) -> None:
        """Go away."""
        self.hide()
