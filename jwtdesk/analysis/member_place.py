"""Where a member stands in its pane's text; asked only once something was found there."""

from jwtdesk.analysis.lint import Subject
from jwtdesk.jose.jsontext import Document, members
from jwtdesk.jose.problem import Span

# Beyond so many members the place of one is not worth the search.
_MOST = 2_000


def in_header(subject: Subject, name: str) -> Span | None:
    """Return the place of the member `name` in the protected header's text, if it stands there."""
    header = subject.token.header
    return _place(header.document if header else None, name)


def in_payload(subject: Subject, name: str) -> Span | None:
    """Return the place of the claim `name` in the payload's text, in code points."""
    return _place(subject.document, name)


def _place(document: Document | None, name: str) -> Span | None:
    if document is None:
        return None
    found = None
    for one in members(document.text, limit=_MOST):
        if one.depth == 1 and one.name == name:
            found = Span(one.key.start, one.value.end)
    return found
