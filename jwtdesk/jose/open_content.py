"""From the content key to the plaintext: check the tag, decrypt, inflate (RFC 7516 section 5.2)."""

from collections.abc import Mapping

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.encrypted_parts import length_fault
from jwtdesk.jose.encryption import ContentEncryption
from jwtdesk.jose.headers import header_members
from jwtdesk.jose.inflate import inflate
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import read_segment
from jwtdesk.jose.token import Encrypted
from jwtdesk.jose.words import plural, tr


def open_content(
    content: ContentEncryption, content_key: bytes, sealed: Encrypted
) -> bytes | Problem:
    """Return what `content_key` decrypts, still compressed, or which step failed."""
    if len(content_key) != content.key_octets:
        text = plural(
            len(content_key),
            "The encrypted key opens to 1 byte, but {enc} needs {needed}.",
            "The encrypted key opens to {count} bytes, but {enc} needs {needed}.",
            enc=content.name,
            needed=content.key_octets,
        )
        return Problem("content-key-length", text)
    fault = _length(content, sealed)
    if fault is not None:
        return fault
    try:
        return bytes(
            content.engine().decrypt(
                sealed.ciphertext, sealed.tag, content_key, sealed.iv, sealed.aad
            )
        )
    except Exception:  # noqa: BLE001 - tag, padding and block faults come in several types
        return Problem("tag-mismatch", tr("The authentication tag does not match."))


def _length(content: ContentEncryption, sealed: Encrypted) -> Problem | None:
    """Return that the IV or the tag is too short or too long; a part of a tag proves nothing."""
    parts = (("iv", sealed.iv), ("tag", sealed.tag))
    names = {"iv": tr("Initialisation vector"), "tag": tr("Authentication tag")}
    faults = (length_fault(code, names[code], octets, content) for code, octets in parts)
    return next((one for one in faults if one), None)


def compression(header: Mapping[str, Value], protected: Mapping[str, Value]) -> bool | Problem:
    """Return whether the content was compressed (`zip: DEF`), or why that cannot be known."""
    if "zip" not in header:
        return False
    value = header["zip"]
    if not isinstance(value, str):
        return Problem("zip-not-text", tr("The header member “zip” is not a text."))
    if value != "DEF":
        text = tr(
            "The compression {name} (zip) is not known here: only DEF is.", name=excerpt(value)
        )
        return Problem("zip-unknown", text)
    if "zip" not in protected:
        text = tr("“zip” must stand in the protected header, where nobody can change it unseen.")
        return Problem("zip-not-protected", text)
    return True


def protected_members(sealed: Encrypted) -> dict[str, Value]:
    """Return the members of the protected header, {} when there is none or it cannot be read."""
    if not sealed.protected:
        return {}
    members = header_members(read_segment(sealed.protected, 0).document)
    return {} if isinstance(members, Problem) else members


def unfolded(octets: bytes, *, zipped: bool) -> bytes | Problem:
    """Return the plaintext: `octets` themselves, or what they unfold to when `zipped`."""
    return inflate(octets) if zipped else octets
