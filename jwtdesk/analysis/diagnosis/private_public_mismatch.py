"""The private and the public part of the key given do not belong together."""

import json
from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    UseKey,
    Work,
)
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.analysis.trials.own_public import with_own_public
from jwtdesk.analysis.trials.own_public_pem import pem_with_own_public
from jwtdesk.analysis.trials.trial import wrong_parts
from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

IDS = ("private-public-mismatch",)
CODE = "key-inconsistent"


def _explain(case: Case) -> Iterator[Explanation | Work]:
    if not wrong_parts(case):
        return
    problem = _problem(case)
    if problem is not None:
        yield Work(1.0)
        yield _card(case, problem.message)
    elif _strangers(case.keys):
        yield _card(case, tr("The text holds a private key and a public key of another pair."))


def _problem(case: Case) -> Problem | None:
    """Return what the reader of the key found, when its parts contradict each other."""
    if isinstance(case.keys, Unreadable):
        return case.keys.problem if case.keys.problem.code == CODE else None
    members = case.keys.members if isinstance(case.keys, Keys) else ()
    found = [one for key in members for one in key.problems if one.code == CODE]
    return found[0] if found else None


def _strangers(keys: Keys | Unreadable | None) -> bool:
    """Tell whether a PEM text holds exactly one private and one public key, of different pairs."""
    if not isinstance(keys, Keys) or "JWK" in keys.form or len(keys.members) != 2:  # noqa: PLR2004 - a pair
        return False
    first, second = keys.members
    return first.type is second.type and first.private is not second.private


def _card(case: Case, evidence: str) -> Explanation:
    return Explanation(
        id="private-public-mismatch",
        title=tr("The private and the public part of this key do not belong together."),
        evidence=evidence,
        confidence=Confidence.PROVEN,
        fix=_fix(case),
        would=tr("the private and the public part of the key do not belong together"),
    )


def _fix(case: Case) -> Fix | None:
    """Return the key with the public part of its private one, when that verifies."""
    given = _own(case.given.octets)
    if given is None:
        return None
    fix = Fix(tr("Use the public part of the private key"), (UseKey(given),))
    return fix if verifies(case, fix) else None


def _own(octets: bytes) -> KeyInput | None:
    """Return the key text, JWK or PEM, with the public part that its private part makes."""
    members = with_own_public(octets)
    if members is not None:
        return KeyInput(json.dumps(members, indent=2).encode(), "jwk")
    pem = pem_with_own_public(octets)
    return None if pem is None else KeyInput(pem, "pem")


def _excluded(case: Case) -> str:
    private = isinstance(case.keys, Keys) and any(_pair(key) for key in case.keys.members)
    return tr("the private and the public part of the key belong together") if private else ""


def _pair(key: Key) -> bool:
    return key.private and key.type.value != "oct"


HYPOTHESIS = Hypothesis(IDS, 8, Effort.QUICK, _explain, _excluded)
