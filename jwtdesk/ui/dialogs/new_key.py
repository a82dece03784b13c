"""A new key: which algorithm it is for, and how large it shall be."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from jwtdesk.jose.algorithm import Algorithm, KeyType, algorithm, algorithms
from jwtdesk.jose.generate import key_sizes
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyWanted
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.parts.algorithm_rows import key_line
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel

_SLOW_BITS = 8192


class NewKeyDialog(Sheet):
    """Dispatches one wish and closes; the key card shows how it goes on."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        super().__init__(parent, tr("New key"))
        self._store = store
        self.algorithm = QComboBox()
        self.algorithm.setObjectName("newKeyAlgorithm")
        self.algorithm.setAccessibleName(tr("For the algorithm"))
        for one in algorithms():
            if one.key_type is not None:
                line = tr("{name}: {key}", name=one.name, key=key_line(one))
                self.algorithm.addItem(line, one.name)
        self.size_choice = QComboBox()
        self.size_choice.setObjectName("newKeySize")
        self.size_choice.setAccessibleName(tr("Size"))
        self.words = PlainLabel(tone="muted", wrap=True)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.addRow(PlainLabel(tr("For the algorithm"), type="base"), self.algorithm)
        form.addRow(PlainLabel(tr("Size"), type="base"), self.size_choice)
        self.rows.addLayout(form)
        self.rows.addWidget(self.words)
        self.make = Button(tr("Make the key"), "primary", "generate")
        self.make.setObjectName("newKeyMake")
        self.make.clicked.connect(self._make)
        self.make.setDefault(True)
        cancel = Button(tr("Close"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.make)
        self.rows.addLayout(row)
        self.algorithm.currentIndexChanged.connect(self._sized)
        self.size_choice.currentIndexChanged.connect(self._tell)
        at = self.algorithm.findData(store.session.known.token.alg)
        self.algorithm.setCurrentIndex(max(at, 0))
        self._sized()

    def _chosen(self) -> Algorithm:
        found = algorithm(self.algorithm.currentData())
        assert found is not None  # noqa: S101 - only known names are in the box
        return found

    def _sized(self) -> None:
        self.size_choice.clear()
        for bits in key_sizes(self._chosen()):
            words = tr("{bits} bits", bits=f"{bits:,}") if bits else tr("as the algorithm asks")
            self.size_choice.addItem(words, bits)
        self.size_choice.setEnabled(self.size_choice.count() > 1)
        self._tell()

    def _tell(self) -> None:
        self.words.setText(told(self._chosen(), int(self.size_choice.currentData() or 0)))

    def _make(self) -> None:
        bits = int(self.size_choice.currentData() or 0)
        self._store.dispatch(KeyWanted(self._chosen().name, bits))
        self.accept()


def told(chosen: Algorithm, bits: int) -> str:
    """Return what a new key of `bits` for `chosen` will be, and what it takes."""
    if chosen.key_type is KeyType.OCT:
        return tr(
            "A secret of {count} characters (base64url) that hold {bits} bits of randomness, "
            "from the operating system's generator. The text itself is the secret.",
            count=-(-bits // 6),
            bits=f"{bits:,}",
        )
    if chosen.key_type is KeyType.RSA and bits >= _SLOW_BITS:
        return tr("Finding primes this long can take minutes; it can be cancelled at any moment.")
    if chosen.key_type is KeyType.AKP:
        return tr("A private JWK, grown from 32 random bytes.")
    return tr("A private key in PEM (PKCS#8); its public half comes out of Export.")
