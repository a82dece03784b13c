"""JSON nested deeper than some readers follow (RFC 8259 section 9)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.json_scan import texts
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.payload import TOO_DEEP
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# .NET and others stop at 64 levels, some at 32 or fewer; no token needs ten.
REFUSED, NOTABLE = 32, 16
CONTAINERS = frozenset({dict, list})


def _check(subject: Subject) -> Iterator[Finding]:
    for where, document in texts(subject):
        depth = _depth(document)
        if depth <= NOTABLE:
            continue
        yield Finding(
            "deep-nesting",
            Severity.WARNING if depth > REFUSED else Severity.INFO,
            tr("The JSON is nested deeply"),
            tr(
                "Objects and lists stand more than {depth} levels inside each other. Many readers "
                "give up at 64 or fewer, and a hostile token can exhaust them.",
                depth=REFUSED if depth > REFUSED else NOTABLE,
            ),
            "RFC 8259 section 9",
            where,
        )


def _depth(document: Document) -> int:
    """Return how many levels are nested, at most one more than matters."""
    if document.problem is not None:
        return REFUSED + 1 if document.problem.code == TOO_DEEP else 0
    if document.text.count("[") + document.text.count("{") <= NOTABLE:
        return 0
    level: list[Value] = [document.value]
    for depth in range(1, REFUSED + 1):
        level = [one for outer in level for one in _inside(outer)]
        if not level:
            return depth
    return REFUSED + 1


def _inside(value: Value) -> list[Value]:
    """Return the objects and lists right inside `value`."""
    if isinstance(value, dict):
        return [one for one in value.values() if type(one) in CONTAINERS]
    return [one for one in value if type(one) in CONTAINERS] if isinstance(value, list) else []


LINT = Lint("deep-nesting", 711, _check)
