"""The verdict before there is a token: known without any check, so that a window can begin."""

from jwtdesk.analysis.verdict import Lamp, State, Verdict
from jwtdesk.jose.words import tr


def no_verdict() -> Verdict:
    """Return what `judge` says of no token under no rules."""
    return Verdict(
        structure=nothing_yet("empty"),
        signature=nothing_yet("no-key"),
        time=nothing_yet("no-claims"),
        policy=nothing_yet("not-checked"),
        headline=tr("Paste a token to begin"),
        reason=tr(
            "A JWT, a JWS or a JWE, bare or inside any text: everything stays on this computer."
        ),
    )


def nothing_yet(code: str) -> Lamp:
    """Return a lamp that is dark for want of a token; `code` is its stable code."""
    return Lamp(State.UNKNOWN, code, tr("There is no token yet."), tr("Nothing yet"))
