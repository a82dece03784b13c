"""What one certificate of a token says about itself, and what is to be held against it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.certificate_facts import CertificateFacts, Fact
from jwtdesk.model.edits import KeyReplaced, NodeChosen
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.column_scroll import ColumnScroll
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

_WIDE, _HIGH = 600, 520
_AIR = 12
"""What a copy button is higher than the line it stands in, in pixels."""


class CertificateDialog(Sheet):
    """Facts, problems and notes; its public key can become the key in the key field."""

    def __init__(self, parent: QWidget, store: Store, facts: CertificateFacts) -> None:
        super().__init__(parent, facts.title)
        self._store = store
        self._facts = facts
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        self.grid = _grid(facts.facts)
        for words in facts.problems:
            column.addWidget(_remark("warning", "warn", words))
        column.addWidget(self.grid)
        for words in facts.notes:
            column.addWidget(_remark("info", "info", words))
        column.addStretch(1)
        area = ColumnScroll(page)
        area.setObjectName("certificateFacts")
        area.setAccessibleName(tr("What the certificate says"))
        set_look(page, "page", "clear")
        self.rows.addWidget(area, 1)
        self.rows.addLayout(self._buttons())
        self.resize(_WIDE, _HIGH)
        self.close_button.setFocus()

    def _buttons(self) -> QHBoxLayout:
        self.copy = CopyButton(
            tr("Copy the certificate as PEM"), lambda: self._facts.pem, caption=tr("Copy as PEM")
        )
        self.copy.setObjectName("certificateCopy")
        self.copy.setEnabled(bool(self._facts.pem))
        self.use = Button(tr("Use its public key"), icon="key")
        self.use.setObjectName("certificateUse")
        self.use.setEnabled(self._facts.key is not None)
        self.use.setAutoDefault(False)
        set_tip(self.use, tr("Put it into the key field. That does not make it trustworthy."))
        self.use.clicked.connect(self._use)
        self.close_button = Button(tr("Close"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.use)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _use(self) -> None:
        """Put the key where the certificate's own token finds it."""
        if self._facts.key is not None:
            if self._store.session.path != self._facts.owner:
                self._store.dispatch(NodeChosen(self._facts.owner))
            said = tr("The public key of the certificate is in the key field.")
            self._store.dispatch(KeyReplaced(self._facts.key, said))
        self.accept()


def _grid(facts: Iterable[Fact]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    for row, fact in enumerate(facts):
        beside = Qt.AlignmentFlag.AlignVCenter if fact.code else Qt.AlignmentFlag.AlignTop
        grid.addWidget(PlainLabel(fact.name, tone="muted"), row, 0, beside)
        kind = "smallmono" if fact.code else "body"
        value = PlainLabel(fact.value, type=kind, wrap=not fact.code, selectable=True)
        value.setAccessibleName(f"{fact.name}: {fact.value}")
        grid.addWidget(value, row, 1, beside)
        if fact.code:
            copied = CopyButton(tr("Copy: {name}", name=fact.name), value.text)
            copied.setFixedHeight(value.sizeHint().height() + _AIR)
            grid.addWidget(copied, row, 2, beside)
    return box


def _remark(icon: str, tone: str, words: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(9)
    row.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(words, wrap=True, selectable=True), 1)
    return box
