"""A signed payload that was compressed on its way, as in a SMART Health Card (`zip: DEF`).

RFC 7515 does not know it for signatures; the SMART Health Cards framework borrows it from RFC 7516.
What is signed stays what was received: only what is shown and judged is unpacked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jwtdesk.jose.inflate import deflate, inflate
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.payload import payload_faults
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.segment import in_part, json_reading, payload_reading
from jwtdesk.jose.token import Segment
from jwtdesk.jose.words import tr

METHOD = "DEF"


@dataclass(frozen=True, slots=True)
class Unzipped:
    """The payload as it is read: `received` on the wire, `octets` once unpacked.

    `zipped` says that the two differ because the payload was compressed; `problem` why it could
    not be unpacked (an error), or need not be (a warning): then `octets` are those received.
    """

    received: bytes | None
    octets: bytes | None
    zipped: bool = False
    problem: Problem | None = None


def says_zip(header: Mapping[str, Value]) -> bool:
    """Return whether `header` says that the content is raw DEFLATE (RFC 7516 section 4.1.3)."""
    return header.get("zip") == METHOD


def unzipped(header: Mapping[str, Value], received: bytes | None) -> Unzipped:
    """Return the payload `received` as it is read under `header`; never raises."""
    if not received or not says_zip(header):
        return Unzipped(received, received)
    found = inflate(received)
    if isinstance(found, bytes):
        return Unzipped(received, found, zipped=True)
    document = json_reading(received)
    if document is None or not document.sound:
        return Unzipped(received, received, problem=in_part(tr("Payload"), found))
    message = tr("The header says that the payload is compressed (zip), but it is plain JSON.")
    problem = Problem("zip-unused", message, severity=Severity.WARNING)
    return Unzipped(received, received, problem=problem)


def deflated(header: Mapping[str, Value], octets: bytes) -> bytes:
    """Return `octets` as they travel under `header`: compressed where it says so, to be signed."""
    return deflate(octets) if says_zip(header) else octets


def faults(
    header: Mapping[str, Value], payload: Segment, opened: Unzipped, detached: bytes | None
) -> list[Problem]:
    """Return what is odd about `payload` once it is unpacked, at the place of the segment."""
    problem = opened.problem
    found = [replace(problem, span=payload.span)] if problem else []
    if problem and problem.severity is Severity.ERROR:
        return found
    seen = payload
    if opened.zipped and opened.octets is not None:
        seen = replace(payload, octets=opened.octets, document=payload_reading(opened.octets))
    return found + payload_faults(header, seen, opened.received, detached)
