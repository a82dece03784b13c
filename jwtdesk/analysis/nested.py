"""The token inside a token, and the one inside that: each examined as if it had come alone."""

from dataclasses import replace
from functools import reduce

from jwtdesk.analysis.checks import Checked, checked
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.inner import Inner, inner_tokens
from jwtdesk.analysis.inner_place import HEADER, KEY_BINDING
from jwtdesk.analysis.layer import Asked, layer
from jwtdesk.analysis.lent_key import counts, proves, set_aside
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr

LIMIT = 10
"""How many tokens, each inside the one before, are followed; then a finding says so."""

LARGEST = 1_000_000
"""How many characters they may have together; of a larger one only the first is followed."""


def nested(around: Report, asked: Asked, depth: int = 0) -> Report | None:
    """Return the report on the token inside that of `around`, which holds the next, and so on.

    The payload as a whole comes first (RFC 7519 section 5.2), else the first token in a claim or a
    disclosure. It is checked with the same keys; a single key that proved right further out has to
    prove right here as well, or it is another's. `depth` says how many tokens are around the one
    of `around`. None when there is none inside, or one beyond the limit. Never raises.
    """
    layers: list[Report] = []
    inside, length = _inside(around.token), 0
    proven = proves(around.verdict.verification)
    while inside is not None and depth + len(layers) < LIMIT and length <= LARGEST:
        asked = _asked(inside, asked)
        layers.append(_layer(read_token(inside.text), asked, lent=proven))
        proven = proven or proves(layers[-1].verdict.verification)
        length += len(inside.text)
        inside = _inside(layers[-1].token)
    if layers and inside is not None:
        finding = _too_deep() if depth + len(layers) >= LIMIT else _too_large()
        layers[-1] = replace(layers[-1], findings=(finding, *layers[-1].findings))
    outwards = reversed(layers)
    last = next(outwards, None)
    return reduce(lambda inner, outer: replace(outer, nested=inner), outwards, last)


def _layer(token: Token, asked: Asked, *, lent: bool) -> Report:
    """Return the report on one token; `lent` says that the key belongs to one around it."""
    found = checked(token, asked.keys)
    if not lent or counts(token, found.answers, asked.keys):
        return layer(token, asked, found)
    unknown = Checked(token, set_aside(token, found.answers))
    return layer(token, replace(asked, given=None, keys=None), unknown)


def _inside(token: Token) -> Inner | None:
    """Return what is followed: neither the key binding, which has its lamp, nor a header's."""
    found = inner_tokens(token)
    return next((one for one in found if not one.path.startswith((KEY_BINDING, HEADER))), None)


def _asked(inside: Inner, asked: Asked) -> Asked:
    """Return what an inner token is examined with: expectations are those of a whole payload."""
    rules = asked.rules if not inside.path else Rules(leeway=asked.rules.leeway)
    return replace(asked, payload=None, rules=rules)


def _too_deep() -> Finding:
    return _finding(
        tr("Nested more deeply than is followed"),
        tr(
            "Tokens inside tokens are followed {count} levels deep. This one holds another, which "
            "was not opened; no honest issuer nests so deeply.",
            count=LIMIT,
        ),
    )


def _too_large() -> Finding:
    return _finding(
        tr("Too large to follow what is inside"),
        tr(
            "Tokens inside tokens are followed up to {count} characters. This one holds another, "
            "which was not opened: copy it out to look at it alone.",
            count=f"{LARGEST:,}",
        ),
    )


def _finding(title: str, detail: str) -> Finding:
    reference = "RFC 7519 section 5.2"
    return Finding("deep-nesting", Severity.WARNING, title, detail, reference, "payload")
