"""Where a finding points: a pane, and a place in the text that stands there."""

from jwtdesk.analysis.finding import Finding
from jwtdesk.jose.jsontext import Member, span_between
from jwtdesk.jose.problem import Span
from jwtdesk.jose.token import Segment
from jwtdesk.model.places import in_pane
from jwtdesk.model.session import Caret, PaneName, Session

_PANES = {
    "token": PaneName.TOKEN,
    "header": PaneName.HEADER,
    "payload": PaneName.PAYLOAD,
    "key": PaneName.KEY,
}


def place_of(session: Session, finding: Finding) -> Caret | None:
    """Return where the caret goes for `finding`, in the pane's own text; None for no such place."""
    name = finding.where.split(".")[0].split("[")[0]
    pane = _PANES.get(name)
    if pane is PaneName.TOKEN:
        return _in_token(session, finding.span)
    if pane is PaneName.HEADER:
        members, text = session.known.header_members, session.shown.header
        return _in_claims(pane, session.known.header, text, members, finding)
    if pane is PaneName.PAYLOAD:
        members, text = session.known.payload_members, session.shown.payload
        return _in_claims(pane, session.known.payload, text, members, finding)
    if pane is PaneName.KEY:
        return Caret(pane, finding.span.start if finding.span else 0)
    return None


def _in_token(session: Session, span: Span | None) -> Caret:
    """Return a place in the token as it stands in its pane, its beginning if it is not known."""
    known = session.known
    found = in_pane(session.shown.token, known.token_origin, span) if span else None
    return Caret(PaneName.TOKEN, found.start if found else known.token_origin.start)


def _in_claims(
    pane: PaneName,
    segment: Segment | None,
    text: str,
    members: tuple[Member, ...],
    finding: Finding,
) -> Caret:
    """Return a place in a claims pane: by the path of the member, else by its place in the JSON."""
    path = "$" + finding.where[len(pane.value) :]
    for member in members:
        if member.path == path:
            return Caret(pane, member.key.start)
    document = segment.document if segment else None
    if finding.span is None or document is None:
        return Caret(pane, 0)
    return Caret(pane, span_between(document.text, text, finding.span).start)
