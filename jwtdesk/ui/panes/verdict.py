"""The verdict banner: the first thing read, and the last word on the token."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.analysis.troubles import is_open
from jwtdesk.analysis.verdict import Lamp, State, Verdict
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr
from jwtdesk.model.layer_rows import standing
from jwtdesk.model.session import Session
from jwtdesk.model.token_kinds import ENCRYPTED, NOT_ENCRYPTED
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.banner import Banner

_TOLD = frozenset({SignatureCode.NO_KEY.value, SignatureCode.UNSECURED.value})
"""Where this is the signature's lamp, its sentence says what the headline says."""


class VerdictPane(Pane):
    """Shows headline, reason and the four lamps."""

    def __init__(self, _store: Store) -> None:
        super().__init__()
        self._signature = State.UNKNOWN
        self.banner = Banner()
        self.banner.signature.set_door(tr("Click for each step of the check."))
        self.banner.signature.opened.connect(lambda: self.asked.emit("steps"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the verdict when it has changed."""
        same = old is not None and old.empty == new.empty and old.path == new.path
        if same and old is not None and old.verdict == new.verdict:
            return
        if new.verdict.signature.state is not State.PENDING:
            self._signature = new.verdict.signature.state
        elif new.arriving is not None:
            self._signature = State.UNKNOWN
        encrypts = new.known.token.kind in ENCRYPTED or new.verdict.signature.code == NOT_ENCRYPTED
        self.banner.signature.rename(tr("Encryption") if encrypts else tr("Signature"))
        verdict = honest(new.verdict, self._signature)
        lamps = (
            (self.banner.structure, verdict.structure),
            (self.banner.signature, verdict.signature),
            (self.banner.time, verdict.time),
            (self.banner.policy, verdict.policy),
        )
        for widget, lamp in lamps:
            widget.show_lamp(lamp.state.value, lamp.short or _idle(lamp), lamp.text)
        headline, reason = verdict.headline, beyond_headline(verdict)
        if not headline and new.empty:
            headline = tr("Paste a token to see what is inside")
            reason = tr("Any JWT: as it is, with “Bearer”, in quotes, or broken over lines.")
        where = standing(new)
        if where and headline:
            headline = tr("{where} · {headline}", where=where, headline=headline)
        state = tint(verdict, self._signature)
        self.banner.show_verdict(state, headline, reason, picture(verdict))


def honest(verdict: Verdict, signature: State) -> Verdict:
    """Return `verdict` with no green beside a wrong signature but for the structure's.

    What a wrongly signed token says of itself is claimed, not proven. `signature` is the last
    answer, also while a new one is awaited.
    """
    if signature is not State.BAD:
        return verdict
    return replace(verdict, time=_claimed(verdict.time), policy=_claimed(verdict.policy))


def beyond_headline(verdict: Verdict) -> str:
    """Return the reason without its first sentence where the headline has just said the same."""
    lamp = verdict.signature
    plain = tr("The signature is wrong: this key did not sign these bytes.")
    if lamp.code in _TOLD or lamp.text == plain:
        return verdict.reason.removeprefix(lamp.text).lstrip()
    return verdict.reason


def _claimed(lamp: Lamp) -> Lamp:
    if lamp.state is not State.OK:
        return lamp
    said = tr("{text} This is claimed, not proven.", text=lamp.text).strip()
    return replace(lamp, state=State.UNKNOWN, short=tr("Unproven"), text=said)


def tint(verdict: Verdict, signature: State) -> str:
    """Return the state that colours the banner: never green unless the signature is right."""
    if State.BAD in (verdict.structure.state, signature):
        return State.BAD.value
    if signature is not State.OK:
        return str(signature.value)
    others = (verdict.structure, verdict.time, verdict.policy, verdict.key_binding)
    wrong = any(one is not None and one.state is State.BAD for one in others)
    bound = verdict.key_binding
    # What claims to be made in the future: the headline says “but”.
    ahead = any(one is not None and one.state is State.WARN for one in (verdict.time, bound))
    doubtful = wrong or ahead or (bound is not None and is_open(bound))
    return State.WARN.value if doubtful else State.OK.value


def picture(verdict: Verdict) -> str:
    """Return the drawing that says what is the matter, or "" for the state's own."""
    wrong = State.BAD in (verdict.structure.state, verdict.signature.state)
    return "hourglass" if verdict.time.state is State.BAD and not wrong else ""


def _idle(lamp: Lamp) -> str:
    return "" if lamp.state is State.PENDING else tr("Not checked")


PANE = PaneSpec("verdict", "Verdict", Area.BANNER, 10, VerdictPane)
