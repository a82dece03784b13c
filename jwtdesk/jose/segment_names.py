"""Which members of a JSON serialisation are encoded, and what each is called (RFC 7515, 7516)."""

import re
from dataclasses import dataclass

from jwtdesk.jose.jsontext import Member, members
from jwtdesk.jose.jsontext.strings import unquote
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import tr

_ENTRY = re.compile(r"\$\.(?:signatures|recipients)\[(\d+)\]")
_OWN = re.compile(r"\.(protected|signature|encrypted_key)")
_WHOLE = re.compile(r"\$\.(payload|protected|signature|encrypted_key|iv|ciphertext|tag|aad)")
_BESIDE = re.compile(r"\.header\.(?:disclosures\[(\d+)\]|(kb_jwt))")
_BINDING = ("Key binding header", "Key binding payload", "Key binding signature")


@dataclass(frozen=True, slots=True)
class Part:
    """One encoded part of a token: its name, its text, and its place in code points."""

    name: str
    text: str
    span: Span
    is_payload: bool = False


def parts_in_json(text: str) -> list[Part]:
    """Return the encoded parts of the JSON serialisation `text` in the order they stand there.

    Of a name that stands twice the last counts, as for any reader.
    """
    found = {one.path: one for one in members(text) if text[one.value.start] == '"'}
    entries = [_ENTRY.match(path) for path in found]
    several = len({one[1] for one in entries if one}) > 1
    in_order = sorted(found.values(), key=lambda one: one.value.start)
    return [part for one in in_order for part in _parts(text, one, several=several)]


def _parts(text: str, member: Member, *, several: bool) -> list[Part]:
    """Return what the text member holds: one part, the three of a key binding JWT, or none."""
    entry = _ENTRY.match(member.path)
    rest = member.path[entry.end() :] if entry else member.path
    number = f" {int(entry[1]) + 1:,}" if entry and several else ""
    span = Span(member.value.start + 1, member.value.end - 1)
    own = _OWN.fullmatch(rest) if entry else _WHOLE.fullmatch(rest)
    beside = _BESIDE.fullmatch(rest if entry else rest.removeprefix("$"))
    if not own and not beside:
        return []
    value = unquote(text[member.value.start : member.value.end])
    if own:
        name = _name(own[1]) + number
        return [Part(name, value, span, is_payload=own[1] == "payload")]
    if beside and beside[1]:
        name = tr("Disclosure {number}", number=f"{int(beside[1]) + 1:,}")
        return [Part(name, value, span)]
    return _binding(value, span)


def _binding(value: str, span: Span) -> list[Part]:
    """Return the three parts of a key binding JWT that stands at `span` without escapes."""
    parts: list[Part] = []
    at = span.start
    if len(value) != span.end - span.start:
        return parts
    for name, part in zip(_BINDING, value.split("."), strict=False):
        parts.append(Part(tr(name), part, Span(at, at + len(part))))
        at += len(part) + 1
    return parts


def _name(member: str) -> str:
    names = {
        "payload": tr("Payload"),
        "protected": tr("Header"),
        "signature": tr("Signature"),
        "encrypted_key": tr("Encrypted key"),
        "iv": tr("Initialisation vector"),
        "ciphertext": tr("Ciphertext"),
        "tag": tr("Authentication tag"),
        "aad": tr("Additional authenticated data"),
    }
    return names[member]
