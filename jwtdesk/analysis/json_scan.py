"""Searches through whole JSON texts at the speed of patterns: a megabyte takes milliseconds."""

import re
from collections.abc import Iterator
from itertools import islice

from jwtdesk.analysis.disclosed_texts import Elsewhere, disclosed_texts
from jwtdesk.analysis.lint import Subject
from jwtdesk.jose.jsontext import Document, Value, members
from jwtdesk.jose.problem import Span

# In a longer text, or beyond so many members, a place is not searched for.
_LONGEST, _MOST = 100_000, 2_000
_SHORT_ESCAPE = re.compile(r"\\[^u]")


def texts(subject: Subject) -> Iterator[tuple[str, Document]]:
    """Yield the JSON readings that are there: "header" and "payload", each with its document.

    What an SD-JWT discloses follows, claim by claim.
    """
    header = subject.token.header.document if subject.token.header else None
    for where, document in (("header", header), ("payload", subject.document)):
        if document is not None:
            yield where, document
    yield from disclosed_texts(subject.token)


def unescaped(text: str) -> str:
    r"""Return the JSON `text` with its `\u` escapes replaced by what they stand for.

    Other escapes become a blank; surrogate pairs are joined. Places shift, so this only tells
    whether something is there.
    """
    if "\\" not in text:
        return text
    try:
        plain = text.encode("raw_unicode_escape").decode("raw_unicode_escape")
    except UnicodeDecodeError:
        return text
    joined = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _SHORT_ESCAPE.sub(" ", joined)


def spot(document: Document, pattern: re.Pattern[str]) -> tuple[str, Span | None]:
    """Return path (".sub") and place of the first member whose text has `pattern`, if it is near.

    Both names and values are searched, escapes resolved; the innermost member counts.
    """
    path, span = "", None
    near = members(document.text, limit=_MOST) if len(document.text) <= _LONGEST else ()
    for one in near:
        if pattern.search(unescaped(document.text[one.key.start : one.value.end])):
            path, span = one.path.removeprefix("$"), Span(one.key.start, one.value.end)
            if document.text[one.value.start] not in "{[":
                break
    return path, None if isinstance(document, Elsewhere) else span


def nodes(value: Value, most: int) -> Iterator[tuple[str, str, Value]]:
    """Yield up to about `most` members below `value`, outer ones first.

    Each with its path (".a.b", ".list[0]") and its own name ("" for a list entry).
    """
    waiting: list[tuple[str, str, Value]] = [("", "", value)]
    for path, name, one in waiting:
        if path:
            yield path, name, one
        room = most - len(waiting)
        if isinstance(one, dict):
            waiting += [
                (f"{path}.{key}", key, inner) for key, inner in islice(one.items(), max(room, 0))
            ]
        elif isinstance(one, list):
            waiting += [
                (f"{path}[{at}]", "", inner) for at, inner in enumerate(one[: max(room, 0)])
            ]
