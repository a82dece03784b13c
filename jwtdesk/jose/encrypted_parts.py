"""The parts of an encrypted token and what must hold between them (RFC 7516 section 5.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from jwtdesk.jose.encryption import (
    ContentEncryption,
    KeyManagement,
    content_encryption,
    key_management,
)
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.segment import encoding_faults, undecodable
from jwtdesk.jose.token import Segment
from jwtdesk.jose.words import plural, tr


@dataclass(frozen=True, slots=True)
class Sealed:
    """The three parts that hold the content, each as received; None where one is not there."""

    iv: Segment | None
    ciphertext: Segment | None
    tag: Segment | None

    def named(self) -> tuple[tuple[str, str, Segment | None], ...]:
        """Return each part with its code and its name in words, in reading order."""
        return (
            ("iv", tr("Initialisation vector"), self.iv),
            ("ciphertext", tr("Ciphertext"), self.ciphertext),
            ("tag", tr("Authentication tag"), self.tag),
        )


def header_fault(header: Mapping[str, Value]) -> Problem | None:
    """Return what keeps `alg` or `enc` from saying how this is encrypted (RFC 7516 section 4.1)."""
    missing = {
        "alg": tr("The header has no “alg” member: nobody can know how the key was encrypted."),
        "enc": tr("The header has no “enc” member: nobody can know how this was encrypted."),
    }
    for name, message in missing.items():
        if name not in header:
            return Problem(f"{name}-missing", message)
        if not isinstance(header[name], str):
            text = tr("The header member “{name}” is not a text.", name=name)
            return Problem(f"{name}-not-text", text)
    return None


def sealed_problems(sealed: Sealed, header: Mapping[str, Value]) -> list[Problem]:
    """Return what is wrong with how the parts are encoded, and with how long they are."""
    content = content_encryption(header.get("enc"))
    found: list[Problem] = []
    for code, name, segment in sealed.named():
        found += encoding_faults(name, segment)
        fault = length_fault(code, name, segment.octets if segment else b"", content)
        if fault is not None:
            found.append(Problem(fault.code, fault.message, _place(segment)))
    return found


def _place(segment: Segment | None) -> Span:
    return segment.span if segment else Span(0, 1)


def length_fault(
    code: str, name: str, octets: bytes, content: ContentEncryption | None
) -> Problem | None:
    """Return that the IV or the tag is missing, shorter or longer than `content` makes it."""
    if content is None or code == "ciphertext":
        return None
    needed = content.iv_octets if code == "iv" else content.tag_octets
    if len(octets) == needed:
        return None
    said: dict[str, object] = {"part": name, "enc": content.name, "needed": needed}
    if not octets:
        text = tr("{part}: it is missing; {enc} makes one of {needed} bytes.", **said)
        return Problem(f"{code}-missing", text)
    text = plural(
        len(octets),
        "{part}: it has 1 byte, but {enc} makes {needed}.",
        "{part}: it has {count} bytes, but {enc} makes {needed}.",
        **said,
    )
    return Problem(f"{code}-length", text)


def sealed_fault(sealed: Sealed, header: Mapping[str, Value]) -> Problem | None:
    """Return why the content cannot even be computed with: undecodable, or a part is missing."""
    content = content_encryption(header.get("enc"))
    for code, name, segment in sealed.named():
        fault = undecodable(segment, name, strict=True)
        missing = length_fault(code, name, segment.octets if segment else b"", content)
        if fault is None and missing is not None and missing.code.endswith("-missing"):
            fault = missing
        if fault is not None:
            return fault
    return None


def encrypted_key_fault(management: KeyManagement | None, encrypted_key: bytes) -> Problem | None:
    """Return that there is an encrypted key where none may be, or none where one must be."""
    if management is None or management.determined is not bool(encrypted_key):
        return None
    if management.determined:
        text = tr("With {alg} the encrypted key must be empty.", alg=management.name)
        return Problem("encrypted-key-surplus", text)
    text = tr("The encrypted key is missing: {alg} needs one.", alg=management.name)
    return Problem("encrypted-key-missing", text)


def key_part_problems(header: Mapping[str, Value], segment: Segment | None) -> list[Problem]:
    """Return what is wrong with the encrypted key: its encoding, and whether it may be there."""
    octets = segment.octets if segment else b""
    found = list(encoding_faults(tr("Encrypted key"), segment))
    fault = encrypted_key_fault(key_management(header.get("alg")), octets)
    if fault is not None:
        found.append(Problem(fault.code, fault.message, _place(segment)))
    return found


def key_part_fault(header: Mapping[str, Value], segment: Segment | None) -> Problem | None:
    """Return why the encrypted key cannot be computed with."""
    octets = segment.octets if segment else b""
    undone = undecodable(segment, tr("Encrypted key"), strict=True)
    return undone or encrypted_key_fault(key_management(header.get("alg")), octets)
