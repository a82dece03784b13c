"""A secret taken for its encoding, or the reverse: base64, base64url, hexadecimal."""

import binascii
import re
from collections.abc import Iterator

from jwtdesk.analysis.trials.reading import Reading, counted
from jwtdesk.analysis.trials.secret_bases import SecretBase
from jwtdesk.jose.key import SecretEncoding
from jwtdesk.jose.secret_text import secret_octets
from jwtdesk.jose.words import tr

TO_STANDARD = bytes.maketrans(b"-_", b"+/")
TO_URL = bytes.maketrans(b"+/", b"-_")
FOREIGN = re.compile(rb"[^A-Za-z0-9+/]")
HEX_FOREIGN = re.compile(rb"[\s:,-]|0[xX]|\\x")
NAMES = {
    SecretEncoding.BASE64: ("secret-base64", "base64"),
    SecretEncoding.BASE64URL: ("secret-base64url", "base64url"),
    SecretEncoding.HEX: ("secret-hex", "hexadecimal"),
}


def encoding_readings(base: SecretBase) -> Iterator[Reading]:
    """Yield every other octets that the text may stand for, and every text of the octets."""
    if base.encoding is not SecretEncoding.UTF8:
        yield _as_text(base)
    yield from _decoded(base)
    for octets in dict.fromkeys(one for one in (base.read, base.octets) if one):
        yield from _encoded(octets)


def _as_text(base: SecretBase) -> Reading:
    ident = _base64_id(base.octets) if base.encoding is not SecretEncoding.HEX else "secret-hex"
    what = tr("its text itself ({count}), not decoded", count=counted(base.octets))
    return Reading(ident, base.octets, what, base.octets)


def _decoded(base: SecretBase) -> Iterator[Reading]:
    text = base.octets
    for encoding, (ident, name) in NAMES.items():
        if encoding is base.encoding:
            continue
        octets = secret_octets(text, encoding)
        if isinstance(octets, bytes) and octets:
            neutral = _base64_id(text) if encoding is not SecretEncoding.HEX else ident
            what = tr("{name}-decoded to {count}", name=name, count=counted(octets))
            yield Reading(neutral, octets, what, text, encoding)
    loose = _loosely(text)
    if loose:
        what = tr("base64-decoded leniently to {count}", count=counted(loose))
        yield Reading(_base64_id(text), loose, what)
    digits = HEX_FOREIGN.sub(b"", text)
    if digits != text and len(digits) % 2 == 0 and re.fullmatch(rb"[0-9A-Fa-f]+", digits):
        octets = bytes.fromhex(digits.decode())
        yield Reading("secret-hex", octets, tr("hex-decoded to {count}", count=counted(octets)))


def _loosely(text: bytes) -> bytes:
    """Decode as lenient decoders do: both alphabets, foreign characters passed over."""
    letters = FOREIGN.sub(b"", text.partition(b"=")[0].translate(TO_STANDARD))
    whole = letters[:-1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))


def _encoded(octets: bytes) -> Iterator[Reading]:
    padded = binascii.b2a_base64(octets, newline=False)
    bare = padded.rstrip(b"=")
    spellings = [padded, bare, padded.translate(TO_URL), bare.translate(TO_URL)]
    for text in dict.fromkeys(spellings):
        ident = _base64_id(text)
        name = "base64url" if ident == "secret-base64url" else "base64"
        yield Reading(ident, text, _written(name, text), text)
    for hexed in (octets.hex(), octets.hex().upper(), octets.hex(":"), f"0x{octets.hex()}"):
        digits = hexed.encode()
        yield Reading("secret-hex", digits, _written("hexadecimal", digits), digits)


def _written(name: str, text: bytes) -> str:
    return tr(
        "used in its {name} form, as text of {count}",
        name=name,
        count=counted(text),
    )


def _base64_id(text: bytes) -> str:
    """Return which alphabet `text` is in; what both read alike is plain base64."""
    return "secret-base64url" if re.search(rb"[-_]", text) else "secret-base64"
