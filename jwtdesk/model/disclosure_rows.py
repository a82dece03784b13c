"""The disclosures of an SD-JWT as rows: name, value, place, and what is wrong with each."""

from collections.abc import Iterator
from dataclasses import dataclass

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.jsontext.write import written
from jwtdesk.jose.token import Disclosed, Selective
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.session import Session

# More rows are not read by anybody; more characters of a value do not fit in one.
MOST, LONGEST = 200, 160


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """One disclosure as it is listed.

    `parent` is the digest of the disclosure it lies in, "" for none; `depth` counts those.
    `place` is the path of its value in the processed payload, "" while it has none. `trouble` is
    the sentence for what is wrong. All words may be shown as they are.
    """

    digest: str
    name: str
    value: str
    place: str
    depth: int
    parent: str
    trouble: str


@dataclass(frozen=True, slots=True)
class DisclosureTable:
    """All that the list shows: its rows, the quiet line below them, and the words of the badge."""

    rows: tuple[DisclosureRow, ...]
    rest: str
    badge: str
    state: State


def disclosure_table(session: Session) -> DisclosureTable | None:
    """Return the disclosures of the token on the desk; None when it is no SD-JWT."""
    selective = session.known.token.selective
    if selective is None:
        return None
    rows = tuple(_rows(selective))
    count = len(selective.disclosures)
    wrong = sum(one.problem is not None for one in selective.disclosures)
    if wrong:
        badge, state = plural(wrong, "{count} wrong", "{count} wrong"), State.BAD
    elif count and selective.payload is None:
        badge, state = plural(count, "{count} not checked", "{count} not checked"), State.WARN
    else:
        badge, state = plural(count, "{count} disclosed", "{count} disclosed"), State.UNKNOWN
    return DisclosureTable(rows, _rest(selective, count - len(rows)), badge, state)


def _rows(selective: Selective) -> Iterator[DisclosureRow]:
    """Yield each disclosure, the ones that lie in it right behind it."""
    for one, depth in _in_order(selective.disclosures)[:MOST]:
        yield DisclosureRow(
            digest=one.digest,
            name=name_of(one),
            value=made_visible(short(one)),
            place=made_visible(one.path or ""),
            depth=depth,
            parent=one.parent,
            trouble=one.problem.message if one.problem else "",
        )


def _in_order(disclosures: tuple[Disclosed, ...]) -> list[tuple[Disclosed, int]]:
    """Return the disclosures with their depths; a list nested a thousand deep is no recursion."""
    inside: dict[str, list[Disclosed]] = {}
    for one in disclosures:
        inside.setdefault(one.parent, []).append(one)
    found = list[tuple[Disclosed, int]]()
    waiting = [(one, 0) for one in reversed(inside.pop("", []))]
    while waiting:
        one, depth = waiting.pop()
        found.append((one, depth))
        waiting += [(inner, depth + 1) for inner in reversed(inside.pop(one.digest, []))]
    return found


def name_of(one: Disclosed) -> str:
    """Return what a disclosure is called: its claim, or that it is an entry of a list."""
    if one.name is not None:
        return made_visible(one.name[:LONGEST]) or tr("(no name)")
    unread = one.problem is not None and one.value is None
    return tr("unreadable") if unread else tr("list entry")


def short(one: Disclosed) -> str:
    """Return the beginning of its value as JSON, or of its text when that cannot be read."""
    unread = one.problem is not None and one.name is None and one.value is None
    text = one.encoded[: LONGEST + 1] if unread else written(one.value, LONGEST)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _rest(selective: Selective, unlisted: int) -> str:
    """Return the quiet line below the list."""
    said = list[str]()
    if unlisted:
        said.append(
            plural(
                unlisted,
                "{count} further disclosure is not listed.",
                "{count} further disclosures are not listed.",
            )
        )
    if selective.undisclosed:
        said.append(
            plural(
                selective.undisclosed,
                "{count} digest has no disclosure: kept back, or a decoy.",
                "{count} digests have no disclosure: kept back, or decoys.",
            )
        )
    elif not selective.disclosures:
        said.append(tr("Nothing is disclosed."))
    return " ".join(said)
