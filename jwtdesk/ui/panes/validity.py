"""The validity window: the time claims beside the moment they are judged at."""

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import ClockSet
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.clock_control import ClockControl
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.moment import day_text, length_text
from jwtdesk.ui.parts.timeline import Timeline
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.parts.validity import Validity, validity
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip
from jwtdesk.ui.widgets.segmented import Segmented


class ValidityPane(Pane):
    """Draws `iat`, `nbf`, `exp` and now; choosing a moment says `ClockSet`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._local = False
        self.timeline = Timeline()
        self.clock = ClockControl()
        self.clock.chosen.connect(lambda moment: store.dispatch(ClockSet(moment)))
        self.zone = Segmented(tr("Time zone"), (("utc", tr("UTC")), ("local", tr("Local"))))
        self.zone.pick("utc")
        self.zone.picked.connect(lambda _zone: self.asked.emit("local-time"))
        set_tip(self.zone, tip_of("local-time"))
        self.facts = PlainLabel(tone="muted", elide=True)
        card = Card(tr("Validity window"), "timeline")
        told = guest(self.facts)
        card.add_badge(told)
        GiveWay(self, {told: 42, self.zone: 30})
        card.add_action(self.clock)
        card.add_action(self.zone)
        card.set_body(self.timeline, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the window."""
        if unchanged(old, new, "known", "verdict", "now", "as_of", "rules"):
            return
        shown = None if new.empty else validity(new)
        self.timeline.show_validity(shown, local=self._local)
        self.clock.show_clock(new.as_of, shown, local=self._local)
        self.facts.setText(_facts(shown, local=self._local))

    def set_local_time(self, local: bool) -> None:  # noqa: FBT001 - mirrors a Qt setter
        """Write times in the computer's zone, or in UTC."""
        self._local = local
        self.zone.pick("local" if local else "utc")
        self.draw(None, self._store.session)

    def focus_first(self) -> None:
        """Put the keyboard into the window."""
        self.timeline.setFocus()


def _facts(shown: Validity | None, *, local: bool) -> str:
    """Return the date and the lifetime, for the head of the card."""
    if shown is None or not shown.any:
        return ""
    first = next(at for at in (shown.iat, shown.nbf, shown.exp) if at is not None)
    day = day_text(first, local=local)
    if shown.lifetime is None:
        return day
    return tr("{day}   lifetime {time}", day=day, time=length_text(shown.lifetime))


PANE = PaneSpec("validity", "Validity window", Area.FOOT, 10, ValidityPane, key="Ctrl+6")
