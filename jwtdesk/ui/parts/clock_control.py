"""Which moment the token is judged at: the running clock, or one that was chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from jwtdesk.jose.words import tr
from jwtdesk.ui.parts.moment import moment_text, parse_moment
from jwtdesk.ui.parts.validity import Validity
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.plain_tip import set_tip


class ClockControl(QComboBox):
    """`chosen` carries the moment in seconds since 1970, or None for the running clock.

    A moment can be picked from the token's own, or typed as ISO 8601 or seconds.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[int | None, ...] = (None,)
        self._moment: int | None = None
        self._local = False
        self.setObjectName("clockControl")
        self.setAccessibleName(tr("Judge the token at"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes null, the stubs do not say so
        self.setMinimumContentsLength(13)
        self.addItem(tr("Live clock"))
        set_tip(self, tr("Judge the token now, or at a moment: ISO 8601 or seconds since 1970"))
        self.activated.connect(self._picked)
        entry = self.lineEdit()
        if entry is not None:
            entry.setAccessibleName(self.accessibleName())
            entry.editingFinished.connect(self._typed)

    def show_clock(self, moment: int | None, shown: Validity | None, *, local: bool) -> None:
        """Show the chosen `moment` (None: live) and offer those that matter for `shown`."""
        offers = _offers(shown)
        values = (None, *(at for _title, at in offers))
        if values != self._offered:
            self._offered = values
            self.clear()
            self.addItem(tr("Live clock"))
            for title, _at in offers:
                self.addItem(title)
            self._moment, self._local = None, not local
        if (moment, local) == (self._moment, self._local):
            return
        self._moment, self._local = moment, local
        self._rewrite()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let a wheel turned in passing change nothing."""
        event.ignore()

    def _rewrite(self) -> None:
        live = self._moment is None
        words = tr("Live clock") if live else moment_text(self._moment or 0, local=self._local)
        self.setEditText(words)
        set_look(self, "state", "" if live else "warn")

    def _picked(self, index: int) -> None:
        self._say(self._offered[index] if index < len(self._offered) else None)

    def _typed(self) -> None:
        words = self.currentText().strip()
        if not words or words == tr("Live clock"):
            self._say(None)
            return
        if self._moment is not None and words == moment_text(self._moment, local=self._local):
            return
        found = parse_moment(words, local=self._local)
        if found is None:
            set_look(self, "state", "bad")
            set_tip(self, tr("This is no moment: write 2026-11-23 07:20 or seconds since 1970"))
        else:
            self._say(found)

    def _say(self, moment: int | None) -> None:
        changed = moment != self._moment
        self._moment = moment
        self._rewrite()
        if changed:
            self.chosen.emit(moment)


def _offers(shown: Validity | None) -> tuple[tuple[str, int], ...]:
    """Return the moments of a token worth judging it at."""
    if shown is None:
        return ()
    found: list[tuple[str, int]] = []
    if shown.iat is not None:
        found.append((tr("When it was issued"), int(shown.iat)))
    if shown.nbf is not None:
        found.append((tr("When it begins to count"), int(shown.nbf)))
    if shown.exp is not None:
        found.append((tr("A second before it expires"), int(shown.exp) - 1))
        found.append((tr("When it expires"), int(shown.exp)))
    return tuple(found)
