"""The compact serialisation: parts between dots, read as far as they go (RFC 7515 section 7.1)."""

from dataclasses import dataclass

from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.headers import alg_fault, header_members, unencoded
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.payload import says_jwt, signed_content
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.segment import (
    encoding_faults,
    in_part,
    octets_of,
    raw_segment,
    read_segment,
    undecodable,
)
from jwtdesk.jose.token import Kind, Segment, Signature, Token
from jwtdesk.jose.words import tr
from jwtdesk.jose.zipped import Unzipped, faults, unzipped

JWS_PARTS = 3
JWE_PARTS = 5


@dataclass(frozen=True, slots=True)
class Parts:
    """A compact text cut at its dots: the three segments that matter, and how many there were."""

    count: int
    header: Segment
    payload: Segment | None
    signature: Segment | None
    raw: bool = False


def cut(text: str) -> Parts:
    """Cut `text` (no white space) at its dots and decode each of the first three parts."""
    parts = text.split(".", JWS_PARTS)
    header = read_segment(parts[0], 0)
    second = len(parts[0]) + 1
    payload = read_segment(parts[1], second) if len(parts) > 1 else None
    third = second + len(parts[1]) + 1 if len(parts) > 1 else 0
    signature = read_segment(parts[2], third, as_json=False) if len(parts) > JWS_PARTS - 1 else None
    return Parts(text.count(".") + 1, header, payload, signature)


def cut_unencoded(text: str) -> Parts:
    """Cut a token whose payload stands as it is: between the first and the last dot (RFC 7797)."""
    first, last = text.index("."), text.rindex(".")
    header = read_segment(text[:first], 0)
    if first == last:
        return Parts(2, header, raw_segment(text[first + 1 :], first + 1), None, raw=True)
    payload = raw_segment(text[first + 1 : last], first + 1)
    signature = read_segment(text[last + 1 :], last + 1, as_json=False)
    return Parts(JWS_PARTS, header, payload, signature, raw=True)


def read_compact(text: str, parts: Parts, detached: bytes | None = None) -> Token:
    """Read a JWS in compact form; `detached` is its payload when it travels apart (Appendix F)."""
    header = header_members(parts.header.document)
    members = {} if isinstance(header, Problem) else header
    opened = unzipped(members, payload_octets(parts.payload, detached))
    number = wrong_number(parts, members)
    fault = signature_fault(header, parts, number)
    content = signed_content(parts.payload, detached, raw=parts.raw)
    signature = Signature(
        header=members,
        protected=parts.header.encoded,
        octets=parts.signature.octets if parts.signature else b"",
        input=octets_of(parts.header.encoded) + b"." + content,
        problem=fault,
    )
    return Token(
        kind=Kind.JWS,
        text=text,
        detached=detached,
        problems=_problems(header, parts, number, opened, detached),
        header=parts.header,
        payload=parts.payload,
        signature=parts.signature,
        payload_octets=opened.octets,
        zipped=opened.zipped,
        signatures=(signature,),
    )


def payload_octets(payload: Segment | None, detached: bytes | None) -> bytes | None:
    """Return the payload: the token's own, or the detached one when the token has none."""
    if payload is None or (not payload.encoded and detached is not None):
        return detached
    return payload.octets


def wrong_number(parts: Parts, header: dict[str, Value]) -> Problem | None:
    """Return the sentence for a text that has more or fewer parts than its `header` asks for.

    Five of them are read elsewhere: here an encrypted token has too few or too many.
    """
    if "enc" in header and algorithm(header.get("alg")) is None:
        message = tr(
            "An encrypted token has five parts; this has {count}.", count=f"{parts.count:,}"
        )
        code = "parts-missing" if parts.count < JWE_PARTS else "parts-surplus"
        return Problem(code, message)
    if parts.count == JWS_PARTS:
        return None
    if parts.payload is None:
        message = tr("The payload and the signature are missing: a signed token has three parts.")
        return Problem("parts-missing", message)
    if parts.signature is None:
        message = tr("The signature is missing: a signed token has three parts with dots between.")
        return Problem("parts-missing", message)
    message = tr("A signed token has three parts; this has {count}.", count=f"{parts.count:,}")
    end = parts.signature.span.end
    return Problem("parts-surplus", message, Span(end, end + 1))


def signature_fault(
    header: dict[str, Value] | Problem, parts: Parts, number: Problem | None
) -> Problem | None:
    """Return why the signature cannot even be computed with, or None when it can."""
    if isinstance(header, Problem):
        return undecodable(parts.header, tr("Header")) or header
    alone = unencoded(header, header)
    unsecured = header.get("alg") == "none"
    candidates = (
        alg_fault(header),
        None if unsecured and parts.signature is None else number,
        undecodable(parts.header, tr("Header")),
        alone if isinstance(alone, Problem) else None,
        undecodable(parts.payload, tr("Payload")),
        undecodable(parts.signature, tr("Signature"), strict=True),
    )
    return next((one for one in candidates if one), None)


def _problems(
    header: dict[str, Value] | Problem,
    parts: Parts,
    number: Problem | None,
    opened: Unzipped,
    detached: bytes | None,
) -> tuple[Problem, ...]:
    """Return everything wrong with the structure, in reading order."""
    found = [*([number] if number else []), *encoding_faults(tr("Header"), parts.header)]
    found += header_problems(header, parts.header)
    found += encoding_faults(tr("Payload"), parts.payload)
    if parts.raw and parts.payload and "." in parts.payload.encoded:
        message = tr("An unencoded payload must not contain a dot between the dots of a token.")
        found.append(Problem("unencoded-dot", message, parts.payload.span))
    if not isinstance(header, Problem) and parts.payload is not None:
        found += faults(header, parts.payload, opened, detached)
    found += encoding_faults(tr("Signature"), parts.signature)
    if not isinstance(header, Problem) and parts.signature is not None:
        found += signature_problems(header, parts.signature.encoded, parts.signature.span)
    return tuple(found)


def header_problems(header: dict[str, Value] | Problem, segment: Segment) -> list[Problem]:
    """Return what is wrong with a protected header: not JSON, no `alg`, a name twice, bad `b64`."""
    if isinstance(header, Problem):
        return [Problem(header.code, header.message, segment.span)]
    found = [
        Problem("duplicate-member", in_part(tr("Header"), one).message, segment.span)
        for one in (segment.document.duplicates if segment.document else ())
    ]
    alone = unencoded(header, header)
    faults = (alg_fault(header), alone if isinstance(alone, Problem) else None)
    if alone is True and says_jwt(header):
        message = tr("A JWT must not leave its payload unencoded (“b64”: false, RFC 7797).")
        found.append(Problem("b64-in-jwt", message, segment.span, Severity.WARNING))
    return found + [Problem(one.code, one.message, segment.span) for one in faults if one]


def signature_problems(header: dict[str, Value], encoded: str, span: Span) -> list[Problem]:
    """Return what is wrong with the presence of a signature (RFC 7518 section 3.6)."""
    if header.get("alg") == "none":
        message = tr("The algorithm is “none”, but there is a signature.")
        return [Problem("unsecured-with-signature", message, span)] if encoded else []
    message = tr("The signature is empty: this token is signed by nobody.")
    known = algorithm(header.get("alg")) is not None
    severity = Severity.ERROR if known else Severity.WARNING
    return [] if encoded else [Problem("signature-empty", message, span, severity)]
