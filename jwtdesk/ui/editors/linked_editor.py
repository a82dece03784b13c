"""The editor of every pane: exact text, colours, notes, problems and linked light."""

from collections.abc import Sequence

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from jwtdesk.jose.problem import Problem, Span
from jwtdesk.ui.editors.annotations import Note
from jwtdesk.ui.editors.colourist import Colourist
from jwtdesk.ui.editors.keyed_edit import KeyedEdit
from jwtdesk.ui.fonts import code_font
from jwtdesk.ui.theme import Theme


class LinkedEditor(KeyedEdit):
    """An exact editor that draws what it is told about its text."""

    def __init__(self, *, indents: bool = False) -> None:
        super().__init__(indents=indents)
        self._theme: Theme | None = None
        self._colourist: Colourist | None = None
        self._problems: tuple[Problem, ...] = ()
        self._lit: tuple[Span, ...] = ()
        self._notes: tuple[Note, ...] = ()
        self._dimmed = False
        self.setFont(code_font())
        self.set_wrap_anywhere(False)

    def set_wrap_anywhere(self, on: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Break lines at any character, as a token wants it, instead of between words."""
        mode = QTextOption.WrapMode
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(mode.WrapAnywhere if on else mode.WrapAtWordBoundaryOrAnywhere)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.viewport().update()

    def set_colourist(self, colourist: Colourist | None) -> None:
        """Colour the text with `colourist` from now on."""
        self._colourist = colourist
        self.viewport().update()

    def underline(self, problems: Sequence[Problem]) -> None:
        """Underline the spans of `problems`; their messages are shown as tooltips."""
        self._problems = tuple(problems)
        self.viewport().update()

    def light(self, spans: Sequence[Span]) -> None:
        """Light `spans`: what the caret in another pane stands for."""
        self._lit = tuple(spans)
        self.viewport().update()

    def annotate(self, notes: Sequence[Note]) -> None:
        """Write `notes` at the right edge of their lines."""
        self._notes = tuple(notes)
        self.viewport().update()

    def set_dimmed(self, on: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Draw the text paler: it is the last good one, waiting for a better."""
        self._dimmed = on
        self.viewport().update()

    def set_gutter(self, on: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Show line numbers and the current line."""

    def set_exactness(self, note: str | None) -> None:
        """Make the editor read-only with a `note` that says why (None: it can be edited again)."""
        self.setReadOnly(note is not None)
