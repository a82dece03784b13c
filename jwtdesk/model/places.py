"""Where a place in a token stands in the pane that shows it, white space and prefixes included."""

from dataclasses import replace

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.problem import Problem, Span


@remembered(4)
def _solid(text: str) -> tuple[int, ...] | None:
    """Return where the characters that are no white space stand; None when all of them are."""
    # Of a token in JSON the white space inside stays when it is cleaned.
    if text[:1] == "{" and text == text.strip():
        return None
    if text.isascii() and len(text.split(None, 1)) < 2 and text == text.strip():  # noqa: PLR2004 - one piece means no gap
        return None
    return tuple(index for index, character in enumerate(text) if not character.isspace())


def in_pane(pane_text: str, origin: Span, span: Span) -> Span | None:
    """Return where `span` of the cleaned token stands in `pane_text`.

    `origin` is where the token as written stands in the pane. None when cleaning changed more
    than white space, so that no honest place exists. All in code points.
    """
    solid = _solid(pane_text[origin.start : origin.end])
    if solid is None:
        return Span(span.start + origin.start, span.end + origin.start)
    if not 0 <= span.start <= span.end <= len(solid):
        return None
    end = origin.end - origin.start
    start = solid[span.start] if span.start < len(solid) else end
    stop = solid[span.end - 1] + 1 if span.end > span.start else start
    return Span(start + origin.start, stop + origin.start)


def in_token(pane_text: str, origin: Span, offset: int) -> int:
    """Return which character of the cleaned token stands at `offset` of the pane."""
    inside = max(0, min(offset, origin.end) - origin.start)
    solid = _solid(pane_text[origin.start : origin.end])
    return inside if solid is None else sum(1 for place in solid if place < inside)


def moved(problem: Problem, pane_text: str, origin: Span) -> Problem:
    """Return `problem` with its place in the pane instead of in the token."""
    if problem.span is None:
        return problem
    return replace(problem, span=in_pane(pane_text, origin, problem.span))
