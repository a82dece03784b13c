"""Which bracket belongs to which, in sound and in broken texts."""

import re

from jwtdesk.jose.jsontext.lexemes import CLOSER, LOOSE_STRING, repeated

NO_BRACKET = r'[^"\[\]{}]++|' + LOOSE_STRING
# It also matches the rest of the text, or each offset behind the last bracket would be tried.
TO_BRACKET = re.compile(rf"{repeated(NO_BRACKET)}([\[\]{{}}]|\Z)")


def brackets(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of each opening bracket with its closing one, by opening offset.

    Brackets within strings do not count. In a broken text an opening bracket that another kind
    closes over, and a closing one that nothing opened, have no pair.
    """
    pairs: list[tuple[int, int]] = []
    waiting: dict[str, list[int]] = {"}": [], "]": []}
    for found in TO_BRACKET.finditer(text):
        at, bracket = found.end() - 1, found[1]
        if bracket in CLOSER:
            waiting[CLOSER[bracket]].append(at)
        elif waiting.get(bracket):
            opened = waiting[bracket].pop()
            pairs.append((opened, at))
            other = waiting["]" if bracket == "}" else "}"]
            while other and other[-1] > opened:
                other.pop()
    return tuple(sorted(pairs))
