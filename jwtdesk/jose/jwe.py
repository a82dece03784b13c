"""An encrypted token: its header is readable, everything else waits for a key (RFC 7516)."""

from jwtdesk.jose.compact import JWE_PARTS, Parts, header_problems
from jwtdesk.jose.headers import header_members
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import encoding_faults, read_segment
from jwtdesk.jose.token import Kind, Signature, Token
from jwtdesk.jose.words import tr

_PARTS = ("Header", "Encrypted key", "Initialisation vector", "Ciphertext", "Authentication tag")


def encrypted(protected: str, header: dict[str, Value]) -> Signature:
    """Return the entry that carries the JOSE header of something encrypted: nothing is signed."""
    message = tr("This token is encrypted, not signed: it is read by decrypting it.")
    return Signature(header, protected, b"", b"", Problem("encrypted", message))


def read_jwe(text: str, parts: Parts) -> Token:
    """Read a JWE in compact form, five parts (RFC 7516 section 7.1): the header and its faults."""
    header = header_members(parts.header.document)
    members = {} if isinstance(header, Problem) else header
    found = [*encoding_faults(tr("Header"), parts.header), *header_problems(header, parts.header)]
    found += _other_faults(text)
    if not isinstance(header, Problem) and not isinstance(header.get("enc"), str):
        message = tr("This has the five parts of an encrypted token, but its header has no “enc”.")
        found.append(Problem("enc-missing", message, parts.header.span))
    return Token(
        kind=Kind.JWE,
        text=text,
        problems=tuple(found),
        header=parts.header,
        signatures=(encrypted(parts.header.encoded, members),),
    )


def _other_faults(text: str) -> list[Problem]:
    found: list[Problem] = []
    start = 0
    for name, part in zip(_PARTS, text.split(".", JWE_PARTS - 1), strict=True):
        if start:
            segment = read_segment(part, start, as_json=False)
            found += encoding_faults(tr(name), segment)
        start += len(part) + 1
    return found
