"""Text from a token that is safe to send to a terminal: nothing in it moves the cursor or hides."""

import unicodedata

from jwtdesk.jose.character import visible


def safe(text: str) -> str:
    """Return `text` with every invisible character but line ends and blanks written as an escape.

    A token may hold terminal commands, direction marks and other things that show it as something
    else.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(one if _is_safe(one) else f"\\u{ord(one):04x}" for one in text)


def _is_safe(character: str) -> bool:
    return character in " \n" or visible(character) or unicodedata.combining(character) > 0
