"""The value of a sound JSON text from its members, without recursion."""

from jwtdesk.jose.jsontext.document import Number, Value
from jwtdesk.jose.jsontext.members import members
from jwtdesk.jose.jsontext.strings import unquote

WORDS: dict[str, Value] = {"true": True, "false": False, "null": None}


def value_of(text: str, depth: int) -> Value:
    """Return the value of the sound `text` of at most `depth` levels."""
    root = _begun(text.strip(" \t\n\r"))
    opened = [root] if isinstance(root, (dict, list)) else []
    for member in members(text, depth):
        del opened[member.depth :]
        value = _begun(text[member.value.start : member.value.end])
        inner = opened[-1]
        if isinstance(inner, dict):
            inner[member.name or ""] = value
        else:
            inner.append(value)
        if isinstance(value, (dict, list)):
            opened.append(value)
    return root


def _begun(lexeme: str) -> Value:
    """Return a scalar, or the empty object or array that `lexeme` begins."""
    if lexeme[0] == "{":
        return {}
    if lexeme[0] == "[":
        return []
    if lexeme[0] == '"':
        return unquote(lexeme)
    return WORDS[lexeme] if lexeme in WORDS else Number(lexeme)
