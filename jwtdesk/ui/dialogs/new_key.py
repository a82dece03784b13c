"""A new key: what it is for, and how large it shall be."""

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyWanted
from jwtdesk.model.new_key import key_asked_for, key_choices, key_words
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.parts.algorithm_rows import encrypting_rows, signing_rows
from jwtdesk.ui.parts.two_columns import TwoColumns
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel

_WIDE = 400
_MOST_ROWS = 24
_LONGEST_NAME = 18


class NewKeyDialog(Sheet):
    """Dispatches one wish and closes; the key card shows how it goes on."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        super().__init__(parent, tr("New key"))
        self._store = store
        self.algorithm = _algorithms()
        self.content = _choice("newKeyContent", tr("For the content encryption"))
        self.curve = _choice("newKeyCurve", tr("Curve"))
        self.size_choice = _choice("newKeySize", tr("Size"))
        self.words = PlainLabel(tone="muted", wrap=True)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(24)
        self.form.setVerticalSpacing(12)
        for box in (self.algorithm, self.content, self.curve, self.size_choice):
            self.form.addRow(PlainLabel(box.accessibleName(), type="base"), box)
        self.rows.addLayout(self.form)
        self.rows.addWidget(self.words)
        self.rows.addStretch(1)
        self.rows.addLayout(self._buttons())
        asked = key_asked_for(store.session)
        at = self.algorithm.findText(asked.name)
        # The first row is a heading.
        self.algorithm.setCurrentIndex(at if at > 0 else 1)
        self._offer(asked.enc, asked.curve)
        self.algorithm.currentIndexChanged.connect(lambda: self._offer(asked.enc, asked.curve))
        self.content.currentIndexChanged.connect(self._size)
        self.curve.currentIndexChanged.connect(self._tell)
        self.size_choice.currentIndexChanged.connect(self._tell)

    @property
    def wish(self) -> KeyWanted:
        """The key that is chosen."""
        return KeyWanted(
            self.algorithm.currentText(),
            int(self.size_choice.currentData() or 0),
            self.content.currentText(),
            self.curve.currentText(),
        )

    def _buttons(self) -> QHBoxLayout:
        make = Button(tr("Make the key"), "primary", "generate")
        make.setObjectName("newKeyMake")
        make.clicked.connect(self._make)
        make.setDefault(True)
        cancel = Button(tr("Close"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(make)
        return row

    def _offer(self, enc: str, curve: str) -> None:
        """Ask what is a question for the chosen algorithm, the header's answers first."""
        choices = key_choices(self.algorithm.currentText(), enc)
        for box, names, chosen in (
            (self.content, choices.contents, enc),
            (self.curve, choices.curves, curve),
        ):
            box.clear()
            box.addItems(names)
            box.setCurrentIndex(max(box.findText(chosen), 0) if names else -1)
            self.form.setRowVisible(box, bool(names))
        self._size()

    def _size(self) -> None:
        sizes = key_choices(self.algorithm.currentText(), self.content.currentText()).sizes
        self.size_choice.clear()
        for bits in sizes:
            words = tr("{bits} bits", bits=f"{bits:,}") if bits else tr("as the algorithm asks")
            self.size_choice.addItem(words, bits)
        self.size_choice.setEnabled(len(sizes) > 1)
        self.form.setRowVisible(self.size_choice, bool(sizes))
        self._tell()

    def _tell(self) -> None:
        self.words.setText(key_words(self.wish))

    def _make(self) -> None:
        self._store.dispatch(self.wish)
        self.accept()


def _choice(handle: str, words: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(handle)
    box.setAccessibleName(words)
    return box


def _algorithms() -> QComboBox:
    """Return every algorithm that needs a key, by family, with what its key must be."""
    box = _choice("newKeyAlgorithm", tr("For the algorithm"))
    model = QStandardItemModel(box)
    for item in (*signing_rows(keyed=True), *encrypting_rows()):
        model.appendRow(item)
    box.setModel(model)
    box.setItemDelegate(TwoColumns(box))
    # The rows of the list are wide; the box itself holds a name.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LONGEST_NAME)
    box.setMaxVisibleItems(_MOST_ROWS)
    box.view().setMinimumWidth(_WIDE)
    return box
