"""Other octets that the text of a signature may stand for: hex, base64, encoded twice."""

import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.jose.words import tr

HEX = re.compile(r"(?:0[xX])?((?:[0-9A-Fa-f]{2})+)")
LETTERS = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
TO_STANDARD = str.maketrans("-_", "+/")
# A longer text is no signature in any encoding.
LONGEST = 40_000


def signature_spellings(part: SignedPart) -> Iterator[Supposition]:
    """Yield what the signature is when its text is read in another encoding."""
    text = unquote(part.written) if "%" in part.written else part.written
    if not text or len(text) > LONGEST:
        return
    hexed = _hex(text)
    if hexed:
        yield _hexadecimal(hexed)
    if text != part.written or re.search(r"[+/=]", text):
        octets = _base64(text)
        if octets:
            yield _standard(octets)
    inner = _inner(part.octets)
    for octets in dict.fromkeys(_again(inner)):
        yield _double(octets)


def _inner(octets: bytes) -> str:
    try:
        return octets.decode("ascii").strip()
    except UnicodeDecodeError:
        return ""


def _again(inner: str) -> Iterator[bytes]:
    """Yield what the decoded text decodes to, once or twice more."""
    for octets in (_hex(inner), _base64(inner)):
        if octets:
            yield octets
            deeper = _inner(octets)
            yield from (one for one in (_hex(deeper), _base64(deeper)) if one)


def _hex(text: str) -> bytes:
    found = HEX.fullmatch(text.replace(":", ""))
    return bytes.fromhex(found[1]) if found else b""


def _base64(text: str) -> bytes:
    if not LETTERS.fullmatch(text):
        return b""
    letters = text.rstrip("=").translate(TO_STANDARD)
    if len(letters) % 4 == 1:
        return b""
    return binascii.a2b_base64(letters + "=" * (-len(letters) % 4))


def _hexadecimal(octets: bytes) -> Supposition:
    return _supposed(
        "signature-hex",
        tr("The signature is written in hexadecimal."),
        tr("the signature part is hex-decoded to {count} bytes", count=len(octets)),
        tr("the signature were written in base64url, not in hexadecimal"),
        octets,
    )


def _standard(octets: bytes) -> Supposition:
    return _supposed(
        "signature-base64",
        tr("The signature is written in standard base64."),
        tr("the signature part is read as standard base64"),
        tr("the signature were written in base64url, not in standard base64"),
        octets,
    )


def _double(octets: bytes) -> Supposition:
    return _supposed(
        "signature-double-encoded",
        tr("The signature was encoded twice."),
        tr("the signature part is decoded once more, to {count} bytes", count=len(octets)),
        tr("the signature were encoded only once"),
        octets,
    )


def _supposed(name: str, title: str, when: str, would: str, octets: bytes) -> Supposition:
    once = name == "signature-double-encoded"
    label = tr("Encode the signature once") if once else tr("Write the signature in base64url")
    return Supposition(Side.SIGNATURE, name, title, when, would, label, signature=octets)
