"""Every encoded part of any token by its name, to be looked at and changed octet by octet."""

from collections.abc import Iterator
from dataclasses import dataclass

from jwtdesk.jose import base64url
from jwtdesk.jose.payload_text import payload_text, stands_unencoded
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.segment_names import Part, parts_in_json
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class NamedSegment:
    """One encoded part: its name for a person, its text, what it holds, its place in `Token.text`.

    `span` is in code points. `is_payload` marks the one that may stand unencoded (RFC 7797).
    """

    name: str
    encoded: str
    octets: bytes
    span: Span
    is_payload: bool = False


def segments(token: Token) -> tuple[NamedSegment, ...]:
    """Return the parts of `token` in the order of its text; none of what is no token.

    In a JSON serialisation: the members that hold base64url, each signature's and recipient's.
    """
    if token.kind is Kind.UNREADABLE:
        return ()
    raw = stands_unencoded(token)
    found = parts_in_json(token.text) if token.text.startswith("{") else _compact(token, raw=raw)
    return tuple(_segment(one, raw=raw) for one in found)


def with_segment(token: Token, index: int, octets: bytes) -> str | Problem:
    """Return the text of `token` with the octets of segment `index` replaced, all else kept.

    The index is that of `segments`; one that is not there changes nothing. A payload that stands
    unencoded must be UTF-8, else a problem comes back.
    """
    found = segments(token)
    if not 0 <= index < len(found):
        return token.text
    changed = found[index]
    made = payload_text(token, octets) if changed.is_payload else base64url.encode(octets)
    if isinstance(made, Problem):
        return made
    return token.text[: changed.span.start] + made + token.text[changed.span.end :]


def _segment(part: Part, *, raw: bool) -> NamedSegment:
    raw = raw and part.is_payload
    octets = octets_of(part.text) if raw else base64url.decode(part.text).octets
    return NamedSegment(part.name, part.text, octets, part.span, part.is_payload)


def _compact(token: Token, *, raw: bool) -> Iterator[Part]:
    """Yield the parts of a compact token: between dots, and behind tildes."""
    if raw and token.header and token.payload:
        yield Part(tr("Header"), token.header.encoded, token.header.span)
        yield Part(tr("Payload"), token.payload.encoded, token.payload.span, is_payload=True)
        if token.signature:
            yield Part(tr("Signature"), token.signature.encoded, token.signature.span)
        return
    issued, *pieces = token.text.split("~")
    if token.kind is Kind.JWE:
        yield from _dotted(issued, 0, _encrypted_names())
        return
    yield from _dotted(issued, 0, (tr("Header"), tr("Payload"), tr("Signature")), payload=1)
    at = len(issued) + 1
    for number, piece in enumerate(pieces[:-1], 1):
        name = tr("Disclosure {number}", number=f"{number:,}")
        yield Part(name, piece, Span(at, at + len(piece)))
        at += len(piece) + 1
    if pieces and pieces[-1]:
        yield from _dotted(pieces[-1], at, _binding_names())


def _dotted(text: str, at: int, names: tuple[str, ...], payload: int = -1) -> Iterator[Part]:
    """Yield the parts of `text`, which stands at `at`, as far as there are names for them."""
    for number, (name, part) in enumerate(zip(names, text.split("."), strict=False)):
        yield Part(name, part, Span(at, at + len(part)), is_payload=number == payload)
        at += len(part) + 1


def _encrypted_names() -> tuple[str, ...]:
    return (
        tr("Header"),
        tr("Encrypted key"),
        tr("Initialisation vector"),
        tr("Ciphertext"),
        tr("Authentication tag"),
    )


def _binding_names() -> tuple[str, ...]:
    return tr("Key binding header"), tr("Key binding payload"), tr("Key binding signature")
