"""One base64url part of a token: decoded as far as it goes, its faults placed in the whole text."""

from jwtdesk.jose import base64url
from jwtdesk.jose.base64url import Decoded
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jsontext import Document, read
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.token import Segment
from jwtdesk.jose.words import tr

# A longer part is not remembered: four of them would fill the memory.
REMEMBERED = 1_500_000
UNDECODABLE = frozenset({"base64-foreign", "base64-length"})


def read_segment(encoded: str, start: int, *, as_json: bool = True) -> Segment:
    """Read one part that stands at `start` (code points) of the token (RFC 7515 section 2).

    `as_json` asks for the JSON reading too. Faults come back with places in the token's text.
    """
    decoded, document = (_remembered if len(encoded) <= REMEMBERED else _decoded)(encoded, as_json)
    problems = tuple(_moved(one, start) for one in decoded.problems)
    span = Span(start, start + len(encoded))
    return Segment(encoded, span, decoded.octets, problems, document)


def _decoded(encoded: str, as_json: bool) -> tuple[Decoded, Document | None]:  # noqa: FBT001 - a key
    decoded = base64url.decode(encoded)
    return decoded, json_reading(decoded.octets) if as_json else None


# While one part of a token is edited, the other is not decoded again at every key press.
_remembered = remembered(4)(_decoded)


def raw_segment(text: str, start: int) -> Segment:
    """Read a payload that was not base64url-encoded (RFC 7797): its text is its octets."""
    octets = octets_of(text)
    return Segment(text, Span(start, start + len(text)), octets, (), json_reading(octets))


def octets_of(text: str) -> bytes:
    """Return the UTF-8 octets of `text`; a lone surrogate becomes its three odd octets."""
    return text.encode("utf-8", "surrogatepass")


def json_reading(octets: bytes) -> Document | None:
    """Return the JSON reading of `octets`, None when not UTF-8 (RFC 8259 8.1)."""
    try:
        return read(octets.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def payload_reading(octets: bytes) -> Document | None:
    """Return `json_reading` of a payload that was unpacked, decrypted or given beside the token.

    A dozen judgements ask for it, and so does the next key press.
    """
    return (_payload_reading if len(octets) <= REMEMBERED else _large_reading)(octets)


# Of what is large one reading is kept: its values take many times the room of their text.
_payload_reading = remembered(4)(json_reading)
_large_reading = remembered(1)(json_reading)


def encoding_faults(part: str, segment: Segment | None) -> tuple[Problem, ...]:
    """Return what is wrong with how `segment` is encoded, each sentence naming the `part`."""
    if segment is None:
        return ()
    return tuple(in_part(part, one) for one in segment.problems)


def in_part(part: str, problem: Problem, severity: Severity | None = None) -> Problem:
    """Return `problem` with the `part` named before its sentence, and another severity if given."""
    message = tr("{part}: {message}", part=part, message=problem.message)
    return Problem(problem.code, message, problem.span, severity or problem.severity)


def undecodable(segment: Segment | None, part: str, *, strict: bool = False) -> Problem | None:
    """Return the fault that makes the octets of `segment` uncertain, if there is one.

    `strict` counts the standard base64 alphabet too: a signature written in it is not one.
    """
    fatal = UNDECODABLE | {"base64-standard-alphabet"} if strict else UNDECODABLE
    faults = segment.problems if segment else ()
    return next((in_part(part, one) for one in faults if one.code in fatal), None)


def _moved(problem: Problem, by: int) -> Problem:
    span = problem.span.moved(by) if problem.span else None
    return Problem(problem.code, problem.message, span, problem.severity)
