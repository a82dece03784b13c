"""Which pair of brackets the caret touches."""

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jsontext.brackets import brackets
from jwtdesk.jose.problem import Span

_BRACKETS = "{}[]"
_LONGEST = 262_144
"""Longer texts get no pair: finding it would be felt at every key press."""


@remembered(2)
def _partners(text: str) -> dict[int, int]:
    """Return the partner of every paired bracket of `text`, both ways."""
    pairs = brackets(text)
    return {**dict(pairs), **{closing: opening for opening, closing in pairs}}


def bracket_pair(text: str, caret: int) -> tuple[Span, ...]:
    """Return the bracket before (or else behind) the `caret` and its partner, if there are any.

    Positions are code points.
    """
    if len(text) > _LONGEST:
        return ()
    for at in (caret - 1, caret):
        if 0 <= at < len(text) and text[at] in _BRACKETS:
            partner = _partners(text).get(at)
            if partner is not None:
                return Span(at, at + 1), Span(partner, partner + 1)
    return ()
