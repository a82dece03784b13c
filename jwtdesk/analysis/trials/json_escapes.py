"""The escapes that programs write inside JSON strings: for ASCII, for HTML, for slashes."""

import json
import re
from collections.abc import Iterator

from jwtdesk.jose.words import tr

# Between these two a number travels through a writer as a marked string.
OPEN, CLOSE = "\ue0f0", "\ue0f1"


def escapes_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield `text` with the escapes that programs write inside strings."""
    yield text, ""
    narrow = _ascii(text)
    variants = (
        (narrow, tr("with \\u escapes")),
        (_upper(narrow), tr("with \\u escapes in capitals")),
        (text.replace("/", "\\/"), tr("with escaped slashes")),
        (narrow.replace("/", "\\/"), tr("with \\u escapes and escaped slashes")),
        (_as_unicode(text, "<>&\u2028\u2029"), tr("escaped for HTML")),
        (_as_unicode(text, "<>&='"), tr("escaped for HTML")),
        (_as_unicode(text, "<>/"), tr("escaped for HTML")),
        (_upper(_as_unicode(narrow, "<>&'+`")), tr("escaped for HTML")),
        (text.replace("\x7f", "\\u007f"), tr("with \\u escapes")),
    )
    for spelled, how in variants:
        if spelled != text:
            yield spelled, how


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        one if one.isascii() or one in (OPEN, CLOSE) else json.dumps(one)[1:-1] for one in text
    )


def _upper(text: str) -> str:
    return re.sub(r"(?<!\\)\\u[0-9a-f]{4}", lambda one: "\\u" + one[0][2:].upper(), text)


def _as_unicode(text: str, marks: str) -> str:
    if not any(mark in text for mark in marks):
        return text
    return text.translate({ord(mark): f"\\u{ord(mark):04x}" for mark in marks})
