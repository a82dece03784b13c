"""What token do the claims make? The half of the loop that makes instead of checks."""

from dataclasses import dataclass, replace

from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import PaneReading
from jwtdesk.model.carriage import Carriage, carriage, packed, unpacked
from jwtdesk.model.compose_encrypted import encrypted
from jwtdesk.model.compose_signed import signed
from jwtdesk.model.composed import Composed
from jwtdesk.model.forms import Form
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.maker import Maker
from jwtdesk.model.questions import ReadPane
from jwtdesk.model.session import PaneName
from jwtdesk.model.source import FromClaims, Part
from jwtdesk.model.token_kinds import ENCRYPTED, encrypts


@dataclass(frozen=True, slots=True)
class _Readings:
    header: PaneReading
    payload: PaneReading
    members: dict[str, Value]


def compose(
    source: FromClaims, ledger: Ledger, keys: Keys | Unreadable | None, *, compact: bool
) -> Composed:
    """Return the token `source` makes, signed or encrypted with `keys` where they can.

    An untouched part is re-emitted exactly as it was received.
    """
    header = _reading(source.header, ledger, compact=compact)
    payload = _reading(source.payload, ledger, compact=compact)
    if header is None or payload is None:
        return Composed(pending=True)
    members = _members(source, header.document)
    source = _in_form(source, members)
    read = _Readings(header, payload, members)
    read = replace(read, payload=_packed(source, read))
    problems = tuple(
        (pane, reading.document.problem)
        for pane, reading in ((PaneName.HEADER, read.header), (PaneName.PAYLOAD, read.payload))
        if reading.encoded is None and reading.document.problem
    )
    if read.header.encoded is None or read.payload.encoded is None:
        return Composed(problems=problems)
    maker = Maker(source, read.header.encoded, read.payload.encoded, members, ledger, keys)
    return encrypted(maker) if encrypts(members) else signed(maker)


def _reading(part: Part, ledger: Ledger, *, compact: bool) -> PaneReading | None:
    answer = ledger.ask(ReadPane(part.text, compact and part.form is Form.JSON, part.form))
    if part.encoded is not None:
        document = answer.document if isinstance(answer, PaneReading) else Document("", None, None)
        return PaneReading(document, part.encoded)
    return answer if isinstance(answer, PaneReading) else None


def _members(source: FromClaims, header: Document) -> dict[str, Value]:
    """Return the JOSE header: what its pane says, and what stands unprotected beside it."""
    own = header.value if isinstance(header.value, dict) else {}
    if source.like is None or source.entry >= len(source.like.signatures):
        return own
    one = source.like.signatures[source.entry]
    document = base64url.decode(one.protected).octets
    beside = {name: value for name, value in one.header.items() if name.encode() not in document}
    return {**beside, **own}


def _in_form(source: FromClaims, members: dict[str, Value]) -> FromClaims:
    """Return `source` without the JSON form of a token of the other kind, which has no room for it.

    What was encrypted and is signed now, or the other way round, becomes a compact token.
    """
    if source.like is None or (source.like.kind in ENCRYPTED) is encrypts(members):
        return source
    return replace(source, like=None, entry=0)


def _packed(source: FromClaims, read: _Readings) -> PaneReading:
    """Return the payload as it stands in the token that the header asks for.

    One that nobody touched keeps its characters, unless another header asks for another carriage.
    """
    payload, part = read.payload, source.payload
    if payload.encoded is None:
        return payload
    wanted = _wanted(source, read.members)
    own = source.carriage if part.encoded is not None else Carriage.ENCODED
    if own is wanted:
        return payload
    text = packed(unpacked(payload.encoded, own), wanted)
    if text is None:
        message = tr("With “b64” false the payload stands in the token as text; this is no text.")
        return _refused(payload, Problem("unencoded-binary", message))
    # In a JSON serialisation nothing is cut at dots (RFC 7797 section 5.2).
    if wanted is Carriage.RAW and "." in text and source.like is None:
        return _dotted(payload)
    return replace(payload, encoded=text)


def _wanted(source: FromClaims, members: dict[str, Value]) -> Carriage:
    """Return how the payload is to stand in the token: the first of several headers decides."""
    if encrypts(members):
        return Carriage.ENCODED
    decides = members
    if source.like is not None and source.entry and source.like.signatures:
        decides = source.like.signatures[0].header
    how = carriage(decides)
    # What travels apart is nowhere written as it is: it enters the signing input as octets.
    return Carriage.ENCODED if how is Carriage.RAW and source.detached else how


def _dotted(payload: PaneReading) -> PaneReading:
    message = tr("With “b64” false the payload stands in the token as it is, and may hold no dot.")
    at = payload.document.text.find(".")
    where = Span(at, at + 1) if at >= 0 else None
    return _refused(payload, Problem("unencoded-dot", message, where))


def _refused(payload: PaneReading, problem: Problem) -> PaneReading:
    return PaneReading(replace(payload.document, problem=problem), None)
