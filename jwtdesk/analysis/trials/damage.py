"""Looking for one damaged character in a whole token, where the search is small."""

import binascii
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from jwtdesk.analysis.hypothesis import Case, Work
from jwtdesk.analysis.trials.expected import signature_octets
from jwtdesk.analysis.trials.matcher import Matcher, algorithms_for, matcher
from jwtdesk.analysis.trials.one_character import Change, Edit, Region, search
from jwtdesk.analysis.trials.part import MOST_KEYS
from jwtdesk.analysis.trials.signature_damage import signature_edits
from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Algorithm, Family
from jwtdesk.jose.base64url import TO_STANDARD
from jwtdesk.jose.choose import candidates
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.white_space import without

SUBSTITUTED = frozenset({Change.REPLACED, Change.SWAPPED})
ANY = frozenset(Change)
MOST_PAIRS = 4
# Where the search is by digest, no search of the signature follows: it may take longer.
FAST_SHARE = 1.6


@dataclass(frozen=True, slots=True)
class Pieces:
    """A compact token as text: header, payload and signature, and what follows (`~…`)."""

    header: str
    payload: str
    signature: str
    tail: str

    @property
    def message(self) -> bytes:
        """What is signed, as it reads now."""
        return f"{self.header}.{self.payload}".encode("ascii", "replace")


def pieces(case: Case) -> Pieces | None:
    """Return the three parts of the token's text; None when they are not three."""
    text, tilde, tail = without(case.token.text)[0].partition("~")
    parts = text.split(".")
    if len(parts) != 3 or not text.isascii():  # noqa: PLR2004 - header, payload, signature
        return None
    return Pieces(parts[0], parts[1], parts[2], tilde + tail)


def keys_of(case: Case, kid: object) -> tuple[Key, ...]:
    """Return the keys to search with, those that `kid` names when they are here."""
    if not isinstance(case.keys, Keys):
        return ()
    return candidates(case.keys, kid)[:MOST_KEYS]


def damaged(case: Case, limit_ms: float) -> Iterator[Work | tuple[Edit, Pieces]]:
    """Yield the one repair that makes the token verify, with the parts it is made in.

    The edit's place counts from the token's beginning.
    """
    whole = pieces(case)
    if whole is None:
        return
    header = _header(whole.header)
    signature = base64url.decode(whole.signature).octets
    keys = keys_of(case, header.get("kid"))
    pairs = algorithms_for(header.get("alg"), keys, len(signature))
    found = [matcher(chosen, key, signature, len(whole.message)) for chosen, key in pairs]
    usable = [one for one in found if one is not None][:MOST_PAIRS]
    curves = [pair for pair in pairs[:MOST_PAIRS] if pair[0].family is Family.ECDSA]
    others = [pair for pair in pairs[:MOST_PAIRS] if pair not in curves]
    # By their own arithmetic curves tell at once; each check of a message is dear.
    yield from _in_signature(whole, curves, limit_ms)
    for one in usable:
        share = limit_ms / len(usable) * (FAST_SHARE if one.fast else 1)
        yield from _in_message(whole, one, share)
    yield from _in_signature(whole, others, limit_ms)


def _in_signature(
    whole: Pieces, pairs: list[tuple[Algorithm, Key]], limit_ms: float
) -> Iterator[Work | tuple[Edit, Pieces]]:
    for chosen, key in pairs:
        right = signature_octets(chosen, (key,))
        share = limit_ms / len(pairs)
        for said in signature_edits(whole.signature, chosen, key, whole.message, right, share):
            yield said if isinstance(said, Work) else (_moved(said, whole), whole)


def _in_message(
    whole: Pieces, found: Matcher, limit_ms: float
) -> Iterator[Work | tuple[Edit, Pieces]]:
    regions = _regions(whole, slow=not found.fast)
    second = len(whole.header) + 1
    sieve = None if found.fast else partial(_is_json, second)
    for said in search(whole.message, regions, found, limit_ms, sieve):
        yield said if isinstance(said, Work) else (said, whole)


def _is_json(second: int, message: bytes, at: int) -> bool:
    """Tell whether the part that was repaired at `at` is JSON now."""
    header, _, payload = message.partition(b".")
    part = header if at < second - 1 else payload
    try:
        text = binascii.a2b_base64(part.translate(TO_STANDARD) + b"=" * (-len(part) % 4))
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _regions(whole: Pieces, *, slow: bool) -> list[Region]:
    """Return where to search: a part that reads badly first, and only up to where it goes wrong.

    Where questions are `slow`, sound parts are first searched for what is easily taken for another.
    """
    second = len(whole.header) + 1
    parts = ((whole.header, 0), (whole.payload, second))
    broken, sound = [], []
    for text, start in parts:
        fault = _fault(text)
        if fault is None:
            sound.append(Region(start, start + len(text), SUBSTITUTED))
        else:
            end = min(len(text), fault + 8)
            broken.append(Region(start, start + end, ANY, last_first=slow))
    if broken:
        return broken
    likely = [replace(one, likely_only=True) for one in sound[::-1]] if slow else []
    return [*likely, *sound[::-1]]


def _fault(text: str) -> int | None:
    """Return the character up to which the JSON of a part reads well; None when all of it does."""
    decoded = base64url.decode(text)
    try:
        document = read(decoded.octets.decode("utf-8"))
    except UnicodeDecodeError as fault:
        return base64url.chars_of_octets(fault.start, fault.start + 1).end
    if document.problem is None and decoded.sound:
        return None
    if document.problem is None or document.problem.span is None:
        return len(text)
    octets = len(document.text[: document.problem.span.start].encode("utf-8", "surrogatepass"))
    return base64url.chars_of_octets(octets, octets + 1).end


def _header(text: str) -> dict[str, object]:
    try:
        value = read(base64url.decode(text).octets.decode("utf-8")).value
    except UnicodeDecodeError:
        return {}
    return dict(value) if isinstance(value, dict) else {}


def _moved(edit: Edit, whole: Pieces) -> Edit:
    start = len(whole.header) + len(whole.payload) + 2
    return Edit(edit.change, edit.at + start, edit.removed, edit.put)
