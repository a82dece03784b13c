"""A finding: something in a token or key that deserves a reader's attention."""

from dataclasses import dataclass

from jwtdesk.jose.problem import Severity, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One lint's result.

    `id` is stable; `title` one sentence; `detail` why it matters; `reference` the specification
    ("RFC 8725 section 3.2"). `where` is a path such as "header.alg" or "payload.exp", or "key",
    "token"; `span` is a place in that pane's text when known.
    """

    id: str
    severity: Severity
    title: str
    detail: str
    reference: str
    where: str
    span: Span | None = None
