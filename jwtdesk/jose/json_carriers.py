"""What of a JSON serialisation carries a header: the whole, its signatures or its recipients."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from jwtdesk.jose.json_parts import MOST, Places
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

# What an entry of each list has for itself, and the flattened form beside the content (7.2.2).
_FLATTENED = {
    "signatures": ("signature", "protected", "header"),
    "recipients": ("header", "encrypted_key"),
}


def carriers(
    value: dict[str, Value], name: str, where: Places, most: int = MOST
) -> tuple[list[tuple[str, dict[str, Value]]], list[Problem]]:
    """Return the objects that carry a signature (or recipient), each with its path, and faults.

    Of more than `most` the first ones are returned, and that there are more is one of the faults.
    """
    if name not in value:
        return [("$", value)], []
    listed = value[name]
    place = where.inside(f"$.{name}")
    if not isinstance(listed, list) or not listed:
        message = tr("The member “{name}” is not a list with something in it.", name=name)
        return [], [Problem("member-not-list", message, place)]
    found = []
    if len(listed) > most:
        count = f"{len(listed):,}"
        message = tr("Of {count} entries the first {most} are read.", count=count, most=most)
        found.append(Problem("too-many", message, place))
    beside = [one for one in _FLATTENED[name] if one in value]
    if beside:
        message = tr(
            "“{member}” of the flattened form and “{list}” of the general one stand side by side: "
            "only one form is allowed.",
            member=beside[0],
            list=name,
        )
        found.append(Problem("two-forms", message, place))
    pairs = [(f"$.{name}[{at}]", one) for at, one in enumerate(listed[:most])]
    wrong = [path for path, one in pairs if not isinstance(one, dict)]
    found += [
        Problem("member-not-object", tr("{path} is not an object.", path=one)) for one in wrong
    ]
    return [(path, one) for path, one in pairs if isinstance(one, dict)], found


def names_twice(document: Document, headers: Iterable[str], where: Places) -> list[Problem]:
    """Return the names that occur twice: errors at the paths of `headers`, else warnings."""
    if not document.duplicates:
        return []
    strict = sorted((place.start, place.end) for place in map(where.inside, headers))
    return [
        replace(one, severity=Severity.ERROR) if _is_inside(one, strict) else one
        for one in document.duplicates
    ]


def _is_inside(problem: Problem, places: list[tuple[int, int]]) -> bool:
    """Return whether `problem` stands in one of the `places`, which are sorted and apart."""
    at = problem.span.start if problem.span else -1
    before = bisect_right(places, (at, at))
    return before > 0 and at < places[before - 1][1]
