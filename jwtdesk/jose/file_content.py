"""Files that travel as payloads, known by how they begin: pictures, documents, certificates."""

from jwtdesk.jose.words import tr

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = tuple(b"\xff\xd8\xff" + bytes([one]) for one in (0xDB, 0xE0, 0xE1, 0xEE))
_PDF = b"%PDF-"
# A certificate of 256 octets or more: a sequence with its length in two octets (X.690 8.1.3).
_LONG_SEQUENCE = b"\x30\x82"
_HEAD = 4


def file_name(octets: bytes) -> str | None:
    """Return what file `octets` are, in two words, or None; only what has an unmistakable mark."""
    if octets.startswith(_PNG):
        return tr("PNG image")
    if octets.startswith(_JPEG):
        return tr("JPEG image")
    if octets.startswith(_PDF):
        return tr("PDF document")
    return tr("X.509 certificate") if _is_certificate(octets) else None


def _is_certificate(octets: bytes) -> bool:
    whole = int.from_bytes(octets[2:_HEAD], "big") + _HEAD
    if not octets.startswith(_LONG_SEQUENCE) or len(octets) != whole:
        return False
    # The readers of keys are many modules, and certificates as payloads are few.
    from jwtdesk.jose.containers.shape import Shape, shape_of

    return shape_of(octets) is Shape.CERTIFICATE
