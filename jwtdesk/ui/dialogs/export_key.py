"""A key in another form: to look at, to copy, or to save where only its owner reads it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from jwtdesk.jose.export import ExportForm, export, export_forms, form_of
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.masked import masked
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.fonts import code_font
from jwtdesk.ui.saving import save_privately
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.secret_field import SecretField

_WIDEST, _HIGHEST = 560, 220


class ExportKeyDialog(Sheet):
    """`said` carries what was done, and its tone."""

    said = Signal(str, str)

    def __init__(self, parent: QWidget, keys: Keys, key: Key) -> None:
        super().__init__(parent, tr("Export the key"))
        self._keys, self._key = keys, key
        self.form = QComboBox()
        self.form.setObjectName("exportForm")
        self.form.setAccessibleName(tr("Form"))
        for one in export_forms(key):
            self.form.addItem(form_of(one).title, one.value)
        self.passphrase = SecretField(tr("Passphrase (optional)"))
        self.passphrase.setObjectName("exportPassphrase")
        self.warning = PlainLabel(tone="warn", wrap=True)
        self.shown = QPlainTextEdit()
        self.shown.setObjectName("exportText")
        self.shown.setAccessibleName(tr("The key in this form"))
        self.shown.setReadOnly(True)
        set_look(self.shown, "field", True)
        self.shown.setFont(code_font())
        self.shown.setMinimumSize(_WIDEST, _HIGHEST)
        rows = QFormLayout()
        rows.setHorizontalSpacing(24)
        rows.setVerticalSpacing(12)
        rows.addRow(PlainLabel(tr("Form"), type="base"), self.form)
        rows.addRow(PlainLabel(tr("Encrypt"), type="base"), self.passphrase)
        self.rows.addLayout(rows)
        self.rows.addWidget(self.warning)
        self.rows.addWidget(self.shown, 1)
        self.rows.addLayout(self._buttons())
        self.form.currentIndexChanged.connect(self._draw)
        self.passphrase.textEdited.connect(self._draw)
        self._draw()

    @property
    def chosen(self) -> ExportForm:
        """The form that is chosen."""
        return ExportForm(self.form.currentData())

    def written(self) -> bytes | Problem:
        """Return the key in the chosen form."""
        facts = form_of(self.chosen)
        secret = self.passphrase.text().encode("utf-8", "surrogatepass")
        return export(self._keys, self._key, self.chosen, secret if facts.encryptable else None)

    def save(self, path: Path) -> None:
        """Write the key to `path`."""
        octets = self.written()
        fault = octets if isinstance(octets, Problem) else save_privately(path, octets)
        if isinstance(fault, Problem):
            self.said.emit(fault.message, "warn")
            return
        words = tr("Saved in {name}, which only you can read.", name=path.name)
        self.said.emit(words, "ok")

    def _buttons(self) -> QHBoxLayout:
        self.copy = Button(tr("Copy"), "primary", "copy")
        self.copy.setObjectName("exportCopy")
        self.copy.clicked.connect(self._copy)
        saving = Button(tr("Save…"), icon="save")
        saving.setObjectName("exportSave")
        saving.clicked.connect(self._choose)
        self.copy.setDefault(True)
        closing = Button(tr("Close"))
        closing.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (closing, saving, self.copy):
            button.setAutoDefault(button is self.copy)
            row.addWidget(button)
        return row

    def _draw(self) -> None:
        facts, octets = form_of(self.chosen), self.written()
        self.passphrase.setEnabled(facts.encryptable)
        locked = facts.encryptable and bool(self.passphrase.text())
        self.warning.setVisible(facts.private)
        self.warning.setText(
            tr("This is the private key, protected only by its passphrase.")
            if locked
            else tr("This is the private key: whoever gets it can sign in your place.")
        )
        self.copy.setEnabled(facts.text and isinstance(octets, bytes))
        if isinstance(octets, Problem):
            self.shown.setPlainText(octets.message)
        elif not facts.text:
            words = plural(len(octets), "{count} byte, to be saved.", "{count} bytes, to be saved.")
            self.shown.setPlainText(words)
        else:
            text = octets.decode("utf-8")
            self.shown.setPlainText(masked(text) if facts.private and not locked else text)

    def _copy(self) -> None:
        octets = self.written()
        if isinstance(octets, bytes):
            QGuiApplication.clipboard().setText(octets.decode("utf-8"))
            self.said.emit(tr("The key is on the clipboard."), "ok")

    def _choose(self) -> None:
        name = (self._key.kid or "key").replace("/", "_").replace("\\", "_")[:60]
        facts = form_of(self.chosen)
        ending = facts.locked_ending if self.passphrase.text() else ""
        proposed = f"{name}{ending or facts.ending}"
        path = QFileDialog.getSaveFileName(self, tr("Save the key"), proposed)[0]
        if path:
            self.save(Path(path))
