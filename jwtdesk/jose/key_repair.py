"""A mangled key text written the way it should be, and what is mended by that (RFC 7468)."""

import json
from dataclasses import dataclass, field

from jwtdesk.jose.armour import armoured, read_armour, written
from jwtdesk.jose.bare_base64 import bare_body
from jwtdesk.jose.containers.shape import shape_of
from jwtdesk.jose.jwk.parse import QUOTES, opens_json, parse_json
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_text import LIMIT_OCTETS, KeyText, key_text
from jwtdesk.jose.keys.der import bare_note
from jwtdesk.jose.pem_block import LABELS, expected_label, label_note
from jwtdesk.jose.problem import Problem


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that is mended when the key is written as `repaired`; `code` and `sentence` say it.

    All repairs of one text share the same `repaired`: it is the text with every one of them made.
    """

    code: str
    sentence: str
    repaired: bytes = field(repr=False)


def repairs(given: KeyInput) -> tuple[Repair, ...]:
    """Return what could be written better about a key text, in the order it was found.

    Empty for a text that is in order, for bytes that are no text, for a secret (whose every byte
    counts), and for one whose damage cannot be mended. Never raises, and loads no cryptography.
    """
    if given.format == "secret" or len(given.octets) > LIMIT_OCTETS:
        return ()
    found = key_text(given.octets)
    if found is None:
        return ()
    if armoured(found.text):
        notes, text = _armour(found.text)
    elif opens_json(given.octets):
        notes, text = _json(given.octets, found)
    else:
        notes, text = _bare(given.octets)
    if text is None:
        return ()
    if text.encode() == given.octets:
        return ()
    return tuple(Repair(one.code, one.message, text.encode()) for one in (*found.notes, *notes))


def _armour(text: str) -> tuple[tuple[Problem, ...], str | None]:
    armour = read_armour(text)
    notes, lines = list(armour.notes), []
    for block in armour.blocks:
        if block.problem is not None or not block.octets:
            return (), None
        label = expected_label(block)
        if label is not None:
            notes.append(label_note(block, label))
        elif not block.label:
            return (), None
        lines.append(written(label or block.label, block.octets, block.cipher))
    unique = {one.code: one for one in notes}
    return tuple(unique.values()), "".join(lines)


def _json(octets: bytes, found: KeyText) -> tuple[tuple[Problem, ...], str | None]:
    parsed = parse_json(octets)
    if isinstance(parsed, Problem):
        return (), None
    text = found.text.strip()
    text = text.strip(QUOTES) if text[:1] in QUOTES else text
    inner = json.loads(text) if text[:1] == '"' else text
    own = tuple(one for one in parsed.notes if one not in found.notes)
    return own, inner if isinstance(inner, str) else None


def _bare(octets: bytes) -> tuple[tuple[Problem, ...], str | None]:
    body = bare_body(octets)
    shape = None if body is None else shape_of(body)
    if body is None or shape is None:
        return (), None
    return (bare_note(),), written(LABELS[shape][0], body)
