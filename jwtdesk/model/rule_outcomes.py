"""Which expectation holds and which is broken, one by one, so that each field can say so itself."""

from dataclasses import dataclass, replace

from jwtdesk.analysis.expectations import expected
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.policy import policy, rules_for
from jwtdesk.analysis.rules import Rules
from jwtdesk.model.session import Session

FIELDS = (
    "algorithms",
    "issuers",
    "audiences",
    "required",
    "subject",
    "type",
    "nonce",
    "max_age",
    "max_lifetime",
)
"""The fields of `Rules` that are held against every token, in the order they are told."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one field of the rules fares: `broken` holds the sentences, none when it holds."""

    field: str
    broken: tuple[str, ...] = ()


def outcomes(session: Session) -> tuple[Outcome, ...]:
    """Return one outcome for each field that expects something; none without a token."""
    token = session.known.token
    if session.empty or not token.signatures:
        return ()
    claims, header = claims_of(token), token.jose_header
    rules, found = rules_for(token, session.rules), []
    for field in FIELDS:
        alone = only(rules, field)
        if alone is not None:
            checks = expected(header, claims, alone, session.moment)
            broken = tuple(one.message for check in checks for one in check)
            found.append(Outcome(field, broken))
    return tuple(found)


def only(rules: Rules, field: str) -> Rules | None:
    """Return rules that expect nothing but `field`, or None when it expects nothing itself."""
    value = getattr(rules, field)
    if value in ((), None):
        return None
    return replace(Rules(leeway=rules.leeway), **{field: value})


def faults(session: Session) -> tuple[str, ...]:
    """Return every sentence that the policy lamp stands for, all of them together."""
    verdict, known = session.verdict, session.known
    if session.empty:
        return ()
    found = policy(
        known.token, verdict.verification, session.rules, session.moment, keys=known.keys
    )
    return tuple(one.message for one in found.faults)


def expectations(rules: Rules) -> int:
    """Return how many things `rules` expect of a token; the leeway is none of them."""
    asked = sum(only(rules, field) is not None for field in FIELDS)
    return asked + max(0, len(rules.required) - 1)
