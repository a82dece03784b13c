"""What the header and payload panes hold: their own text, or what the token says."""

from dataclasses import replace

from jwtdesk.model.ledger import Ledger
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromClaims
from jwtdesk.model.unfold import Unfolded, editable, unfold


def panes_filled(session: Session, ledger: Ledger) -> Session:
    """Return `session` with the texts of both claims panes, from whoever owns the truth.

    While a text is awaited the last one stays and its pane is marked as waiting.
    """
    if isinstance(session.source, FromClaims):
        header, payload = session.source.header.text, session.source.payload.text
        known = replace(session.known, waiting=frozenset())
        shown = replace(session.shown, header=header, payload=payload)
        return replace(session, shown=shown, known=known)
    if session.known.waiting:
        return session
    token = session.known.token
    header_pane = unfold(token.header, ledger)
    payload_pane = unfold(token.payload if editable(token) else None, ledger)
    if not editable(token):
        header_pane = replace(header_pane, exact=False)
        payload_pane = replace(payload_pane, exact=False)
    return _filled(session, header_pane, payload_pane)


def _filled(session: Session, header: Unfolded, payload: Unfolded) -> Session:
    both = ((PaneName.HEADER, header), (PaneName.PAYLOAD, payload))
    waiting = frozenset(name for name, pane in both if pane.text is None)
    inexact = frozenset(name for name, pane in both if not pane.exact)
    shown = replace(
        session.shown,
        header=session.shown.header if header.text is None else header.text,
        payload=session.shown.payload if payload.text is None else payload.text,
    )
    is_compact = session.compact
    if not waiting and not session.compact_chosen:
        is_compact = header.compact and payload.compact
    known = replace(session.known, waiting=waiting, inexact=inexact)
    return replace(session, shown=shown, known=known, compact=is_compact)
