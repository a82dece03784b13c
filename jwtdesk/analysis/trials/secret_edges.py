"""A secret with something around it: line ends, blanks, quotation marks."""

from collections.abc import Iterator

from jwtdesk.analysis.trials.reading import Reading
from jwtdesk.jose.key import SecretEncoding
from jwtdesk.jose.secret_text import secret_octets
from jwtdesk.jose.words import tr

LINE_ENDS = (b"\n", b"\r\n", b"\r")
# Blanks that copying leaves: space, tab, no-break space, narrow and zero-width ones.
BLANKS = tuple(
    one.encode() for one in (" ", "\t", "\u00a0", "\u202f", "\u200b", "\u200c", "\u200d", "\u2060")
)
QUOTES = (
    (b'"', b'"'),
    (b"'", b"'"),
    (b"`", b"`"),
    ("\u201c".encode(), "\u201d".encode()),
    ("\u2018".encode(), "\u2019".encode()),
    ("\u201e".encode(), "\u201c".encode()),
    ("\u00ab".encode(), "\u00bb".encode()),
)


def edge_readings(text: bytes, encoding: SecretEncoding) -> Iterator[Reading]:
    """Yield the secret with its edges changed; each text is then read in `encoding`."""
    for ident, other, what in (*_line_ends(text), *_blanks(text), *_quotes(text)):
        octets = secret_octets(other, encoding)
        if other != text and other and isinstance(octets, bytes):
            yield Reading(ident, octets, what, other, encoding)


def _line_ends(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    for end in (b"\r\n", b"\n", b"\r"):
        if text.endswith(end):
            yield "secret-newline", text.removesuffix(end), tr("taken without its final line end")
    for end in LINE_ENDS:
        for bare in dict.fromkeys((text, text.rstrip(b"\r\n"))):
            name = {b"\n": "LF", b"\r\n": "CR LF", b"\r": "CR"}[end]
            what = tr("followed by a line end ({name})", name=name)
            yield "secret-newline", bare + end, what
    yield "secret-newline", text.rstrip(b"\r\n"), tr("taken without its final line ends")
    unix = text.replace(b"\r\n", b"\n")
    if unix != text or b"\n" in text:
        what = tr("taken with other line ends inside")
        yield "secret-newline", unix, what
        yield "secret-newline", unix.replace(b"\n", b"\r\n"), what


def _blanks(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    ident = "secret-whitespace"
    decoded = text.decode("utf-8", "surrogateescape")
    blank = " \t\r\n\f\v\u00a0\u202f\u2009\u200b\u200c\u200d\u2060\u3000"
    for other, what in (
        (decoded.strip(blank), tr("taken without the blanks around it")),
        (decoded.rstrip(blank), tr("taken without the blanks after it")),
        (decoded.lstrip(blank), tr("taken without the blanks before it")),
        ("".join(decoded.split()), tr("taken without any blank")),
        ("".join(one for one in decoded if one not in blank), tr("taken without any blank")),
        (decoded.replace("\u00a0", " "), tr("taken with ordinary blanks")),
        (decoded.replace("\t", " "), tr("taken with blanks in place of tabs")),
    ):
        yield ident, other.encode("utf-8", "surrogateescape"), what
    bare = decoded.strip(blank).encode("utf-8", "surrogateescape")
    for core in dict.fromkeys((text, bare)):
        for mark in (*BLANKS, b"  ", b" \n", b"\n\n"):
            yield ident, core + mark, tr("followed by a blank")
            yield ident, mark + core, tr("preceded by a blank")
            yield ident, mark + core + mark, tr("surrounded by blanks")
        yield ident, b"\n" + core, tr("preceded by a line end")


def _quotes(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    ident = "secret-quoted"
    bare = text.strip()
    for opening, closing in QUOTES:
        if bare.startswith(opening) and bare.endswith(closing) and len(bare) > len(opening):
            inner = bare[len(opening) : len(bare) - len(closing)]
            yield ident, inner, tr("taken without its quotation marks")
        if bare.startswith(opening):
            yield ident, bare.removeprefix(opening), tr("taken without its first quotation mark")
        if bare.endswith(closing):
            yield ident, bare.removesuffix(closing), tr("taken without its last quotation mark")
    for opening, closing in QUOTES:
        yield ident, opening + text + closing, tr("put in quotation marks")
        yield ident, text + closing, tr("followed by a quotation mark")
        yield ident, opening + text, tr("preceded by a quotation mark")
