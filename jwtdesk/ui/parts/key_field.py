"""One key field: the text, how to read it, its passphrase, and what is wrong with it."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.masked import has_private
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr
from jwtdesk.ui.parts.key_editor import KeyEditor
from jwtdesk.ui.parts.key_format_picker import KeyFormatPicker, Reading, reading_of
from jwtdesk.ui.parts.key_words import octets_of, text_of
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.secret_field import SecretField

REVEALED_MS = 30_000
"""How long private characters stay in sight, in milliseconds."""
LOCKED = ("key-encrypted", "key-passphrase-wrong")
"""The codes of keys that a passphrase may open."""


class KeyField(QWidget):
    """`edited` carries the whole `KeyInput` after each change a person makes.

    `masked` says whether its characters are hidden now. `format` is placed by whoever shows the
    field.
    """

    edited = Signal(object)
    masked = Signal(bool)

    def __init__(self, editor: KeyEditor, formats: str, passphrase: str) -> None:
        super().__init__()
        self._given = KeyInput()
        self._private = False
        self._revealed = False
        self._hide_again = QTimer(self, singleShot=True, interval=REVEALED_MS)
        self._hide_again.timeout.connect(lambda: self.reveal(False))
        self.editor = editor
        self.editor.edited.connect(self._typed)
        self.format = KeyFormatPicker(formats)
        self.format.picked.connect(self._read_as)
        self.eye = IconButton("eye-off", tr("Hide the private part"))
        room = self.eye.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.eye.setSizePolicy(room)
        self.eye.clicked.connect(lambda: self.reveal(self.editor.masked))
        self.passphrase = SecretField(tr("Passphrase"))
        self.passphrase.setObjectName(passphrase)
        self.passphrase.textEdited.connect(self._unlocked)
        self.passphrase.hide()
        self.tools = QVBoxLayout()
        self.binary = PlainLabel(tone="muted", wrap=True)
        self.problem = PlainLabel(tone="bad", wrap=True)
        self._lay_out()

    def show_key(
        self,
        given: KeyInput,
        read: Keys | Unreadable | None,
        problems: tuple[Problem, ...],
        told: tuple[str, ...] = (),
    ) -> None:
        """Show what was given, and what reading it has yielded.

        `told` are the codes of problems that are told elsewhere.
        """
        if given.octets != self._given.octets:
            self._revealed = False
        self._given = given
        if read is not None:
            self._private = has_private(read)
        self._mask()
        text = text_of(given)
        self.editor.show_text(text)
        self.format.show_reading(reading_of(given))
        self.editor.underline(tuple(one for one in problems if one.span is not None))
        self._show_passphrase(given, read)
        self.binary.setVisible(bool(given.octets) and not text)
        self.binary.setText(
            plural(
                len(given.octets),
                "A binary key of {count} byte is in use. Type or paste to replace it.",
                "A binary key of {count} bytes is in use. Type or paste to replace it.",
            )
        )
        said = [one.message for one in problems if one.code not in told]
        if isinstance(read, Unreadable) and read.problem.message not in said:
            said.insert(0, read.problem.message)
        self.problem.setText("\n".join(said))
        self.problem.setVisible(bool(said))
        self.problem.set_tone("bad" if isinstance(read, Unreadable) else "warn")

    def add_tool(self, button: QWidget) -> None:
        """Put `button` into the field, above the others."""
        self.tools.insertWidget(0, button)

    def reveal(self, on: bool) -> None:  # noqa: FBT001 - mirrors a Qt setter
        """Show the private characters for a while, or hide them at once."""
        self._revealed = on
        if on:
            self._hide_again.start()
        else:
            self._hide_again.stop()
        self._mask()

    def _mask(self) -> None:
        """Hide what is private unless it was asked for, or is being typed."""
        on = self._private and not self._revealed
        self.eye.setVisible(self._private)
        if on == self.editor.masked:
            return
        self.editor.set_masked(on)
        self.eye.set_icon_name("eye" if on else "eye-off")
        self.masked.emit(on)
        self.eye.set_words(
            tr("Show the private part for half a minute") if on else tr("Hide the private part")
        )

    def _typed(self, text: str) -> None:
        """Whoever types sees what they type; what arrives in one piece is hidden."""
        before = len(text_of(self._given))
        if abs(len(text) - before) <= 1:
            self._revealed = True
            self._hide_again.start()
        self._say(replace(self._given, octets=octets_of(text)))

    def _read_as(self, reading: Reading) -> None:
        self._say(reading.of(self._given))

    def _unlocked(self, text: str) -> None:
        self._say(replace(self._given, passphrase=octets_of(text) if text else None))

    def _say(self, given: KeyInput) -> None:
        self._given = given
        self.edited.emit(given)

    def _show_passphrase(self, given: KeyInput, read: Keys | Unreadable | None) -> None:
        needed = isinstance(read, Unreadable) and read.problem.code in LOCKED
        self.passphrase.setVisible(needed or given.passphrase is not None)
        wanted = (given.passphrase or b"").decode("utf-8", "replace")
        if self.passphrase.text() != wanted:
            self.passphrase.setText(wanted)

    def _lay_out(self) -> None:
        frame = QFrame()
        set_look(frame, "field", True)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(1, 1, 3, 1)
        inside.setSpacing(0)
        inside.addWidget(self.editor, 1)
        self.tools.setContentsMargins(0, 4, 0, 4)
        self.tools.setSpacing(2)
        self.tools.addWidget(self.eye)
        self.tools.addStretch(1)
        inside.addLayout(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(frame)
        for widget in (self.passphrase, self.binary, self.problem):
            column.addWidget(widget)
