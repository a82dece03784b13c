"""The obvious PySide6 window, as a floor: an editor a pane, a highlighter each, all set anew."""

import base64
import json
import re

import jwt.algorithms
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget


class _Colours(QSyntaxHighlighter):
    """Colours strings and numbers of every block, as the textbook does."""

    RULE = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?')

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour one block."""
        look = QTextCharFormat()
        look.setForeground(QColor("#1C7A3B"))
        for found in self.RULE.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), look)


class NaiveWindow(QWidget):
    """Token, header, payload, secret and verdict, rewritten whole on every key press."""

    def __init__(self) -> None:
        super().__init__()
        self.token, self.header, self.payload = (QPlainTextEdit() for _ in range(3))
        # Between words, Qt takes minutes for a line of a megabyte.
        self.token.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.secret, self.verdict = QLineEdit("secret"), QLabel()
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal)
        self._colours = [_Colours(one.document()) for one in (self.header, self.payload)]
        self._updating = False
        column = QVBoxLayout()
        for one in (self.header, self.payload, self.secret, self.verdict):
            column.addWidget(one)
        row = QHBoxLayout(self)
        row.addWidget(self.token)
        row.addLayout(column)
        self.resize(1280, 800)
        self.token.textChanged.connect(self._decode)
        self.payload.textChanged.connect(self._encode)
        self.secret.textChanged.connect(self._verify)

    def _decode(self) -> None:
        if self._updating:
            return
        self._updating = True
        parts = self.token.toPlainText().split(".")
        for pane, part in zip((self.header, self.payload), parts, strict=False):
            try:
                octets = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
                pane.setPlainText(json.dumps(json.loads(octets), indent=2))
            except ValueError:
                pane.setPlainText("")
        self._updating = False
        self._verify()

    def _encode(self) -> None:
        if self._updating:
            return
        self._updating = True
        try:
            text = json.dumps(json.loads(self.payload.toPlainText()), separators=(",", ":"))
            head = self.token.toPlainText().split(".")[0]
            body = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
            signature = self._hmac().sign(f"{head}.{body}".encode(), self._key())
            tail = base64.urlsafe_b64encode(signature).decode().rstrip("=")
            self.token.setPlainText(f"{head}.{body}.{tail}")
        except ValueError:
            self.token.setPlainText("")
        self._updating = False
        self._verify()

    def _verify(self) -> None:
        text, _, signature = self.token.toPlainText().rpartition(".")
        try:
            octets = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
            good = self._hmac().verify(text.encode(), self._key(), octets)
        except ValueError:
            good = False
        self.verdict.setText("verified" if good else "invalid")

    def _key(self) -> bytes:
        return self.secret.text().encode()

    @staticmethod
    def _hmac() -> jwt.algorithms.HMACAlgorithm:
        return jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)

    def settled(self) -> bool:
        """Return whether the verdict is up to date: it always is, the window stood still."""
        return True
