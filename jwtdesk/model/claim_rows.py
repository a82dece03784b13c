"""Header and payload as rows of a table: name, value, meaning, human form, and where it is said."""

import re
from dataclasses import dataclass, replace

from jwtdesk.analysis.claims import meaning, value_text
from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.analysis.registered_name import Name, Place, Sort, names
from jwtdesk.analysis.time import Unit, floor, is_countable, unit_of
from jwtdesk.jose.jsontext import Document, Number, Value, compact, quote
from jwtdesk.jose.jsontext.strings import path_step
from jwtdesk.jose.jsontext.write import written
from jwtdesk.jose.token import Selective
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import Slot
from jwtdesk.model.session import Session

# A table of more rows, or a cell of more characters, is not read by anybody.
MOST_ROWS, LONGEST_CELL = 1000, 2000
# Beyond so many members nobody looks for the place of one.
_SEARCHED = 20_000
_FIRST_STEP = re.compile(r'\$(?:\.\w+|\["(?:[^"\\]|\\.)*"\])', re.ASCII)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One member: its name, its value as written, its meaning, and what it says.

    `reference` is the specification that defines the name, `offset` where the name begins in its
    pane's text, and `second` the moment a time stands for, in seconds since 1970. `mark` says that
    it was disclosed, in whole or in part.
    """

    name: str
    value: str
    meaning: str
    text: str
    reference: str = ""
    offset: int = 0
    second: int | None = None
    mark: str = ""


def table(session: Session, slot: Slot = Slot.PAYLOAD) -> tuple[TableRow, ...]:
    """Return the outermost members of one pane as rows, in their order.

    Of an SD-JWT they are those of the processed payload (RFC 9901 section 7.1).
    """
    known = session.known
    in_header = slot is Slot.HEADER
    if not in_header and known.token.selective is not None and known.token.selective.payload:
        return _disclosed_table(session, known.token.selective, known.token.selective.payload)
    segment = known.header if in_header else known.payload
    members = known.header_members if in_header else known.payload_members
    text = session.shown.header if in_header else session.shown.payload
    values = _object(segment.document if segment else None)
    place = Place.HEADER if in_header else Place.CLAIM
    return tuple(
        _row(
            member.name,
            text[member.value.start : member.value.end],
            values[member.name],
            place,
            session.moment,
            member.key.start,
        )
        for member in members[:MOST_ROWS]
        if member.depth == 1 and member.name is not None and member.name in values
    )


def _disclosed_table(
    session: Session, selective: Selective, payload: dict[str, Value]
) -> tuple[TableRow, ...]:
    """Return the claims that a verifier gets to see, each with where it stands or its digest."""
    text = session.shown.payload
    own = {
        one.name: one.key.start
        for one in session.known.payload_members[:_SEARCHED]
        if one.depth == 1
    }
    whole = {one.path: one.digest for one in selective.disclosures}
    tops = {_top(one.path) for one in selective.disclosures if one.path}
    rows = []
    for name, value in list(payload.items())[:MOST_ROWS]:
        path = f"${path_step(name)}"
        mark, at = "", own.get(name, 0)
        if path in whole:
            mark, at = tr("disclosed"), max(0, text.find(quote(whole[path])))
        elif path in tops:
            mark = tr("disclosed in part")
        row = _row(name, written(value, LONGEST_CELL), value, Place.CLAIM, session.moment, at)
        said = " · ".join(one for one in (mark, row.text) if one)
        rows.append(replace(row, text=said, mark=mark))
    return tuple(rows)


def _top(path: str) -> str:
    """Return the first step of a path in the processed payload: `$.a` of `$.a.b[0]`."""
    found = _FIRST_STEP.match(path)
    return found[0] if found else path


def _object(document: Document | None) -> dict[str, Value]:
    value = document.value if document and document.sound else None
    return value if isinstance(value, dict) else {}


def _row(  # noqa: PLR0913, PLR0917 - one row of six columns
    name: str, lexeme: str, value: Value, place: Place, now: int, offset: int
) -> TableRow:
    known = names(place).get(name)
    return TableRow(
        made_visible(name[:LONGEST_CELL]),
        made_visible(_on_one_line(lexeme)[:LONGEST_CELL]),
        meaning(name, place),
        made_visible(value_text(known, name, value, now)) if _has_words(known, value) else "",
        known.reference if known else "",
        offset,
        instant(value) if known and known.sort is Sort.TIME else None,
    )


def _has_words(known: Name | None, value: Value) -> bool:
    """Return whether words tell more than the value as it is written."""
    return not isinstance(value, str | Number) or (known is not None and known.sort is Sort.TIME)


def _on_one_line(lexeme: str) -> str:
    return compact(lexeme) if lexeme[:1] in ("{", "[") else lexeme


def instant(value: Value) -> int | None:
    """Return the whole second a time claim stands for, None when it is no plausible one."""
    if not isinstance(value, Number) or not is_countable(value.exact):
        return None
    return floor(value.exact) if unit_of(value.exact) is Unit.SECONDS else None
