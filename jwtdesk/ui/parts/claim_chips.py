"""A row of buttons for one time claim: a little later, now, any moment, mended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import ClaimSet
from jwtdesk.model.session import Session
from jwtdesk.model.time_chips import Chip, chips, second_of
from jwtdesk.model.time_claims import TimeClaim
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.flow_layout import FlowLayout
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

if TYPE_CHECKING:
    from jwtdesk.ui.parts.moment_picker import MomentPicker


class ClaimChips(QFrame):
    """Offers what can be done to a time claim; `wanted` carries the edit of the one pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._claim: TimeClaim | None = None
        self._now = 0
        self._local = False
        self._theme: Theme | None = None
        self._shown: tuple[Chip, ...] = ()
        self._buttons: list[Button] = []
        self._picker: MomentPicker | None = None
        set_look(self, "cardPart", "foot")
        self.setObjectName("claimChips")
        self.name = PlainLabel(type="smallmono", tone="json_key")
        self.pick = IconButton("calendar", tr("Choose a date"))
        self.pick.setObjectName("claimDate")
        self.pick.clicked.connect(self._ask)
        set_look(self.pick, "dense", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 5, 9, 5)
        row.setSpacing(9)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignVCenter)
        self._place = QWidget()
        self._flow = FlowLayout(self._place, gap=5, line_gap=3)
        row.addWidget(self._place, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_claim(self, claim: TimeClaim | None, session: Session, *, local: bool) -> None:
        """Offer the chips of `claim`; without one the row goes away."""
        self._claim, self._now, self._local = claim, session.moment, local
        self.setVisible(claim is not None)
        if claim is None:
            return
        self.name.setText(claim.name)
        self.setAccessibleName(tr("Change {name}", name=claim.name))
        self._show(chips(claim, session.moment))

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme

    def _show(self, offered: tuple[Chip, ...]) -> None:
        if [one.id for one in offered] != [one.id for one in self._shown]:
            for button in self._buttons:
                self._flow.removeWidget(button)
                button.deleteLater()
            self._buttons = [self._made(one) for one in offered]
        self._shown = offered
        for button, chip in zip(self._buttons, offered, strict=True):
            set_tip(button, chip.tip)

    def _made(self, chip: Chip) -> Button:
        button = Button(chip.label, "mend" if chip.mends else "chip", "wand" if chip.mends else "")
        button.setObjectName(f"chip-{chip.id}")
        # A press with the mouse leaves the keyboard in the text.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False, name=chip.id: self._press(name))
        self._flow.addWidget(button)
        button.show()
        if self._theme is not None:
            button.set_theme(self._theme)
        return button

    def _press(self, name: str) -> None:
        for chip in self._shown:
            if chip.id == name:
                self._say(chip.lexeme)

    def _ask(self) -> None:
        if self._picker is None:
            from jwtdesk.ui.parts.moment_picker import MomentPicker

            self._picker = MomentPicker(self)
            self._picker.chosen.connect(lambda moment: self._say(str(moment)))
            if self._theme is not None:
                self._picker.set_theme(self._theme)
        if self._claim is not None:
            second = second_of(self._claim, self._now)
            self._picker.ask(self.pick, second, local=self._local)

    def _say(self, lexeme: str) -> None:
        if self._claim is not None:
            self.wanted.emit(ClaimSet(self._claim.slot, self._claim.name, lexeme))
