"""One damaged character in the signature itself."""

from collections.abc import Iterable, Iterator

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.cost import Meter, check_cost
from jwtdesk.analysis.trials.ecdsa_damage import fitting_edits
from jwtdesk.analysis.trials.ecdsa_numbers import numbers
from jwtdesk.analysis.trials.expected import LARGEST_RSA, STEADY
from jwtdesk.analysis.trials.one_character import LETTERS, Change, Edit
from jwtdesk.analysis.trials.trial import right
from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Algorithm, KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.sign import sign

MOST_DAMAGE = 3


def signature_edits(  # noqa: PLR0913, PLR0917 - everything that a check takes
    text: str,
    chosen: Algorithm,
    key: Key,
    message: bytes,
    lengths: tuple[int, ...],
    limit_ms: float,
) -> Iterator[Work | Edit]:
    """Yield the one repair of the signature `text` that makes it right, if there is one.

    Where the key can make the right signature itself, the two are compared, at no cost at all;
    where it is two numbers of a curve, their own arithmetic says which letters are worth a check.
    """
    made = _made(chosen, key, message)
    if made is not None:
        edit = difference(text, made)
        if edit is not None:
            yield edit
        return
    each = check_cost(chosen, key, len(message))
    signed = numbers(text, chosen, key, message)
    tried: Iterable[Work | Edit]
    if signed is not None:
        tried = fitting_edits(signed)
    else:
        sizes = {(octets * 8 + 5) // 6 for octets in lengths}
        tried = [edit for size in sizes for edit in _tried(text, size)]
        if len(tried) * each > limit_ms:
            return
    meter = Meter()
    for one in tried:
        pause = meter.spent(each if isinstance(one, Edit) else one.milliseconds)
        if pause is not None:
            yield pause
        if isinstance(one, Edit):
            octets = base64url.decode(one.applied(text)).octets
            if right(chosen, key, message, octets):
                yield one
                return
    yield meter.rest()


def _made(chosen: Algorithm, key: Key, message: bytes) -> str | None:
    if chosen.family not in STEADY or key.signing is None:
        return None
    if key.type is KeyType.RSA and key.size > LARGEST_RSA:
        return None
    made = sign(chosen, key, message)
    return base64url.encode(made) if isinstance(made, bytes) else None


def difference(text: str, right_text: str) -> Edit | None:
    """Return the one edit that makes `right_text` of `text`, when they are nearly the same."""
    if text == right_text:
        return None
    start = 0
    while start < min(len(text), len(right_text)) and text[start] == right_text[start]:
        start += 1
    end = 0
    room = min(len(text), len(right_text)) - start
    while end < room and text[-1 - end] == right_text[-1 - end]:
        end += 1
    removed, put = len(text) - start - end, right_text[start : len(right_text) - end]
    if max(removed, len(put)) > MOST_DAMAGE and (put or start + end < len(right_text)):
        return None
    if removed == 0 and start == len(text):
        return None
    if removed == len(put) == 2 and text[start : start + 2] == put[::-1]:  # noqa: PLR2004 - a pair
        return Edit(Change.SWAPPED, start, removed, put)
    change = Change.LOST if removed < len(put) else Change.EXTRA
    return Edit(Change.REPLACED if removed == len(put) else change, start, removed, put)


def _tried(text: str, size: int) -> Iterator[Edit]:
    letters = [one.decode() for one in LETTERS]
    if len(text) == size + 1:
        yield from (Edit(Change.EXTRA, at, 1, "") for at in range(len(text)))
    if len(text) == size:
        for at in range(len(text) - 1):
            if text[at] != text[at + 1]:
                yield Edit(Change.SWAPPED, at, 2, text[at + 1] + text[at])
        for at in range(len(text)):
            yield from (Edit(Change.REPLACED, at, 1, one) for one in letters if one != text[at])
    if len(text) == size - 1:
        for at in range(len(text) + 1):
            yield from (Edit(Change.LOST, at, 0, one) for one in letters)
