"""What the header and payload panes hold: their own text, or what the token says."""

from dataclasses import replace

from jwtdesk.model.composed import Composed
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromClaims
from jwtdesk.model.token_kinds import is_closed
from jwtdesk.model.unfold import Unfolded, header_of, payload_of, unfold, unfold_payload


def panes_filled(session: Session, ledger: Ledger, composed: Composed) -> Session:
    """Return `session` with the texts of both claims panes, from whoever owns the truth.

    While a text is awaited the last one stays and its pane is marked as waiting.
    """
    token = session.known.token
    known = replace(
        session.known, header=header_of(token, session.entry), payload=payload_of(token)
    )
    session = replace(session, known=known)
    if isinstance(session.source, FromClaims):
        return _own(session, session.source, composed)
    if known.waiting:
        return session
    header_pane = unfold(known.header, ledger)
    payload_pane = unfold_payload(known.payload, session.form, ledger)
    if is_closed(token):
        header_pane = replace(header_pane, exact=False)
        payload_pane = replace(payload_pane, exact=False)
    return _filled(session, header_pane, payload_pane)


def _own(session: Session, source: FromClaims, composed: Composed) -> Session:
    header = source.header.text if composed.header is None else composed.header
    shown = replace(session.shown, header=header, payload=source.payload.text)
    known = replace(session.known, waiting=frozenset(), form=source.payload.form)
    return replace(session, shown=shown, known=known)


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
    known = replace(session.known, waiting=waiting, inexact=inexact, form=payload.form)
    return replace(session, shown=shown, known=known, compact=is_compact)
