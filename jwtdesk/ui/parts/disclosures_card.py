"""The card of an SD-JWT: what is disclosed, what of it to show, and whether its holder shows it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.token import Selective
from jwtdesk.jose.words import tr
from jwtdesk.model.disclosure_details import digest_caret
from jwtdesk.model.disclosure_rows import disclosure_table
from jwtdesk.model.edits import CaretMoved, Presented
from jwtdesk.model.session import Session
from jwtdesk.model.ticking import chosen, every, ticked
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.parts.binding_line import BindingLine
from jwtdesk.ui.parts.disclosure_tick import tick_of
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.tick_list import TickList
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look, set_shown
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

_EDGE = 14
_AROUND, _BETWEEN = 24, 7
"""The pixels about the rows and the buttons, and between the buttons and their sentence."""
_COUNTED = 22
"""The card must be so many times as wide as its text is high for the count beside its title."""
_ROWS = 4
"""So many rows come before the sentences, which are tips as well."""


class DisclosuresCard(Card):
    """Draws the disclosures; what the user ticks is theirs until it is presented."""

    def __init__(self, pane: Pane, store: Store) -> None:
        super().__init__(tr("Disclosures"), "eye")
        self._store = store
        self._left_out: frozenset[str] = frozenset()
        self._opened = ""
        self.list = TickList("disclosuresList", tr("Disclosures"))
        self.list.ticked.connect(self._tick)
        self.list.chosen.connect(self._open)
        self.rest = PlainLabel(type="small", tone="muted", wrap=True)
        self.rest.setObjectName("disclosuresRest")
        self.badge = Badge()
        self.badge.setObjectName("disclosuresBadge")
        counted = guest(self.badge)
        # The column is not made wider for the count: it goes where there is no room for it.
        counted.setMinimumWidth(1)
        self.add_badge(counted)
        GiveWay(self, {counted: _COUNTED})
        self.all = self._button(tr("All"), "disclosuresAll", tr("Tick every disclosure"))
        self.none = self._button(tr("None"), "disclosuresNone", tr("Tick no disclosure"))
        self.all.clicked.connect(lambda: self._leave(frozenset()))
        self.none.clicked.connect(lambda: self._leave(every(self._selective.disclosures)))
        self.present = Button(tr("Present"))
        self.present.setAccessibleName(tr("Present the ticked"))
        self.present.setObjectName("disclosuresPresent")
        words = tr("The token becomes what its holder would show: the ticked disclosures only")
        set_tip(self.present, words)
        self.present.clicked.connect(lambda: store.dispatch(Presented(self.chosen)))
        self.bind = Button(tr("Bind…"))
        self.bind.setAccessibleName(tr("Bind to a holder…"))
        set_tip(self.bind, tip_of("bind"))
        self.bind.clicked.connect(lambda: pane.asked.emit("bind"))
        self.bind.setObjectName("disclosuresBind")
        self.binding = BindingLine(store)
        self.set_body(self._listed(), sunken=True, padding=0)
        self.set_foot(self._below())

    @property
    def chosen(self) -> frozenset[str]:
        """The digests of the disclosures that are ticked."""
        return chosen(self._selective.disclosures, self._left_out)

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the disclosures of the token on the desk."""
        if not unchanged(old, new, "known.token"):
            self._left_out, self._opened = frozenset(), ""
        if not unchanged(old, new, "known", "verdict", "rules", "now", "as_of"):
            self.binding.draw(new)
            self._give_room()
        if not unchanged(old, new, "known.token", "shown.payload", "presenting"):
            self._draw_rows(new)

    @property
    def _selective(self) -> Selective:
        return self._store.session.known.token.selective or Selective("", (), None)

    def _draw_rows(self, session: Session) -> None:
        table = disclosure_table(session)
        if table is None:
            return
        rows = (
            tick_of(session, one, ticked=one.digest not in self._left_out, opened=self._opened)
            for one in table.rows
        )
        self.list.show_rows(tuple(rows))
        self.rest.setText(table.rest)
        self._give_room()
        tone = "plain" if table.state is State.UNKNOWN else table.state.value
        self.badge.show_badge(table.badge, tone, table.rest)
        # Under an unknown hash no disclosure can be told from another.
        idle = session.presenting is None and bool(self._selective.hash_name)
        self.present.setEnabled(idle and bool(self._left_out))
        self.bind.setEnabled(idle)
        self.all.setEnabled(bool(self._left_out))
        self.none.setEnabled(bool(self.chosen))

    def _tick(self, digest: str, on: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self._leave(ticked(self._selective.disclosures, self._left_out, digest, on=on))

    def _leave(self, left_out: frozenset[str]) -> None:
        self._left_out = left_out
        self._draw_rows(self._store.session)

    def _open(self, digest: str) -> None:
        self._opened = "" if digest == self._opened else digest
        self._draw_rows(self._store.session)
        caret = digest_caret(self._store.session, digest)
        if caret is not None:
            self._store.dispatch(CaretMoved(caret))

    def _button(self, words: str, handle: str, tip: str) -> Button:
        button = Button(words, "quiet")
        button.setObjectName(handle)
        set_tip(button, tip)
        self.add_action(button)
        return button

    def _listed(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        self.rest.setContentsMargins(_EDGE, 4, _EDGE, 7)
        column.addWidget(self.rest)
        return body

    def _below(self) -> QWidget:
        foot = QWidget()
        set_look(foot, "page", "clear")
        column = QVBoxLayout(foot)
        column.setContentsMargins(_EDGE, 8, _EDGE, 9)
        column.setSpacing(_BETWEEN)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.binding, 1)
        row.addWidget(self.bind)
        row.addWidget(self.present)
        column.addLayout(row)
        column.addWidget(self.binding.sentence)
        return foot

    def best_height(self) -> int:
        """Return how high the card must be for all of its rows and sentences, in pixels."""
        return self._bare() + self.list.rows_height() + sum(self._sentences())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the sentences go where the rows need their room; they are tips as well."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        spare = self.height() - self._bare() - self.list.rows_height(_ROWS)
        rest, sentence = self._sentences()
        set_shown(self.rest, bool(rest) and spare >= rest)
        set_shown(self.binding.sentence, spare >= rest + sentence)

    def _bare(self) -> int:
        """Return the height of the head and of the row of buttons."""
        return self.head_height() + self.present.sizeHint().height() + _AROUND

    def _sentences(self) -> tuple[int, int]:
        """Return the heights of the line below the rows and of the one on the key binding."""
        width = max(1, self.width() - 2)
        rest = self.rest.heightForWidth(width) if self.rest.text() else 0
        return rest, self.binding.sentence.heightForWidth(width - 2 * _EDGE) + _BETWEEN
