"""Any part of the token byte by byte: looked at, copied, and changed."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from jwtdesk.jose.hex_text import hex_lines
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segments import NamedSegment, segments
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import SegmentEdited
from jwtdesk.model.hex_notes import hex_notes
from jwtdesk.model.octet_views import Writing, typed, written_as
from jwtdesk.model.session import Session
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.editors.annotations import Note
from jwtdesk.ui.editors.hex_colours import HexColourist
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel

_SIZE = (700, 480)
# A longer part is shown from its beginning until the rest is asked for.
_BEGINNING = 200_000


class OctetsDialog(Sheet):
    """Dispatches `SegmentEdited` for the part that is chosen, and follows the token."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        super().__init__(parent, tr("Bytes of a part"))
        self._store = store
        self._parts: tuple[NamedSegment, ...] = ()
        self.part = QComboBox()
        self.part.setObjectName("octetsPart")
        self.part.setAccessibleName(tr("Part"))
        self.editor = LinkedEditor()
        self.editor.setObjectName("octetsEditor")
        self.editor.setAccessibleName(tr("Bytes in hexadecimal"))
        self.editor.setPlaceholderText(tr("No bytes. Type them in hexadecimal."))
        self.editor.set_colourist(HexColourist())
        self.editor.set_gutter(True)
        self.editor.show_beginning(_BEGINNING)
        set_look(self.editor, "look", "field")
        self.words = PlainLabel(tone="muted", wrap=True)
        self.words.setObjectName("octetsWords")
        self.rows.addWidget(self.part)
        self.rows.addWidget(self.editor, 1)
        self.rows.addWidget(self.words)
        self.rows.addLayout(self._copies())
        self.rows.addLayout(self._buttons())
        self.resize(*_SIZE)
        self.editor.edited.connect(self._check)
        self.part.currentIndexChanged.connect(self._show)
        store.changed.connect(self._follow)
        self._fill(0)
        self.editor.setFocus()

    def _copies(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(PlainLabel(tr("Copy as"), tone="muted"))
        for way in Writing:
            button = Button(way.value, "quiet", "copy")
            button.setObjectName(f"octetsCopy-{way.value}")
            button.setAccessibleName(tr("Copy as {form}", form=way.value))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, way=way: self._copy(way))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.apply = Button(tr("Apply"), "primary")
        self.apply.setObjectName("octetsApply")
        self.apply.clicked.connect(self._apply)
        closing = Button(tr("Close"))
        closing.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (closing, self.apply):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _fill(self, index: int) -> None:
        """Offer the parts of the present token."""
        self._parts = segments(self._store.session.known.token)
        names = [one.name for one in self._parts]
        if names != [self.part.itemText(at) for at in range(self.part.count())]:
            self.part.clear()
            self.part.addItems(names)
            self.part.setCurrentIndex(min(index, len(names) - 1))
        self._show()

    def _follow(self, old: Session, new: Session) -> None:
        if old.known.token.text != new.known.token.text:
            self._fill(self.part.currentIndex())

    def _show(self) -> None:
        """Show the chosen part anew."""
        at = self.part.currentIndex()
        text = hex_lines(self._parts[at].octets) if 0 <= at < len(self._parts) else ""
        self.editor.show_text(text)
        self._check(text)

    def _check(self, text: str) -> None:
        """Say how long the bytes are, or what is wrong and where."""
        found = typed(text)
        self.words.setText(found.words)
        self.words.set_tone("muted" if found.octets is not None else "bad")
        problems = () if found.octets is not None else (Problem("hex", found.words, found.span),)
        self.editor.underline(problems)
        self.editor.annotate([Note(one.offset, one.text, code=True) for one in hex_notes(text)])
        at = self.part.currentIndex()
        here = self._parts[at].octets if 0 <= at < len(self._parts) else None
        self.apply.setEnabled(found.octets is not None and found.octets != here)

    def _apply(self) -> None:
        found = typed(self.editor.text())
        if found.octets is not None:
            self._store.dispatch(SegmentEdited(self.part.currentIndex(), found.octets))

    def _copy(self, way: Writing) -> None:
        found = typed(self.editor.text())
        if found.octets is not None:
            QGuiApplication.clipboard().setText(written_as(found.octets, way))
