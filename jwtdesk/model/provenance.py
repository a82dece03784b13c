"""Where the shown token comes from, always visible: pasted, stale, or signed here."""

from dataclasses import replace

from jwtdesk.jose.words import tr
from jwtdesk.model.composed import Composed
from jwtdesk.model.session import Origin, PaneName, Provenance, Session
from jwtdesk.model.source import FromToken


def provenance(session: Session, composed: Composed) -> Session:
    """Return `session` knowing its token's origin.

    While a signature is awaited, or a pane is broken, the last origin stays and the token pane is
    marked as waiting; while nothing can be encrypted it says so.
    """
    known = session.known
    if composed.token is None:
        known = replace(known, waiting=known.waiting | {PaneName.TOKEN})
        if composed.unsigned is not None:
            edited = Provenance(Origin.STALE, tr("Not encrypted yet"))
            known = replace(known, provenance=edited)
        return replace(session, known=known)
    return replace(session, known=replace(known, provenance=_origin(session, composed)))


def _origin(session: Session, composed: Composed) -> Provenance:
    if session.empty:
        return Provenance()
    if session.shown.token == session.original:
        return Provenance(Origin.PASTED, tr("As pasted"))
    if isinstance(session.source, FromToken):
        return Provenance(Origin.CHANGED, tr("Changed here"))
    if composed.signed_by is not None:
        return _made(composed, composed.signed_by)
    if composed.unsigned is not None and composed.unsigned.code == "unsecured":
        return Provenance(Origin.STALE, tr("Edited, carries no signature"), tr("No signature"))
    return Provenance(Origin.STALE, tr("Edited, not signed"), tr("Not signed"))


def _made(composed: Composed, key: str) -> Provenance:
    if composed.plaintext is not None:
        text, brief = tr("Encrypted here for {key}", key=key), tr("Encrypted here")
    else:
        text, brief = tr("Signed here with {key}", key=key), tr("Signed here")
    return Provenance(Origin.SIGNED, text, brief)
