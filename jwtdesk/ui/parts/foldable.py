"""A card that can be folded to its head, and gives its room to the pane beside it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.icon_button import IconButton

_UNBOUND = 16_777_215
"""The greatest height Qt knows: no bound at all."""


class Foldable(QObject):
    """Folds `card`, the only thing in `pane`, and opens it again.

    While nobody has pressed the button the card is open as long as its column is `least` times as
    high as the text. `chosen` carries whether it was folded, once a person has said so.
    """

    chosen = Signal(bool)

    def __init__(self, pane: QWidget, card: Card, title: str, least: int) -> None:
        super().__init__(pane)
        self._pane = pane
        self._card = card
        self._title = title
        self._least = least
        self._chosen = False
        self._watched: QWidget | None = None
        self.folded = False
        self.button = IconButton("chevron-down", "")
        self.button.setObjectName("foldButton")
        self.button.clicked.connect(self._pressed)
        card.add_action(self.button)
        self._name()
        pane.installEventFilter(self)
        self._watch()

    def fold(self, *, folded: bool) -> None:
        """Fold the card or open it."""
        if folded == self.folded:
            return
        self.folded = folded
        self._card.show_body(on=not folded)
        self._name()
        self._give_room()

    def choose(self, *, folded: bool) -> None:
        """Fold or open the card because the user said so: it stays like that."""
        self._chosen = True
        self.fold(folded=folded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at the room in the column when it changes."""
        if watched is self._pane and event.type() == QEvent.Type.ParentChange:
            self._watch()
        if watched is self._watched and event.type() == QEvent.Type.Resize:
            self._fit()
        if watched is self._pane and event.type() == QEvent.Type.FontChange:
            self._bound()
            self._fit()
        return False

    def _watch(self) -> None:
        self._watched = self._pane.parentWidget()
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._fit()

    def _fit(self) -> None:
        if self._watched is not None and not self._chosen:
            room = self._watched.height() / max(1, self._pane.fontMetrics().height())
            self.fold(folded=room < self._least)

    def _pressed(self) -> None:
        self.choose(folded=not self.folded)
        self.chosen.emit(self.folded)

    def _name(self) -> None:
        template = tr("Show {title}") if self.folded else tr("Fold {title}")
        self.button.set_icon_name("chevron-right" if self.folded else "chevron-down")
        self.button.set_words(template.replace("{title}", self._title))

    def _bound(self) -> None:
        self._pane.setMaximumHeight(self._card.head_height() if self.folded else _UNBOUND)

    def _give_room(self) -> None:
        """Take room from the neighbours, or leave it to them: a splitter does neither by itself."""
        column = self._watched
        self._bound()
        if not isinstance(column, QSplitter):
            return
        shares = [_share(column.widget(at)) for at in range(column.count())]
        room = column.height() / max(1, sum(shares))
        column.setSizes([round(room * share) for share in shares])


def _share(part: QWidget | None) -> int:
    """Return how much of the room `part` is owed; none while it is hidden."""
    if part is None or part.isHidden():
        return 0
    return max(1, part.sizePolicy().verticalStretch())
