"""How the text of a shared secret becomes octets, with the exact place of what does not fit."""

import binascii
import re

from jwtdesk.jose.character import readable
from jwtdesk.jose.key import SecretEncoding
from jwtdesk.jose.key_text import key_text
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import tr

BLANK = re.compile(r"\s+")
ALPHABETS = {
    SecretEncoding.BASE64: (re.compile(r"[^A-Za-z0-9+/=\s]"), "Base64"),
    SecretEncoding.BASE64URL: (re.compile(r"[^A-Za-z0-9\-_=\s]"), "Base64url"),
    SecretEncoding.HEX: (re.compile(r"[^0-9A-Fa-f\s:]"), "Hexadecimal"),
}
TO_STANDARD = str.maketrans("-_", "+/")


def secret_octets(octets: bytes, encoding: SecretEncoding) -> bytes | Problem:
    """Return the secret that `octets` stand for; UTF-8 means the octets themselves."""
    if encoding is SecretEncoding.UTF8:
        return octets
    found = key_text(octets)
    if found is None:
        return Problem(
            "secret-no-text",
            tr(
                "These bytes are no text, so they cannot be read as {encoding}.",
                encoding=encoding.value,
            ),
        )
    text = found.text
    foreign, title = ALPHABETS[encoding]
    wrong = foreign.search(text)
    if wrong is not None:
        return _foreign(title, text, wrong.start())
    letters = BLANK.sub("", text)
    if encoding is SecretEncoding.HEX:
        return _hex(letters.replace(":", ""), len(text))
    return _base64(letters, title, len(text))


def _foreign(title: str, text: str, at: int) -> Problem:
    hint = ""
    if title == "Base64" and text[at] in "-_":
        hint = " " + tr("It belongs to base64url: choose that.")
    if title == "Base64url" and text[at] in "+/":
        hint = " " + tr("It belongs to standard base64: choose that.")
    sentence = tr(
        "{title} has no {character} (character {place}).",
        title=title,
        character=readable(text[at]),
        place=f"{at + 1:,}",
    )
    return Problem("secret-foreign-character", sentence + hint, Span(at, at + 1))


def _hex(letters: str, length: int) -> bytes | Problem:
    if len(letters) % 2:
        return Problem(
            "secret-odd-length",
            tr(
                "Hexadecimal has two digits a byte; {count} digits leave one over.",
                count=f"{len(letters):,}",
            ),
            Span(max(length - 1, 0), length),
        )
    return bytes.fromhex(letters)


def _base64(letters: str, title: str, length: int) -> bytes | Problem:
    bare = letters.rstrip("=")
    padding = bare.find("=")
    if padding >= 0:
        return Problem(
            "secret-padding",
            tr("The padding “=” stands in the middle (character {place}).", place=padding + 1),
            Span(padding, padding + 1),
        )
    if len(bare) % 4 == 1:
        return Problem(
            "secret-odd-length",
            tr("{title} cannot end with a single letter: one is missing or too many.", title=title),
            Span(max(length - 1, 0), length),
        )
    return binascii.a2b_base64(bare.translate(TO_STANDARD) + "=" * (-len(bare) % 4))
