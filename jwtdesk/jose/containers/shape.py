"""Which ASN.1 structure some octets are, told by their first fields, never by a label."""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.containers.private import read_pkcs1_private, read_pkcs8, read_sec1
from jwtdesk.jose.containers.public import read_certificate, read_pkcs1_public, read_spki
from jwtdesk.jose.der import (
    BIT_STRING,
    INTEGER,
    OCTET_STRING,
    SEQUENCE,
    Der,
    Malformed,
    missing_octets,
)
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr


class Shape(Enum):
    """The ASN.1 structures a key can come in."""

    SPKI = "SPKI"
    PKCS8 = "PKCS#8"
    PKCS1_PUBLIC = "PKCS#1 public"
    PKCS1_PRIVATE = "PKCS#1 private"
    SEC1 = "SEC1"
    ENCRYPTED = "encrypted PKCS#8"
    CERTIFICATE = "certificate"
    PKCS12 = "PKCS#12"


@dataclass(frozen=True, slots=True)
class Read:
    """A structure and the key in it."""

    shape: Shape
    key: Key | Problem


def shape_of(octets: bytes) -> Shape | None:
    """Return the structure that `octets` begin as, or None for anything else; never raises."""
    try:
        return _shape(Der(octets).sequence())
    except Malformed:
        return None


def _shape(fields: Der) -> Shape | None:
    if fields.peek() == SEQUENCE:
        fields.skip()
        return _after_sequence(fields)
    first = fields.number()
    following = fields.peek()
    if following == SEQUENCE:
        return Shape.PKCS12 if first == 3 else Shape.PKCS8  # noqa: PLR2004 - PFX version
    if following == OCTET_STRING:
        return Shape.SEC1
    if following != INTEGER:
        return None
    fields.skip()
    return Shape.PKCS1_PUBLIC if fields.peek() is None else Shape.PKCS1_PRIVATE


def _after_sequence(fields: Der) -> Shape | None:
    following = fields.peek()
    if following == SEQUENCE:
        return Shape.CERTIFICATE
    return {BIT_STRING: Shape.SPKI, OCTET_STRING: Shape.ENCRYPTED}.get(following or 0)


def read_der(octets: bytes) -> Read | Problem:
    """Read the one plain key that DER `octets` hold; never raises.

    Encrypted containers and PKCS#12 are not opened here.
    """
    shape = shape_of(octets)
    if shape is None:
        return _no_shape(octets)
    try:
        return Read(shape, _content(shape, Der(octets).sequence()))
    except Malformed:
        return Problem(
            "der-malformed",
            tr(
                "This looks like a key ({shape}), but its inner structure is damaged.",
                shape=shape.value,
            ),
        )


def _content(shape: Shape, fields: Der) -> Key | Problem:
    if shape is Shape.SPKI:
        return read_spki(fields)
    if shape is Shape.PKCS1_PUBLIC:
        return read_pkcs1_public(fields)
    if shape is Shape.PKCS1_PRIVATE:
        return read_pkcs1_private(fields)
    if shape in (Shape.PKCS8, Shape.SEC1):
        fields.number()
        return read_pkcs8(fields) if shape is Shape.PKCS8 else read_sec1(fields)
    if shape is Shape.CERTIFICATE:
        return read_certificate(fields)
    return Problem("key-encrypted", tr("This private key is encrypted: give its passphrase."))


def _no_shape(octets: bytes) -> Problem:
    missing = missing_octets(octets)
    if missing:
        return Problem(
            "der-truncated",
            plural(
                missing,
                "The key is cut off: the last byte is missing.",
                "The key is cut off: the last {count} bytes are missing.",
            ),
        )
    return Problem("der-unknown", tr("These bytes are no key structure (ASN.1) that is known."))
