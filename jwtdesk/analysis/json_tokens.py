"""The tokens in a JSON text: texts that are one and objects that are one, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jwtdesk.jose.bare_token import bare_kind
from jwtdesk.jose.jsontext import Member, read
from jwtdesk.jose.jsontext import members as members_of
from jwtdesk.jose.jsontext.strings import unquote
from jwtdesk.jose.jws_json import is_serialisation
from jwtdesk.jose.problem import Span
from jwtdesk.jose.token import Kind
from jwtdesk.jose.white_space import stripped

# Members beyond these, and longer texts, are not looked into.
MOST_MEMBERS = 20_000
LONGEST = 1_000_000
# How many characters of one text are looked at closely.
BUDGET = 12_000_000
# A text that may be a compact token: a quotation mark, then the base64url of a JSON object.
_COMPACT = re.compile(r'"[ \t]*e[yw3][A-Za-z0-9_-]{8,}\.')
_LIKELY = re.compile(r'"(?:[ \t]|\\[nrt])*(?:e[yw3]|\{)')
# Each JSON serialisation has a member of one of these names.
_MARKS = ("ciphertext", "signatures", "signature", "protected")


@dataclass(frozen=True, slots=True)
class Placed:
    """A token in a JSON text: its kind, its own text, the path of its member and its lexeme."""

    kind: Kind
    text: str
    path: str
    lexeme: Span


def may_hold_tokens(text: str) -> bool:
    """Return, at the speed of a search, whether it is worth reading `text` member by member."""
    return any(f'"{mark}' in text for mark in _MARKS) or bool(_COMPACT.search(text))


def kind_of(text: str) -> Kind | None:
    """Return which token the whole of `text` is, white space around it aside; None for none."""
    bare = stripped(text)
    if not bare.startswith("{"):
        return bare_kind(bare)
    value = read(bare).value if any(mark in bare for mark in _MARKS) else None
    if not isinstance(value, dict) or not is_serialisation(value):
        return None
    return Kind.JWE_JSON if "ciphertext" in value else Kind.JWS_JSON


def tokens_in(text: str) -> Iterator[Placed]:
    """Yield the tokens among the members of the JSON `text`, in its order, none inside another."""
    if not may_hold_tokens(text):
        return
    members = members_of(text, limit=MOST_MEMBERS)
    owners, budget, passed = _owners(members), BUDGET, 0
    for one in members:
        lexeme = _candidate(text, one, owners) if one.value.start >= passed else ""
        budget -= len(lexeme)
        if not lexeme or budget < 0:
            continue
        inner = unquote(lexeme) if lexeme.startswith('"') else lexeme
        kind = kind_of(inner)
        if kind is not None:
            passed = one.value.end
            yield Placed(kind, inner, one.path, one.value)


def _owners(members: Sequence[Member]) -> frozenset[int]:
    """Return where the objects begin that have a member which every JSON serialisation has."""
    found = set()
    opened: list[int] = []
    for one in members:
        del opened[one.depth - 1 :]
        if one.name in _MARKS and opened:
            found.add(opened[-1])
        opened.append(one.value.start)
    return frozenset(found)


def _candidate(text: str, member: Member, owners: frozenset[int]) -> str:
    """Return the lexeme of a member's value where it may be a token, else nothing."""
    start, end = member.value.start, member.value.end
    if end - start <= LONGEST and (start in owners or _LIKELY.match(text, start)):
        return text[start:end]
    return ""
