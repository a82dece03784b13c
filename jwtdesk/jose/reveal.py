"""The processed payload of an SD-JWT as text, every lexeme as its issuer wrote it."""

from collections.abc import Iterator

from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import members
from jwtdesk.jose.jsontext.rebuild import ROOT, Rebuilding
from jwtdesk.jose.jsontext.strings import unquote
from jwtdesk.jose.jsontext.write import written
from jwtdesk.jose.token import Disclosed, Token

# Of a longer one only the numbers are kept as they were written.
LONGEST = 300_000


def reveal(token: Token) -> str:
    """Return the processed payload of `token` as JSON text (RFC 9901 section 7.1).

    Where it cannot be worked out, or of any other token: the payload's own text, "" for none.
    """
    document = token.payload.document if token.payload else None
    if document is None:
        return ""
    if token.selective is None or token.selective.payload is None:
        return document.text
    if len(document.text) + sum(map(len, token.disclosures)) > LONGEST:
        return written(token.selective.payload)
    known = dict[str, tuple[str, str]]()
    for row in reversed(_outer_first(token.selective.disclosures)):
        name, value = as_written(row)
        known[row.digest] = name, _revealed(value, known, is_payload=False)
    return _revealed(document.text, known, is_payload=True)


def _outer_first(rows: tuple[Disclosed, ...]) -> list[Disclosed]:
    """Return the disclosures that have a place, each after the one that holds its digest."""
    placed = {one.digest: one for one in reversed(rows) if one.path is not None}
    inside: dict[str, list[Disclosed]] = {}
    for one in placed.values():
        inside.setdefault(one.parent, []).append(one)
    found = list(inside.get("", []))
    for one in found:
        found += inside.get(one.digest, [])
    return found


def as_written(row: Disclosed) -> tuple[str, str]:
    """Return the quoted name ("" for a list entry) and the value of a disclosure, as written."""
    text = base64url.decode(row.encoded).octets.decode()
    elements = [one for one in members(text) if one.depth == 1]
    name, value = elements[1].value, elements[-1].value
    return text[name.start : name.end] if row.name is not None else "", text[
        value.start : value.end
    ]


def _revealed(text: str, known: dict[str, tuple[str, str]], *, is_payload: bool) -> str:
    """Return a JSON `text` with the disclosures that it refers to, and without its digests.

    Each disclosure is taken out of `known`: a digest that is repeated counts once.
    """
    rebuilt = Rebuilding(text)
    for index in rebuilt.inwards():
        for listed in rebuilt.children[index]:
            name = rebuilt.members[listed].name
            if name == "_sd" or (name == "_sd_alg" and is_payload and index == ROOT):
                rebuilt.drop(listed)
        for name, value in _members(rebuilt, rebuilt.child(index, "_sd"), known):
            rebuilt.add(index, name, value)
        digest = rebuilt.child(index, "...")
        if digest is None or index == ROOT or rebuilt.members[index].name is not None:
            continue
        is_alone = len(rebuilt.children[index]) == 1
        found = known.pop(_text(rebuilt, digest), None) if is_alone else None
        if found:
            rebuilt.replace(index, found[1])
        else:
            rebuilt.drop(index)
    return rebuilt.whole()


def _members(
    rebuilt: Rebuilding, listed: int | None, known: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield name and value of each member whose digest stands in the list `listed`."""
    for at in rebuilt.children[listed] if listed is not None else ():
        found = known.pop(_text(rebuilt, at), None)
        if found and rebuilt.members[at].name is None:
            yield found


def _text(rebuilt: Rebuilding, index: int) -> str:
    """Return the text that a value is, "" when it is none."""
    lexeme = rebuilt.value(index)
    return unquote(lexeme) if lexeme.startswith('"') else ""
