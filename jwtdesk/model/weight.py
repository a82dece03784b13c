"""How much memory an answer keeps alive, so that what is remembered is bounded by its size."""

from collections.abc import Iterable

from jwtdesk.analysis.checks import Checked
from jwtdesk.jose.jsontext import Document, Member
from jwtdesk.jose.token import Segment, Token
from jwtdesk.model.answer_values import Answer, Laid, PaneReading, Reading
from jwtdesk.model.questions import Question

# What an object takes beside its texts, in bytes.
LEAST = 200
# The values of a JSON text take several times its own room.
VALUES = 4


def weight(question: Question, answer: Answer) -> int:
    """Return about how many bytes `question` and `answer` keep alive together."""
    asked = (getattr(question, name) for name in question.__slots__)
    return LEAST + sum(map(_held, asked)) + _answered(answer)


def _answered(answer: Answer) -> int:
    match answer:
        case Reading(token=token) | Checked(token=token):
            return _token(token)
        case Laid(text=text):
            return len(text)
        case PaneReading(document=document, encoded=encoded):
            return _document(document) + len(encoded or "")
        case tuple():
            return _several(answer)
        case _:
            return LEAST


def _held(value: object) -> int:
    match value:
        case str() | bytes():
            return len(value)
        case Token():
            return _token(value)
        case _:
            return 0


def _token(token: Token) -> int:
    """Return the weight of a token: its text, its parts, and what they were decoded to."""
    parts = (token.header, token.payload, token.signature)
    own = len(token.text) + sum(len(one.input) for one in token.signatures[:1])
    sealed = len(token.encrypted.ciphertext) if token.encrypted else 0
    return own + sealed + sum(map(_segment, parts)) + _unpacked(token)


def _unpacked(token: Token) -> int:
    """Return the weight of a payload that is not simply the decoded part."""
    octets, part = token.payload_octets, token.payload
    if octets is None or (part is not None and part.octets is octets):
        return 0
    return (1 + VALUES) * len(octets)


def _segment(segment: Segment | None) -> int:
    if segment is None:
        return 0
    return len(segment.encoded) + len(segment.octets) + _document(segment.document)


def _document(document: Document | None) -> int:
    if document is None:
        return 0
    return len(document.text) * (1 + (VALUES if document.sound else 0))


def _several(found: Iterable[object]) -> int:
    """Return the weight of members, findings or verifications."""
    return sum(2 * LEAST + (len(one.path) if isinstance(one, Member) else 0) for one in found)
