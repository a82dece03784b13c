"""The rules that are chosen, not typed: accepted algorithms and required claims."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.algorithm import Family, algorithm, algorithms
from jwtdesk.jose.words import tr
from jwtdesk.model.rule_outcomes import Outcome
from jwtdesk.model.session import Session
from jwtdesk.ui.widgets.pill_row import PillRow
from jwtdesk.ui.widgets.plain_label import PlainLabel

_COMMON = ("ES256", "RS256", "PS256", "Ed25519", "HS256")
REQUIRED = ("exp", "iat", "nbf", "iss", "sub", "aud", "jti")


class RulePills(QWidget):
    """A title and pills below it; `edited` carries the names that are on."""

    edited = Signal(tuple)

    def __init__(self, handle: str, title: str) -> None:
        super().__init__()
        self._tone = "muted"
        self.title = PlainLabel(title, tone="muted", wrap=True)
        self._title = title
        self.pills = PillRow(title)
        self.pills.setObjectName(handle)
        self.pills.chosen.connect(self.edited.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addWidget(self.pills)

    def show_choice(
        self, offered: tuple[str, ...], on: tuple[str, ...], outcome: Outcome | None
    ) -> None:
        """Offer the names `offered`, those in `on` chosen, and say what is broken."""
        self.pills.show_pills(offered, on)
        broken = " ".join(outcome.broken) if outcome else ""
        self.title.setText(broken or self._title)
        self.title.set_tone("bad" if broken else "muted")


def offered_algorithms(session: Session, *, every: bool) -> tuple[str, ...]:
    """Return the algorithms worth offering: the token's, those chosen, and the common ones."""
    own = algorithm(session.known.token.alg)
    chosen = session.rules.algorithms
    known = [one.name for one in algorithms() if one.family is not Family.NONE]
    near = {*chosen, *_COMMON, own.name if own else ""}
    offered = known if every else [name for name in known if name in near]
    return (*offered, *(name for name in chosen if name not in known))


def offered_claims(rules: Rules) -> tuple[str, ...]:
    """Return the claims that can be required: the registered ones, and those required already."""
    return (*REQUIRED, *(name for name in rules.required if name not in REQUIRED))


def algorithm_pills() -> RulePills:
    """Return the pills of the accepted algorithms."""
    return RulePills("rulesAlgorithms", tr("Accepted algorithms"))


def claim_pills() -> RulePills:
    """Return the pills of the required claims."""
    return RulePills("rulesRequired", tr("Required claims"))
