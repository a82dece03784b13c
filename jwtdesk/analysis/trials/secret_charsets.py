"""A secret whose characters became other octets: Unicode forms and character sets."""

import unicodedata
from collections.abc import Iterator
from itertools import product
from typing import Literal, TypeAlias

from jwtdesk.analysis.trials.reading import Reading
from jwtdesk.jose.words import tr

Form: TypeAlias = Literal["NFC", "NFD", "NFKC", "NFKD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC", "NFKD")
BOTH: tuple[Form, ...] = ("NFC", "NFD")
CHARSETS = (
    ("latin-1", "ISO 8859-1 (Latin-1)"),
    ("cp1252", "Windows-1252"),
    ("utf-16", "UTF-16 with a byte order mark"),
    ("utf-16-le", "UTF-16, little end first"),
    ("utf-16-be", "UTF-16, big end first"),
    ("utf-8-sig", "UTF-8 with a byte order mark"),
    ("utf-32-le", "UTF-32, little end first"),
    ("utf-32-be", "UTF-32, big end first"),
    ("iso8859-15", "ISO 8859-15"),
    ("cp850", "the DOS code page 850"),
    ("cp437", "the DOS code page 437"),
    ("mac-roman", "Mac Roman"),
    ("cp1250", "Windows-1250"),
    ("cp1251", "Windows-1251"),
    ("koi8-r", "KOI8-R"),
    ("shift_jis", "Shift JIS"),
    ("gb18030", "GB 18030"),
    ("utf-7", "UTF-7"),
)


def charset_readings(text: bytes) -> Iterator[Reading]:
    """Yield the octets that the secret's characters are in other forms and character sets."""
    yield from _forms(text)
    for octets, what in (*_other_sets(text), *_taken_for(text), *_lost(text)):
        if octets and octets != text:
            yield Reading("secret-other-charset", octets, what)


def _forms(text: bytes) -> Iterator[Reading]:
    try:
        plain = text.decode("utf-8")
    except UnicodeDecodeError:
        return
    for form in FORMS:
        octets = unicodedata.normalize(form, plain).encode()
        if octets != text:
            what = tr("brought into the Unicode form {form}", form=form)
            yield Reading("secret-unicode-form", octets, what)


def _other_sets(text: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield the UTF-8 secret in another character set."""
    plain = _decoded(text, "utf-8")
    if plain is None:
        return
    for charset, name in CHARSETS:
        what = tr("turned into bytes by {name}", name=name)
        yield _encoded(plain, charset), what
        for form in BOTH if not plain.isascii() else ():
            yield _encoded(unicodedata.normalize(form, plain), charset), what
    yield b"\xfe\xff" + _encoded(plain, "utf-16-be"), tr("turned into bytes by UTF-16")
    yield text.removeprefix(b"\xef\xbb\xbf"), tr("taken without its byte order mark")


def _taken_for(text: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield the secret's octets taken for another character set and written as UTF-8, once more."""
    for charset, name in CHARSETS:
        plain = _decoded(text, charset)
        if plain is not None:
            yield _encoded(plain, "utf-8"), tr("taken for {name} and made UTF-8", name=name)
            for form in BOTH if not plain.isascii() else ():
                made = _encoded(unicodedata.normalize(form, plain), "utf-8")
                yield made, tr("taken for {name} and made UTF-8", name=name)
    twice = _decoded(text, "utf-8")
    for (charset, name), _ in product(CHARSETS[:2], (0,)):
        back = _encoded(twice, charset) if twice is not None else b""
        undone = _decoded(back, "utf-8") if back else None
        if undone is not None:
            yield back, tr("freed from a second UTF-8 encoding by way of {name}", name=name)


def _lost(text: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield the secret with the characters lost that a narrow character set does not have."""
    plain = _decoded(text, "utf-8")
    if plain is None or plain.isascii():
        return
    for charset in ("ascii", "latin-1", "cp1252"):
        what = tr("turned into bytes with “?” for what is not in {name}", name=charset)
        yield plain.encode(charset, "replace"), what
    yield plain.encode("ascii", "ignore"), tr("taken without the characters that are not ASCII")
    yield bytes(ord(one) & 0xFF for one in plain), tr("cut to one byte a character")


def _decoded(octets: bytes, charset: str) -> str | None:
    try:
        return octets.decode(charset)
    except (UnicodeError, ValueError):
        return None


def _encoded(text: str, charset: str) -> bytes:
    try:
        return text.encode(charset)
    except (UnicodeError, ValueError):
        return b""
