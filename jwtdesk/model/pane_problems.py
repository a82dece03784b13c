"""What each pane underlines, with places in that pane's own text."""

from collections.abc import Iterator
from dataclasses import replace

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.jsontext import span_between
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Segment
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.model.composed import Composed
from jwtdesk.model.forms import Form
from jwtdesk.model.payload_notes import is_apart
from jwtdesk.model.places import moved
from jwtdesk.model.session import Known, PaneName, Session

Placed = Iterator[tuple[PaneName, Problem]]


def pane_problems(session: Session, composed: Composed) -> Session:
    """Return `session` knowing the problems of every pane."""
    known = session.known
    found = [*composed.problems, *_token(session), *_keys(known)]
    broken = {pane for pane, _ in composed.problems}
    for pane, segment, text in (
        (PaneName.HEADER, known.header, session.shown.header),
        (PaneName.PAYLOAD, _payload(known), session.shown.payload),
    ):
        if pane not in broken and pane not in known.waiting:
            found.extend((pane, problem) for problem in _segment(segment, text))
    return replace(session, known=replace(known, problems=tuple(found)))


def _token(session: Session) -> Placed:
    known = session.known
    problems = [*known.token.problems, *_wrong_signature(session)]
    for problem in problems:
        yield PaneName.TOKEN, moved(problem, session.shown.token, known.token_origin)


def _wrong_signature(session: Session) -> Iterator[Problem]:
    signature = session.known.token.signature
    lamp = session.verdict.signature
    if signature and lamp.state is State.BAD and lamp.code == SignatureCode.MISMATCH.value:
        yield Problem(lamp.code, lamp.text, signature.span)


def _keys(known: Known) -> Placed:
    for pane, keys in ((PaneName.KEY, known.keys), (PaneName.SIGNING_KEY, known.signing_keys)):
        if isinstance(keys, Unreadable):
            yield pane, keys.problem
        elif keys is not None:
            for problem in keys.problems:
                yield pane, problem


def _payload(known: Known) -> Segment | None:
    """Return the payload where its pane shows JSON: nothing is wrong with text or bytes.

    Nor with a payload that travels apart and was not given.
    """
    absent = is_apart(known.token) and known.token.detached is None
    return known.payload if known.form is Form.JSON and not absent else None


def _segment(segment: Segment | None, pane_text: str) -> Iterator[Problem]:
    """Yield the faults of a segment's JSON, placed where its pane shows them."""
    document = segment.document if segment else None
    if document is None:
        return
    if document.problem is not None:
        yield document.problem
    for problem in document.duplicates:
        span = problem.span and span_between(document.text, pane_text, problem.span)
        yield replace(problem, span=span)
