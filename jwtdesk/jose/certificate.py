"""What a certificate says beside its key: for whom, by whom, and from when to when (RFC 5280)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from jwtdesk.jose.armour import armoured, read_armour
from jwtdesk.jose.bare_base64 import bare_body
from jwtdesk.jose.containers.shape import Shape, shape_of
from jwtdesk.jose.der import SEQUENCE, SET, Der, Malformed
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_text import LIMIT_OCTETS, key_text

VERSION, UTC_TIME = 0xA0, 0x17
MOST_CERTIFICATES = 20
# Two-digit years from 50 on belong to the last century (RFC 5280 section 4.1.2.5.1).
CENTURY_BREAK = 50
TEXT_KINDS = {0x1E: "utf-16-be", 0x14: "latin-1", 0x0C: "utf-8", 0x13: "ascii", 0x16: "ascii"}
SHORT_NAMES = {
    "2.5.4.3": "CN",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.8": "ST",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "1.2.840.113549.1.9.1": "emailAddress",
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """The facts of one certificate, none of them verified.

    `subject` and `issuer` read like "CN=example, O=Example"; `not_before` and `not_after` are
    seconds since the epoch, the last second included.
    """

    subject: str
    issuer: str
    not_before: int
    not_after: int


def certificates(given: KeyInput) -> tuple[Certificate, ...]:
    """Return the facts of the certificates in a key text, in order; never raises.

    One that is damaged is left out: reading its key says what is wrong with it.
    """
    found = (_read(octets) for octets in _certificate_octets(given.octets))
    return tuple(one for one in found if one is not None)


def der_certificates(given: KeyInput) -> tuple[bytes, ...]:
    """Return the DER octets of the certificates in a key text, in order; never raises."""
    return tuple(_certificate_octets(given.octets))


def _certificate_octets(octets: bytes) -> list[bytes]:
    if len(octets) > LIMIT_OCTETS:
        return []
    if shape_of(octets) is Shape.CERTIFICATE:
        return [octets]
    found = key_text(octets)
    if found is not None and armoured(found.text):
        blocks = [one.octets for one in read_armour(found.text).blocks]
        return [one for one in blocks if shape_of(one) is Shape.CERTIFICATE][:MOST_CERTIFICATES]
    body = bare_body(octets)
    return [body] if body is not None and shape_of(body) is Shape.CERTIFICATE else []


def _read(octets: bytes) -> Certificate | None:
    try:
        inner = Der(octets).sequence().sequence()
        if inner.peek() == VERSION:
            inner.skip()
        inner.skip()
        inner.skip()
        issuer, validity, subject = inner.sequence(), inner.sequence(), inner.sequence()
        begin, end = moment(validity), moment(validity)
        return Certificate(name_in(subject), name_in(issuer), begin, end)
    except (Malformed, ValueError, OverflowError):
        return None


def moment(fields: Der) -> int:
    """Return the next value, a time, in seconds since 1970; raises `Malformed` or `ValueError`."""
    tag = fields.peek()
    text = fields.take(tag or 0).decode("ascii")
    if tag == UTC_TIME:
        text = ("19" if int(text[:2]) >= CENTURY_BREAK else "20") + text
    return int(datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC).timestamp())


def name_in(fields: Der) -> str:
    """Return the fields of a Name as one reads it (RFC 5280 section 4.1.2.4)."""
    parts = []
    while fields.peek() == SET:
        attributes = Der(fields.take(SET))
        while attributes.peek() == SEQUENCE:
            parts.append(_attribute(attributes.sequence()))
    return ", ".join(parts)


def _attribute(fields: Der) -> str:
    object_id = fields.object_id()
    tag = fields.peek() or 0
    text = fields.take(tag).decode(TEXT_KINDS.get(tag, "utf-8"), "replace")
    shown = "".join(one if one.isprintable() else "\ufffd" for one in text)
    return f"{SHORT_NAMES.get(object_id, object_id)}={shown}"
