"""Everything that one certificate says about itself and its key, none of it verified (RFC 5280)."""

import hashlib
import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass, field

from jwtdesk.jose import base64url
from jwtdesk.jose.certificate import VERSION, Certificate, moment, name_in
from jwtdesk.jose.containers.oids import AKP, OKP
from jwtdesk.jose.containers.public import read_spki
from jwtdesk.jose.der import OBJECT, OCTET_STRING, SEQUENCE, Der, Malformed
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem

LARGEST = 20_000
"""How many octets a certificate may have; none in use is near it."""

_EXTENSIONS, _BOOLEAN = 0xA3, 0x01
_ALTERNATIVE_NAMES, _BASIC_CONSTRAINTS = "2.5.29.17", "2.5.29.19"
# The alternative names that are texts: mail addresses, hosts, addresses; and that of a machine.
_TEXTS, _ADDRESS = frozenset({0x81, 0x82, 0x86}), 0x87
_MOST_NAMES = 20
_ALGORITHMS = {
    "1.2.840.113549.1.1.4": "RSA with MD5",
    "1.2.840.113549.1.1.5": "RSA with SHA-1",
    "1.2.840.113549.1.1.10": "RSA-PSS",
    "1.2.840.113549.1.1.11": "RSA with SHA-256",
    "1.2.840.113549.1.1.12": "RSA with SHA-384",
    "1.2.840.113549.1.1.13": "RSA with SHA-512",
    "1.2.840.10045.4.1": "ECDSA with SHA-1",
    "1.2.840.10045.4.3.2": "ECDSA with SHA-256",
    "1.2.840.10045.4.3.3": "ECDSA with SHA-384",
    "1.2.840.10045.4.3.4": "ECDSA with SHA-512",
    **OKP,
    **AKP,
}


@dataclass(frozen=True, slots=True)
class Details:
    """One certificate. `serial` is hexadecimal; `algorithm` is what it was signed with, in words.

    `key` is its public key, or why that serves no token. `sha1` and `sha256` are its thumbprints
    as `x5t` and `x5t#S256` have them (RFC 7515 sections 4.1.7 and 4.1.8). `authority` says that it
    may issue others; `names` are its alternative names (RFC 5280 section 4.2.1.6).
    """

    octets: bytes = field(repr=False)
    facts: Certificate
    serial: str
    key: Key | Problem
    algorithm: str
    sha1: str
    sha256: str
    authority: bool
    names: tuple[str, ...]

    @property
    def self_issued(self) -> bool:
        """Whether it names itself as its issuer."""
        return self.facts.subject == self.facts.issuer


def details(octets: bytes) -> Details | None:
    """Return what the DER `octets` of a certificate say, None when they are none; never raises."""
    if len(octets) > LARGEST:
        return None
    try:
        return _read(octets)
    except (Malformed, ValueError, OverflowError):
        return None


def _read(octets: bytes) -> Details:
    inner = Der(octets).sequence().sequence()
    if inner.peek() == VERSION:
        inner.skip()
    serial = inner.number()
    algorithm = inner.sequence().object_id()
    issuer, validity, subject = inner.sequence(), inner.sequence(), inner.sequence()
    begin, end = moment(validity), moment(validity)
    key = read_spki(inner.sequence())
    extensions = dict(_extensions(inner))
    sha1 = hashlib.sha1(octets, usedforsecurity=False).digest()
    return Details(
        octets=octets,
        facts=Certificate(name_in(subject), name_in(issuer), begin, end),
        serial=f"{serial:x}",
        key=key,
        algorithm=_ALGORITHMS.get(algorithm, algorithm),
        sha1=base64url.encode(sha1),
        sha256=base64url.encode(hashlib.sha256(octets).digest()),
        authority=_may_issue(extensions.get(_BASIC_CONSTRAINTS, b"")),
        names=tuple(_names(extensions.get(_ALTERNATIVE_NAMES, b""))),
    )


def _extensions(inner: Der) -> Iterator[tuple[str, bytes]]:
    """Yield each extension's identifier and content, unique identifiers before them passed over."""
    while inner.peek() not in {None, _EXTENSIONS}:
        inner.skip()
    if inner.peek() is None:
        return
    listed = Der(inner.take(_EXTENSIONS)).sequence()
    while listed.peek() == SEQUENCE:
        one = listed.sequence()
        name = one.object_id() if one.peek() == OBJECT else ""
        if one.peek() == _BOOLEAN:
            one.skip()
        yield name, one.take(OCTET_STRING)


def _may_issue(constraints: bytes) -> bool:
    fields = Der(constraints).sequence() if constraints else Der(b"")
    return fields.peek() == _BOOLEAN and fields.take(_BOOLEAN) != b"\0"


def _names(listed: bytes) -> Iterator[str]:
    fields = Der(listed).sequence() if listed else Der(b"")
    for _ in range(_MOST_NAMES):
        tag = fields.peek()
        if tag is None:
            return
        content = fields.take(tag)
        if tag in _TEXTS:
            text = content.decode("latin-1")
            yield "".join(one if one.isprintable() else "\ufffd" for one in text)
        elif tag == _ADDRESS:
            yield str(ipaddress.ip_address(content))
