"""JSON strings: from lexeme to text and back, and names as steps of a path."""

import json
import re

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def unquote(lexeme: str) -> str:
    """Return the text of a sound string `lexeme`; lone surrogate escapes stay lone surrogates."""
    if "\\" not in lexeme:
        return lexeme[1:-1]
    text: str = json.loads(lexeme)
    return text


def quote(text: str) -> str:
    """Return `text` as a JSON string lexeme, readable: only what must be is escaped.

    A lone surrogate is escaped too, for no encoding could carry it (RFC 8259 section 8.2).
    """
    return LONE_SURROGATE.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


def path_step(name: str) -> str:
    """Return the member `name` as a step of a JSON path: `.sub` or `["odd name"]`."""
    return f".{name}" if name.isascii() and name.isidentifier() else f"[{quote(name)}]"
