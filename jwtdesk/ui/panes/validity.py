"""The validity window: the time claims beside the moment they are judged at."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import ClockSet, RulesEdited
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.clock_control import ClockControl
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.length import length_words
from jwtdesk.ui.parts.moment import day_text, length_text
from jwtdesk.ui.parts.rule_field import LengthField
from jwtdesk.ui.parts.rule_rows import leeway_field
from jwtdesk.ui.parts.timeline import Timeline
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.parts.validity import Validity, bounds_words, validity
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip
from jwtdesk.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jwtdesk.ui.parts.moment_picker import MomentPicker


class ValidityPane(Pane):
    """Draws `iat`, `nbf`, `exp` and now; choosing a moment says `ClockSet`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._local = False
        self.timeline = Timeline()
        self.timeline.chosen.connect(lambda moment: store.dispatch(ClockSet(moment)))
        self.clock = ClockControl()
        self.clock.chosen.connect(lambda moment: store.dispatch(ClockSet(moment)))
        self.live = IconButton("play", tr("Back to the live clock"))
        self.live.setObjectName("clockLive")
        self.live.clicked.connect(lambda: store.dispatch(ClockSet(None)))
        self.pick = IconButton("calendar", tr("Choose a moment"))
        self.pick.setObjectName("clockDate")
        self.pick.clicked.connect(self._ask)
        self._picker: MomentPicker | None = None
        self._theme: Theme | None = None
        self.leeway = leeway_field("clockLeeway")
        self.leeway.set_short()
        self.leeway.setPlaceholderText(length_words(0))
        self.leeway.edited.connect(
            lambda seconds: store.dispatch(
                RulesEdited(replace(store.session.rules, leeway=seconds))
            )
        )
        self.zone = _zone()
        self.zone.picked.connect(lambda _zone: self.asked.emit("local-time"))
        self.facts = PlainLabel(tone="muted", elide=True)
        card = Card(tr("Validity window"), "timeline")
        card.title.set_lines()  # whole: the facts beside it give way first
        told = guest(self.facts)
        card.add_badge(told)
        spared = _named(tr("Leeway"), self.leeway)
        GiveWay(self, {told: 50, spared: 42, self.zone: 30, self.pick: 24})
        for widget in (spared, self.live, self.clock, self.pick, self.zone):
            card.add_action(widget)
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
        self.live.setVisible(new.as_of is not None)
        self.leeway.show_value(new.rules.leeway)
        self.facts.set_tip("\n".join(bounds_words(shown, local=self._local)) if shown else "")
        self.facts.setText(_facts(shown, local=self._local))

    def set_theme(self, theme: Theme) -> None:
        """Remember the theme for the calendar, which is built when it is asked for."""
        self._theme = theme

    def set_local_time(self, local: bool) -> None:  # noqa: FBT001 - mirrors a Qt setter
        """Write times in the computer's zone, or in UTC."""
        self._local = local
        self.zone.pick("local" if local else "utc")
        self.draw(None, self._store.session)

    def _ask(self) -> None:
        """Let a moment be picked from a calendar."""
        if self._picker is None:
            from jwtdesk.ui.parts.moment_picker import MomentPicker

            self._picker = MomentPicker(self)
            self._picker.chosen.connect(lambda moment: self._store.dispatch(ClockSet(moment)))
            if self._theme is not None:
                self._picker.set_theme(self._theme)
        self._picker.ask(self.pick, self._store.session.moment, local=self._local)

    def focus_first(self) -> None:
        """Put the keyboard into the window."""
        self.timeline.setFocus()


def _zone() -> Segmented:
    zone = Segmented(tr("Time zone"), (("utc", tr("UTC")), ("local", tr("Local"))))
    zone.pick("utc")
    set_tip(zone, tip_of("local-time"))
    return zone


def _named(words: str, field: LengthField) -> QWidget:
    """Return a short field with its name before it."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 4, 0)
    row.setSpacing(6)
    row.addWidget(PlainLabel(words, tone="muted"))
    row.addWidget(field)
    return box


def _facts(shown: Validity | None, *, local: bool) -> str:
    """Return the date and the lifetime, for the head of the card."""
    if shown is None or not shown.any:
        return ""
    first = next(at for at in (shown.iat, shown.nbf, shown.exp) if at is not None)
    day = day_text(first, local=local)
    if shown.lifetime is None:
        return day
    return tr("{day}   lasts {time}", day=day, time=length_text(shown.lifetime))


PANE = PaneSpec("validity", "Validity window", Area.FOOT, 10, ValidityPane, key="Ctrl+6")
