"""One field of the rules: what is expected, and beside it whether the token meets it."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from jwtdesk.jose.words import tr
from jwtdesk.model.rule_outcomes import Outcome
from jwtdesk.ui.icons import icon
from jwtdesk.ui.parts.length import length_words, parse_length
from jwtdesk.ui.parts.value_list import list_text, parse_list
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import set_tip

_FEW = 13

Value = str | int | tuple[str, ...] | None
"""What a field holds: a text, a number of seconds, several texts, or nothing."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What was typed is no value of this field yet; `why` says what one looks like."""

    why: str


class RuleField(QLineEdit):
    """A field named `name` for people; `edited` carries a value that a person typed.

    `tip` says what the expectation means. The subclass says how a value is written.
    """

    edited = Signal(object)

    def __init__(self, handle: str, name: str, placeholder: str, tip: str) -> None:
        super().__init__()
        self._tip = tip
        self._short = False
        self._theme: Theme | None = None
        self._value: Value = None
        self._outcome: tuple[str, str] = ("", "")
        self.setObjectName(handle)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._mark = QAction(self)
        self.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
        self._mark.setVisible(False)
        set_look(self, "mono", True)
        set_tip(self, tip)
        # `textEdited`, not `textChanged`: only a person speaks here, never `show_value`.
        self.textEdited.connect(self._typed)

    def read(self, text: str) -> "Value | Unread":
        """Return the value that `text` says."""
        return text.strip() or None

    def write(self, value: Value) -> str:
        """Return how `value` is written."""
        return "" if value is None else str(value)

    def set_short(self) -> None:
        """Take no more room than a few words need."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._short = True

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the usual size, or room for a few words."""
        hint = super().sizeHint()
        few = self.fontMetrics().averageCharWidth() * _FEW
        return QSize(few, hint.height()) if self._short else hint

    def show_value(self, value: Value) -> None:
        """Show `value`; what was typed stays as it is when it says the same."""
        if self.read(self.text()) != value:
            self.setText(self.write(value))
            self._say("", "")
        self._value = value

    def show_outcome(self, outcome: Outcome | None, *, proven: bool) -> None:
        """Mark the field as met or broken; a token that is not `proven` earns no green."""
        if outcome is None:
            self._say("", "")
        elif outcome.broken:
            self._say("bad", " ".join(outcome.broken))
        else:
            self._say("ok" if proven else "unknown", "")

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self._draw()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few characters."""
        least = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 8, least.height())

    def _typed(self, text: str) -> None:
        found = self.read(text)
        if isinstance(found, Unread):
            self._say("warn", found.why)
            return
        self._say("", "")
        if found != self._value:
            self._value = found
            self.edited.emit(found)

    def _say(self, state: str, words: str) -> None:
        if isinstance(self.read(self.text()), Unread) and state != "warn":
            return
        if (state, words) == self._outcome:
            return
        self._outcome = (state, words)
        set_look(self, "state", state if state in ("bad", "warn") else "")
        set_tip(self, f"{words}\n{self._tip}" if words else self._tip)
        self._draw()

    def _draw(self) -> None:
        state = self._outcome[0]
        names = {"ok": "check", "unknown": "check", "bad": "cross-circle", "warn": "warning"}
        self._mark.setVisible(state in names)
        if self._theme is not None and state in names:
            tone = "faint" if state == "unknown" else state
            self._mark.setIcon(icon(self._theme, names[state], tone))


class ListField(RuleField):
    """A field of several values, any of which is accepted."""

    def read(self, text: str) -> "Value | Unread":
        """Return the values, each once."""
        return parse_list(text)

    def write(self, value: Value) -> str:
        """Return the values with commas between them."""
        return list_text(value) if isinstance(value, tuple) else ""


class LengthField(RuleField):
    """A field of a span of time, in seconds; `none` is the value of an empty field."""

    def __init__(
        self, handle: str, name: str, placeholder: str, tip: str, none: int | None = None
    ) -> None:
        self._none = none
        super().__init__(handle, name, placeholder, tip)

    def read(self, text: str) -> "Value | Unread":
        """Return the seconds."""
        if not text.strip():
            return self._none
        found = parse_length(text)
        return (
            Unread(tr("Write a length of time: 60 s, 5 min, 1 h, 7 d.")) if found is None else found
        )

    def write(self, value: Value) -> str:
        """Return the length of time in as few units as it takes."""
        return length_words(value) if isinstance(value, int) and value != self._none else ""
