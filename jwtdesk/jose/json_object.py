"""A JSON object or list as it is written: whole members moved, and every other byte kept."""

from collections.abc import Container

from jwtdesk.jose.jsontext import Member, outer_members


def outer(text: str) -> tuple[Member, ...]:
    """Return the members (or elements) of the outermost value of `text`, in order."""
    return tuple(outer_members(text))


def lexeme_of(text: str, name: str) -> str | None:
    """Return the value of the last member `name` of the object `text` as it is written."""
    found = [one.value for one in outer(text) if one.name == name]
    return text[found[-1].start : found[-1].end] if found else None


def inside(text: str) -> str:
    """Return what stands between the brackets of the object or list `text`, edges trimmed."""
    return text.strip(" \t\r\n")[1:-1].strip(" \t\r\n")


def rewritten(text: str, moved: Container[str | None], instead: str = "") -> str:
    """Return the object `text` without its members `moved`, and with `instead` in their place.

    `instead` is members as they are written, comma between; it stands where the first of the
    `moved` stood, or else last. White space around what stays is kept.
    """
    found = outer(text)
    opening = text.index("{") + 1
    if not found:
        return text[:opening] + instead + text[opening:]
    lead = text[opening : found[0].key.start]
    made = [text[: found[0].key.start]]
    placed = not instead
    for at, one in enumerate(found):
        lexeme = text[one.key.start : one.value.end]
        if one.name in moved:
            if placed:
                continue
            lexeme, placed = instead, True
        if len(made) > 1:
            made.append(text[found[at - 1].value.end : one.key.start])
        made.append(lexeme)
    if not placed:
        made.append(f",{lead}{instead}")
    return "".join(made) + text[found[-1].value.end :]


def appended(text: str, element: str) -> str:
    """Return the list `text` with one more `element`, laid out like the first."""
    found = outer(text)
    opening = text.index("[") + 1
    if not found:
        return text[:opening] + element + text[opening:]
    lead = text[opening : found[0].value.start]
    end = found[-1].value.end
    return f"{text[:end]},{lead}{element}{text[end:]}"


def removed(text: str, index: int) -> str:
    """Return the list `text` without its element `index`, which must be there."""
    found = outer(text)
    if index:
        return text[: found[index - 1].value.end] + text[found[index].value.end :]
    following = found[1].value.start if len(found) > 1 else found[0].value.end
    return text[: found[0].value.start] + text[following:]
