"""An encrypted token in compact form: five parts, of which the header can be read (RFC 7516)."""

from jwtdesk.jose.compact import JWE_PARTS, Parts
from jwtdesk.jose.encrypted_parts import (
    Sealed,
    header_fault,
    key_part_fault,
    key_part_problems,
    sealed_fault,
    sealed_problems,
)
from jwtdesk.jose.headers import header_members
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import (
    encoding_faults,
    in_part,
    octets_of,
    read_segment,
    undecodable,
)
from jwtdesk.jose.token import Encrypted, Kind, Recipient, Segment, Signature, Token
from jwtdesk.jose.words import tr


def encrypted(protected: str, header: dict[str, Value]) -> Signature:
    """Return the entry that carries the JOSE header of something encrypted: nothing is signed."""
    message = tr("This token is encrypted, not signed: it is read by decrypting it.")
    return Signature(header, protected, b"", b"", Problem("encrypted", message))


def read_jwe(text: str, parts: Parts) -> Token:
    """Read a JWE in compact form, five parts (RFC 7516 section 7.1), and what is wrong with it."""
    header = header_members(parts.header.document)
    members = {} if isinstance(header, Problem) else header
    wrapped, iv, ciphertext, tag = _other_parts(text)
    sealed = Sealed(iv, ciphertext, tag)
    problems = [
        *encoding_faults(tr("Header"), parts.header),
        *_header_problems(header, parts.header),
        *key_part_problems(members, wrapped),
        *sealed_problems(sealed, members),
    ]
    protected = parts.header.encoded
    fault = _fault(header, parts.header, wrapped, sealed)
    return Token(
        kind=Kind.JWE,
        text=text,
        problems=tuple(problems),
        header=parts.header,
        signatures=(encrypted(protected, members),),
        encrypted=Encrypted(
            protected=protected,
            aad=octets_of(protected),
            iv=iv.octets,
            ciphertext=ciphertext.octets,
            tag=tag.octets,
            recipients=(Recipient(members, wrapped.octets, fault),),
        ),
    )


def _other_parts(text: str) -> list[Segment]:
    """Return the four parts after the header."""
    found: list[Segment] = []
    start = 0
    for part in text.split(".", JWE_PARTS - 1):
        if start:
            found.append(read_segment(part, start, as_json=False))
        start += len(part) + 1
    return found


def _header_problems(header: dict[str, Value] | Problem, segment: Segment) -> list[Problem]:
    if isinstance(header, Problem):
        return [Problem(header.code, header.message, segment.span)]
    found = duplicates(segment)
    fault = header_fault(header)
    return found + ([Problem(fault.code, fault.message, segment.span)] if fault else [])


def duplicates(segment: Segment) -> list[Problem]:
    """Return the names that occur twice in the protected header: in a header that is an error."""
    return [
        Problem("duplicate-member", in_part(tr("Header"), one).message, segment.span)
        for one in (segment.document.duplicates if segment.document else ())
    ]


def _fault(
    header: dict[str, Value] | Problem, segment: Segment, wrapped: Segment, sealed: Sealed
) -> Problem | None:
    """Return why nothing can be decrypted here, whatever the key; the first reason counts."""
    undone = undecodable(segment, tr("Header"))
    if isinstance(header, Problem):
        return undone or header
    return (
        undone
        or header_fault(header)
        or key_part_fault(header, wrapped)
        or sealed_fault(sealed, header)
    )
