"""The verdict on the shown token; while an answer is awaited the last one stays, marked pending."""

from dataclasses import replace

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.judge import judge
from jwtdesk.analysis.verdict import Lamp, State, Verdict
from jwtdesk.jose.verify import Verification
from jwtdesk.jose.words import tr
from jwtdesk.model.composed import Composed
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import Review, Verify
from jwtdesk.model.session import Origin, PaneName, Session
from jwtdesk.model.token_kinds import ENCRYPTED, NOT_ENCRYPTED


def judged(session: Session, ledger: Ledger) -> Session:
    """Return `session` with its verdict and findings as far as they are known."""
    known = session.known
    if session.empty:
        verdict = judge(None, (), session.rules, session.moment, known.keys)
        known = replace(known, verifications=(), findings=())
        return replace(session, verdict=verdict, known=known)
    key_awaited = bool(session.key.octets) and known.keys is None
    if known.unread or known.waiting - {PaneName.TOKEN} or key_awaited:
        return replace(session, verdict=_pending(session.verdict))
    checks = _checks(session, ledger)
    if checks is None:
        return replace(session, verdict=_pending(session.verdict))
    verdict = judge(known.token, checks, session.rules, session.moment, known.keys)
    review = Review(
        known.token,
        known.keys,
        verdict.verification,
        _minute(session.moment),
        session.rules,
        session.key if session.key.octets else None,
    )
    found = ledger.ask(review)
    known = replace(known, verifications=checks)
    if isinstance(found, tuple):
        findings = tuple(one for one in found if isinstance(one, Finding))
        known = replace(known, findings=findings)
    return replace(session, verdict=verdict, known=known)


def _checks(session: Session, ledger: Ledger) -> tuple[Verification, ...] | None:
    """Return the answer for each signature or recipient; None while they are awaited."""
    known = session.known
    if known.token.kind in ENCRYPTED:
        return known.opening
    answer = ledger.ask(Verify(known.token, known.keys))
    if not isinstance(answer, tuple):
        return None
    return tuple(one for one in answer if isinstance(one, Verification))


def interrupted(session: Session, composed: Composed) -> Session:
    """While a pane is half typed, say so: the verdict is on the last good token."""
    if not composed.problems or session.empty:
        return session
    pane, problem = composed.problems[0]
    headline = tr("The payload is not complete JSON yet; the token is the last good one")
    if pane is PaneName.HEADER:
        headline = tr("The header is not complete JSON yet; the token is the last good one")
    elif problem.code.startswith("hex-"):
        headline = tr("The payload is not whole bytes yet; the token is the last good one")
    elif problem.code.startswith("unencoded-"):
        headline = tr("The payload does not fit its header; the token is the last good one")
    verdict = replace(_pending(session.verdict), headline=headline, reason=problem.message)
    return replace(session, verdict=verdict)


def unsigned(session: Session, composed: Composed) -> Session:
    """While claims were edited and nobody signed them, say that instead of doubting the key.

    What cannot be encrypted leaves the last token in sight: that one is not praised for the claims.
    """
    stale = session.known.provenance.origin is Origin.STALE and composed.unsigned is not None
    if not stale or composed.unsigned is None or composed.unsigned.code == "unsecured":
        return session
    verdict = session.verdict
    lamp = replace(verdict.signature, short=tr("Not signed"), text=composed.unsigned.message)
    headline = tr("Edited, and not signed by anyone yet")
    reason = composed.unsigned.message
    if composed.token is None:
        lamp = Lamp(State.WARN, NOT_ENCRYPTED, reason, tr("Not encrypted"))
        headline = tr("Edited, and not encrypted yet: the token is the last good one")
    return replace(
        session, verdict=replace(verdict, signature=lamp, headline=headline, reason=reason)
    )


def _minute(moment: int) -> int:
    """Findings are reviewed once a minute, not once a tick.

    The minute's end counts, so that what was issued seconds ago is not issued in the future.
    """
    return moment + -moment % 60


def _pending(verdict: Verdict) -> Verdict:
    return replace(verdict, signature=replace(verdict.signature, state=State.PENDING))
