"""One member's value changed in place, every other lexeme and space left as it was."""

from jwtdesk.jose.jsontext.members import members
from jwtdesk.jose.jsontext.strings import quote
from jwtdesk.jose.jsontext.walk import is_sound


def replace_value(text: str, name: str, lexeme: str) -> str:
    """Return `text` with the value of its last top-level member `name` replaced by `lexeme`.

    Absent, the member is added first, laid out like the one it now precedes. `text` must be one
    sound JSON object, else it comes back unchanged.
    """
    opening = text.find("{")
    if not text.lstrip().startswith("{") or not is_sound(text):
        return text
    outer = [member for member in members(text) if member.depth == 1]
    for member in reversed(outer):
        if member.name == name:
            return text[: member.value.start] + lexeme + text[member.value.end :]
    if not outer:
        return f"{text[: opening + 1]}{quote(name)}:{lexeme}{text[opening + 1 :]}"
    first = outer[0]
    before = text[opening + 1 : first.key.start]
    between = text[first.key.end : first.value.start]
    rest = text[first.key.start :]
    return f"{text[: opening + 1]}{before}{quote(name)}{between}{lexeme},{before}{rest}"


def without_member(text: str, name: str) -> str:
    """Return `text` without its top-level member `name`, and without one comma beside it.

    Of several of that name all go. `text` must be one sound JSON object, else it comes back
    unchanged.
    """
    if not text.lstrip().startswith("{") or not is_sound(text):
        return text
    while True:
        outer = [member for member in members(text) if member.depth == 1]
        at = next((index for index, one in enumerate(outer) if one.name == name), None)
        if at is None:
            return text
        start, end = outer[at].key.start, outer[at].value.end
        if at + 1 < len(outer):
            end = outer[at + 1].key.start
        elif at:
            start = outer[at - 1].value.end
        text = text[:start] + text[end:]
