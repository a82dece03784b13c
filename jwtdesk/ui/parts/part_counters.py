"""The counters at the foot of the token: one for each part, in the colour of that part."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from jwtdesk.model.part_counts import PartCount
from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.flow_layout import FlowLayout
from jwtdesk.ui.widgets.segment_counter import SegmentCounter


class PartCounters(QWidget):
    """Builds a counter with the first token that has such a part."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._made: dict[tuple[str, str], SegmentCounter] = {}
        self._across = FlowLayout(self, gap=14, line_gap=4)

    def counter(self, name: str) -> SegmentCounter | None:
        """Return the counter of the part called `name` if it is seen."""
        return next(
            (one for key, one in self._made.items() if key[0] == name and not one.isHidden()), None
        )

    def show_counts(self, counts: Iterable[PartCount], *, wrong: bool) -> None:
        """Show a counter for each of `counts`; the part that decides looks `wrong` when it is."""
        seen = set()
        for one in counts:
            seen.add((one.name, one.tone))
            counter = self._made.get((one.name, one.tone)) or self._add(one)
            counter.show_count(one.length, wrong=wrong and one.decides)
        for key, counter in self._made.items():
            counter.setVisible(key in seen)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme

    def _add(self, one: PartCount) -> SegmentCounter:
        made = self._made[one.name, one.tone] = SegmentCounter(one.name, one.tone)
        self._across.addWidget(made)
        if self._theme is not None:
            apply_theme(made, self._theme)
        return made
