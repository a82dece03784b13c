"""The payload: what of it is signed, and what is odd about it (RFC 7515, RFC 7519)."""

from collections.abc import Mapping

from jwtdesk.jose import base64url
from jwtdesk.jose.bare_token import bare_kind
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.segment import in_part, octets_of, payload_reading
from jwtdesk.jose.token import Segment
from jwtdesk.jose.words import tr

TOO_DEEP = "json-too-deep"


def says_jwt(header: Mapping[str, Value]) -> bool:
    """Return whether `typ` claims that the payload is a JWT Claims Set (RFC 7519 section 5.1)."""
    kind = header.get("typ")
    if not isinstance(kind, str):
        return False
    name = kind.lower().removeprefix("application/")
    return name == "jwt" or name.endswith("+jwt")


def signed_content(payload: Segment | None, detached: bytes | None, *, raw: bool) -> bytes:
    """Return the payload as it enters the signing input (RFC 7515 section 5.1, RFC 7797).

    It is the token's own, as received, or the `detached` one: as it is when `raw`, else encoded.
    """
    own = payload.encoded if payload else ""
    if own or detached is None:
        return octets_of(own)
    return detached if raw else base64url.encode(detached).encode("ascii")


def payload_faults(
    header: Mapping[str, Value],
    payload: Segment,
    octets: bytes | None,
    detached: bytes | None,
) -> list[Problem]:
    """Return the oddities of `payload`, errors only where the header says it must be a JWT.

    `octets` is the payload that counts; `detached` the one given apart from the token, if any.
    """
    if payload.encoded:
        return [*_twice(payload.span, octets, detached), *_own_faults(header, payload)]
    if detached is None:
        return [_empty(header, payload.span)]
    # Apart from the token anything may travel, so that only JSON can be odd.
    return _names_twice(payload_reading(detached), payload.span)


def _twice(span: Span, octets: bytes | None, detached: bytes | None) -> list[Problem]:
    if detached is None or detached == octets:
        return []
    message = tr("A detached payload was given, but the token has its own: that one counts.")
    return [Problem("payload-twice", message, span, Severity.WARNING)]


def _own_faults(header: Mapping[str, Value], payload: Segment) -> list[Problem]:
    if payload.document is None:
        message = tr("The payload is not UTF-8 text.")
        return [_no_claims("payload-not-utf8", message, header, payload.span)]
    if _is_token(payload.document):
        return []
    if payload.document.problem:
        return [_not_json(payload.document.problem, header, payload.span)]
    found = _names_twice(payload.document, payload.span)
    if not isinstance(payload.document.value, dict):
        message = tr("The payload is JSON, but not an object: it holds no claims.")
        found.append(_no_claims("payload-not-object", message, header, payload.span))
    return found


def _is_token(document: Document) -> bool:
    """Return whether the payload is a token itself, bare or as a JSON text (RFC 7519 5.2)."""
    text = document.text if document.problem else document.value
    return isinstance(text, str) and bare_kind(text.strip()) is not None


def _names_twice(document: Document | None, span: Span) -> list[Problem]:
    return [
        Problem(one.code, in_part(tr("Payload"), one).message, span, Severity.WARNING)
        for one in (document.duplicates if document else ())
    ]


def _empty(header: Mapping[str, Value], span: Span) -> Problem:
    message = tr("The payload is empty: it may travel apart from the token (detached).")
    return _no_claims("payload-empty", message, header, span)


def _not_json(problem: Problem, header: Mapping[str, Value], span: Span) -> Problem:
    if problem.code == TOO_DEEP:
        message = tr("The payload is nested too deeply to be shown. {place}", place=problem.message)
        return Problem("payload-too-deep", message, span, Severity.WARNING)
    message = tr("The payload is not JSON. {place}", place=problem.message)
    return _no_claims("payload-not-json", message, header, span)


def _no_claims(code: str, message: str, header: Mapping[str, Value], span: Span) -> Problem:
    severity = Severity.ERROR if says_jwt(header) else Severity.WARNING
    return Problem(code, message, span, severity)
