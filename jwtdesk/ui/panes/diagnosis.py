"""Why the signature does not verify: a card for each cause, and what was ruled out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import CaretMoved, LookedHarder, Mended, StoppedLooking
from jwtdesk.model.session import Caret, PaneName, Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.cause_list import CauseList
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_shown
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.progress_line import ProgressLine

_EDGE = 14
_LEAST = 52


class DiagnosisPane(Pane):
    """Opens by itself when the signature is wrong; hidden when there is nothing to explain."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.list = CauseList()
        self.list.setObjectName("diagnosisList")
        self.list.setMinimumHeight(_LEAST)
        self.list.setAccessibleName(tr("Why it fails"))
        self.list.mended.connect(lambda fix: store.dispatch(Mended(fix)))
        self.list.shown.connect(
            lambda span: store.dispatch(CaretMoved(Caret(PaneName.TOKEN, span.start)))
        )
        self.busy = ProgressLine()
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.busy.setSizePolicy(policy)
        self.harder = Button(tr("Look harder"), "quiet")
        self.harder.setObjectName("lookHarder")
        self.harder.clicked.connect(lambda: store.dispatch(LookedHarder()))
        self.busy.cancelled.connect(lambda: store.dispatch(StoppedLooking()))
        card = Card(tr("Why it fails"), "search")
        steps = Button(tr("Step by step"), "quiet")
        steps.clicked.connect(lambda: self.asked.emit("steps"))
        stepped = guest(steps)
        card.add_action(stepped)
        GiveWay(self, {stepped: 24})
        card.add_action(self.harder)
        card.set_body(self._body(), padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.hide()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw what is known by now, when it has changed."""
        found = new.known.diagnosis
        if old is not None and old.known.diagnosis is found and old.effort is new.effort:
            return
        set_shown(self, found is not None)
        if found is None:
            self.list.show_causes((), "")
            return
        sealed = new.known.token.encrypted is not None
        self.list.show_causes(found.explanations, _calm(found, sealed=sealed))
        set_shown(self.harder, found.finished and new.effort is Effort.QUICK)
        if found.finished:
            self.busy.end()
        else:
            self.busy.begin(tr("Trying explanations …"))

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        self.busy.setContentsMargins(_EDGE, 6, _EDGE, 8)
        column.addWidget(self.busy)
        return body


def _calm(found: Diagnosis, *, sealed: bool) -> str:
    """Return what was ruled out, a line for each, once nothing explains the failure."""
    if found.explanations or not found.finished:
        return ""
    said = tr(
        "Nothing that jwtdesk knows explains it. Most likely another key or secret signed this "
        "token, or a byte of it was changed."
    )
    if sealed:
        said = tr(
            "Nothing that jwtdesk knows explains it. Most likely this token was encrypted for "
            "another key, or a byte of it was changed."
        )
    if not found.excluded:
        return said
    out = "\n".join(f"• {one}" for one in found.excluded)
    return tr("{said}\n\nRuled out:\n{list}", said=said, list=out)


PANE = PaneSpec("diagnosis", "Why it does not verify", Area.LEFT, 15, DiagnosisPane, share=170)
