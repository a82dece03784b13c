"""Everything that can be found out about a token that was read, and about those inside it."""

from dataclasses import replace

from jwtdesk.analysis.layer import Asked, layer
from jwtdesk.analysis.nested import nested
from jwtdesk.analysis.report import Report
from jwtdesk.jose.token import Token

__all__ = ["Asked", "examine"]


def examine(token: Token, asked: Asked) -> Report:
    """Return the report on `token`, without a diagnosis; never raises."""
    outer = layer(token, asked)
    return replace(outer, nested=nested(outer, asked))
