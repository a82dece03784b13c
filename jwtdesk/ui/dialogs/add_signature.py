"""A further signature over the same payload: with which algorithm, and under which key ID."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import SignatureAdded
from jwtdesk.model.further_signature import first_choice, further_header, signing_words
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import tip_markup


class AddSignatureDialog(Sheet):
    """Prefilled from the key in the key field; dispatches one edit and closes."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        super().__init__(parent, tr("Add a signature"))
        self._store = store
        alg, kid = first_choice(store.session)
        self.algorithm = _algorithms(alg)
        self.kid = QLineEdit(kid)
        self.kid.setObjectName("addSignatureKid")
        self.kid.setAccessibleName(tr("Key ID"))
        self.kid.setPlaceholderText(tr("none"))
        self.words = PlainLabel(tone="muted", wrap=True)
        self.words.setObjectName("addSignatureWords")
        self.add = Button(tr("Add it"), "primary", "sign")
        self.add.setObjectName("addSignatureAdd")
        self.add.setDefault(True)
        self.add.clicked.connect(self._add)
        self._lay_out()
        self.algorithm.currentIndexChanged.connect(self._tell)
        self._tell()

    def _lay_out(self) -> None:
        said = tr("It covers the same payload; the other signatures stay byte for byte.")
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(PlainLabel(tr("Algorithm"), type="base"), self.algorithm)
        form.addRow(PlainLabel(tr("Key ID"), type="base"), self.kid)
        cancel = Button(tr("Close"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.add)
        self.rows.addWidget(PlainLabel(said, tone="muted", wrap=True))
        self.rows.addLayout(form)
        self.rows.addWidget(self.words)
        self.rows.addLayout(row)

    def _tell(self) -> None:
        self.words.setText(signing_words(self._store.session, self.algorithm.currentData()))

    def _add(self) -> None:
        header = further_header(self.algorithm.currentData(), self.kid.text())
        self._store.dispatch(SignatureAdded(header))
        self.accept()


def _algorithms(chosen: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName("addSignatureAlgorithm")
    box.setAccessibleName(tr("Algorithm"))
    for one in algorithms():
        box.addItem(one.name, one.name)
        box.setItemData(box.count() - 1, tip_markup(one.description), Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(box.findData(chosen))
    return box
