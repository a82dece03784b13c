"""How long each part of a token is, by the name that a person calls it."""

from dataclasses import dataclass

from jwtdesk.jose.token import Encrypted, Segment, Selective, Token
from jwtdesk.jose.words import tr

# Base64url writes three octets in four characters (RFC 4648 section 5).
GROUP, WRITTEN = 3, 4


@dataclass(frozen=True, slots=True)
class PartCount:
    """One part: its name, the theme's colour for it, and its length in characters, None if absent.

    `decides` marks the part that a wrong key or a wrong content shows in.
    """

    name: str
    tone: str
    length: int | None
    decides: bool = False


def part_counts(token: Token) -> tuple[PartCount, ...]:
    """Return the parts of `token` in the order of its text; three for what is no token yet."""
    header = PartCount(tr("Header"), "header", _length(token.header))
    if token.encrypted is not None:
        return (header, *_sealed(token.encrypted))
    signed = (
        header,
        PartCount(tr("Payload"), "payload", _length(token.payload)),
        PartCount(tr("Signature"), "signature", _length(token.signature), decides=True),
    )
    return signed if token.selective is None else (*signed, *_shown(token.selective))


def _sealed(sealed: Encrypted) -> tuple[PartCount, ...]:
    """Return the four parts behind the header of something encrypted (RFC 7516 section 3)."""
    keys = [one.encrypted_key for one in sealed.recipients]
    name = tr("Encrypted keys") if len(keys) > 1 else tr("Encrypted key")
    return (
        PartCount(name, "wrapped", sum(map(_written, keys))),
        PartCount(tr("IV"), "beside", _written(sealed.iv)),
        PartCount(tr("Ciphertext"), "payload", _written(sealed.ciphertext)),
        PartCount(tr("Tag"), "signature", _written(sealed.tag), decides=True),
    )


def _shown(selective: Selective) -> tuple[PartCount, ...]:
    """Return what stands behind the tildes of an SD-JWT (RFC 9901 section 4)."""
    disclosed = sum(len(one.encoded) for one in selective.disclosures)
    counts = [PartCount(tr("Disclosures"), "wrapped", disclosed)]
    if selective.key_binding:
        counts.append(PartCount(tr("Key binding"), "beside", len(selective.key_binding)))
    return tuple(counts)


def _length(segment: Segment | None) -> int | None:
    return None if segment is None else len(segment.encoded)


def _written(octets: bytes) -> int:
    return (len(octets) * WRITTEN + GROUP - 1) // GROUP
