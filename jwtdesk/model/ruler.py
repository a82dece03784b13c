"""The byte ruler: which characters of the token carry a claim, and which claim a character."""

from dataclasses import dataclass

from jwtdesk.jose.base64url import chars_of_octets, octets_of_chars
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jsontext import Member, line_column, member_at, span_between
from jwtdesk.jose.problem import Span
from jwtdesk.jose.token import Segment
from jwtdesk.model.places import in_pane, in_token
from jwtdesk.model.session import PaneName, Session

# Above this many code points a caret move would cost more than a frame.
LONGEST = 200_000

CLAIMS = (PaneName.HEADER, PaneName.PAYLOAD)


@dataclass(frozen=True, slots=True)
class Lit:
    """What lights up for the caret: spans per pane in code points, its path, line and column."""

    token: tuple[Span, ...] = ()
    header: tuple[Span, ...] = ()
    payload: tuple[Span, ...] = ()
    path: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class _Side:
    """One claims pane beside the segment that carries it.

    `carried` says that this segment stands in the token as it is: not encrypted, inflated or apart.
    """

    pane: PaneName
    text: str
    members: tuple[Member, ...]
    segment: Segment
    carried: bool


def lit(session: Session) -> Lit:
    """Return what the caret of `session` lights up; nothing while the panes are out of step."""
    caret = session.caret
    if caret is None:
        return Lit()
    text = _text(session, caret.pane)
    line, column = line_column(text, min(caret.offset, len(text)))
    if len(text) > LONGEST or PaneName.TOKEN in session.known.waiting:
        return Lit(line=line, column=column)
    if caret.pane is PaneName.TOKEN:
        return _from_token(session, caret.offset, line, column)
    side = _side(session, caret.pane) if caret.pane in CLAIMS else None
    if side is None:
        return Lit(line=line, column=column)
    return _lit_member(session, side, caret.offset, line, column)


def _text(session: Session, pane: PaneName) -> str:
    texts = {
        PaneName.TOKEN: session.shown.token,
        PaneName.HEADER: session.shown.header,
        PaneName.PAYLOAD: session.shown.payload,
    }
    return texts.get(pane, "")


def _side(session: Session, pane: PaneName) -> _Side | None:
    known = session.known
    if pane is PaneName.HEADER:
        segment, members = known.header, known.header_members
    else:
        segment, members = known.payload, known.payload_members
    if segment is None or segment.document is None or not segment.document.sound:
        return None
    span = segment.span
    carried = known.token.text[span.start : span.end] == segment.encoded
    return _Side(pane, _text(session, pane), members, segment, carried)


def _from_token(session: Session, offset: int, line: int, column: int) -> Lit:
    known = session.known
    at = in_token(session.shown.token, known.token_origin, offset)
    for pane in CLAIMS:
        side = _side(session, pane)
        if side and side.carried and side.segment.span.start <= at < side.segment.span.end:
            octet = octets_of_chars(at - side.segment.span.start, at - side.segment.span.start + 1)
            inside = _characters(side.segment, octet.start)
            found = span_between(_json(side.segment), side.text, Span(inside, inside + 1))
            return _lit_member(session, side, found.start, line, column)
    return Lit(line=line, column=column)


def _lit_member(session: Session, side: _Side, offset: int, line: int, column: int) -> Lit:
    member = member_at(side.members, offset)
    if member is None:
        return Lit(path="$", line=line, column=column)
    whole = Span(member.key.start, member.value.end)
    token = _in_token(session, side, whole)
    spans = (whole,)
    return Lit(
        token=(token,) if token else (),
        header=spans if side.pane is PaneName.HEADER else (),
        payload=spans if side.pane is PaneName.PAYLOAD else (),
        path=member.path,
        line=line,
        column=column,
    )


def _in_token(session: Session, side: _Side, whole: Span) -> Span | None:
    if not side.carried:
        return None
    inside = _carried(_json(side.segment), side.text, whole)
    place = inside.moved(side.segment.span.start)
    return in_pane(session.shown.token, session.known.token_origin, place)


def _json(segment: Segment) -> str:
    return segment.document.text if segment.document else ""


@remembered(64)
def _carried(json: str, pane_text: str, whole: Span) -> Span:
    """Return the base64url characters that carry `whole` of the pane."""
    span = span_between(pane_text, json, whole)
    start = len(json[: span.start].encode("utf-8", "surrogatepass"))
    end = start + len(json[span.start : span.end].encode("utf-8", "surrogatepass"))
    return chars_of_octets(start, end)


def _characters(segment: Segment, octet: int) -> int:
    """Return which code point of the segment's JSON the octet belongs to."""
    return len(segment.octets[:octet].decode("utf-8", "ignore"))
