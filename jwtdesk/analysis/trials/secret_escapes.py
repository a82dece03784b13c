"""A secret in the escapes of URLs, of JSON, of environment files."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus, unquote_to_bytes

from jwtdesk.analysis.trials.reading import Reading
from jwtdesk.jose.key import SecretEncoding
from jwtdesk.jose.secret_text import secret_octets
from jwtdesk.jose.words import tr

SIMPLE = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}
BACKSLASH = re.compile(rb"\\(.)", re.DOTALL)
ENTITIES = ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"), (b'"', b"&quot;"))


def escape_readings(text: bytes, encoding: SecretEncoding) -> Iterator[Reading]:
    """Yield the secret with escapes undone or done; each text is then read in `encoding`."""
    for ident, other, what in (*_url(text), *_json(text)):
        octets = secret_octets(other, encoding)
        if other != text and other and isinstance(octets, bytes):
            yield Reading(ident, octets, what, other, encoding)


def _url(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    ident = "secret-url-encoded"
    undone, done = tr("percent-decoded"), tr("percent-encoded")
    yield ident, unquote_to_bytes(text), undone
    yield ident, unquote_to_bytes(text.replace(b"+", b" ")), undone
    yield ident, text.replace(b"+", b" "), tr("taken with blanks in place of “+”")
    yield ident, text.replace(b" ", b"+"), tr("taken with “+” in place of blanks")
    for safe in ("", "/", "-_.!~*'()", "-_.!~*'();/?:@&=+$,#", "*-._", "+", "=", "+/="):
        for write in (quote, quote_plus):
            spelled = write(text, safe=safe)
            yield ident, spelled.encode(), done
            yield ident, re.sub("%..", lambda one: one[0].lower(), spelled).encode(), done


def _json(text: bytes) -> Iterator[tuple[str, bytes, str]]:
    ident = "secret-json-escaped"
    undone, done = tr("taken with its escapes undone"), tr("escaped as in JSON")
    yield from ((ident, one, undone) for one in _unescaped(text))
    try:
        plain = text.decode("utf-8")
    except UnicodeDecodeError:
        return
    for ascii_only in (True, False):
        inner = json.dumps(plain, ensure_ascii=ascii_only)[1:-1]
        for spelled in (inner, inner.replace("/", "\\/"), _upper(inner)):
            yield ident, spelled.encode("utf-8"), done
    for mark in ("\\", "$", "'", "!"):
        yield ident, plain.replace(mark, "\\" + mark).encode(), tr("escaped with backslashes")
    entities = text
    for one, entity in ENTITIES:
        entities = entities.replace(one, entity)
    yield ident, entities, tr("escaped as in HTML")


def _unescaped(text: bytes) -> Iterator[bytes]:
    if b"\\" in text:
        yield from _json_text(text)
        yield BACKSLASH.sub(lambda one: SIMPLE.get(one[1], one[1]), text)
        yield text.replace(b"\\n", b"\n").replace(b"\\r", b"\r").replace(b"\\t", b"\t")
        yield text.replace(b"\\\\", b"\\")
        yield text.replace(b"\\", b"")
        yield text.replace(b"\\n", b"")
    if b"&" in text:
        for mark, entity in reversed(ENTITIES):
            text = text.replace(entity, mark)
        yield text.replace(b"&#39;", b"'").replace(b"&#x27;", b"'")
    if b"$$" in text:
        yield text.replace(b"$$", b"$")


def _json_text(text: bytes) -> Iterator[bytes]:
    """Yield the string that `text` is inside of JSON's quotation marks, if it is one."""
    for spelled in (text, text.replace(b'"', b'\\"')):
        try:
            yield json.loads(b'"' + spelled + b'"', strict=False).encode()
        except (ValueError, AttributeError):
            continue


def _upper(spelled: str) -> str:
    return re.sub(r"\\u[0-9a-f]{4}", lambda one: "\\u" + one[0][2:].upper(), spelled)
