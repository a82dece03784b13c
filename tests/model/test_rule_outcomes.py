"""Every expectation by itself: held or broken, and in which words."""

from dataclasses import replace

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.model.edits import NodeChosen, RulesEdited
from jwtdesk.model.rule_outcomes import FIELDS, expectations, faults, only, outcomes
from tests.made import token
from tests.model.desk import Desk

PAYLOAD = '{"iss":"i","aud":"a","sub":"s","nonce":"n","iat":1795399000,"exp":1795401000}'
HELD = Rules(
    algorithms=("HS256",),
    issuers=("i",),
    audiences=("a",),
    required=("exp", "iat"),
    subject="s",
    type="JWT",
    nonce="n",
    max_age=2000,
    max_lifetime=2000,
)
BROKEN = Rules(
    algorithms=("ES256",),
    issuers=("j",),
    audiences=("b",),
    required=("jti", "nbf"),
    subject="t",
    type="at+jwt",
    nonce="m",
    max_age=1,
    max_lifetime=1,
)


def _desk(rules: Rules) -> Desk:
    desk = Desk()
    desk.paste(token(PAYLOAD, '{"alg":"HS256","typ":"JWT"}'))
    desk.do(RulesEdited(rules))
    return desk


def test_each_expectation_has_its_outcome() -> None:
    """What holds has no sentence, and all nine fields answer in order."""
    found = outcomes(_desk(HELD).session)

    assert tuple(one.field for one in found) == FIELDS
    assert not any(one.broken for one in found)


def test_all_that_is_broken_is_told_together() -> None:
    """No failure hides another: each field has its sentence, and the list has them all."""
    session = _desk(BROKEN).session
    found = outcomes(session)

    assert all(one.broken for one in found)
    assert len(next(one for one in found if one.field == "required").broken) == 2
    assert sorted(faults(session)) == sorted(words for one in found for words in one.broken)
    assert session.verdict.policy.state is State.BAD


@pytest.mark.parametrize("field", FIELDS)
def test_one_broken_rule_breaks_no_other(field: str) -> None:
    """With one field wrong exactly that one is broken."""
    session = _desk(replace(HELD, **{field: getattr(BROKEN, field)})).session

    assert [one.field for one in outcomes(session) if one.broken] == [field]


def test_nothing_expected_has_no_outcome() -> None:
    """Rules that expect nothing, and an empty desk, have nothing to tell."""
    assert outcomes(_desk(Rules(leeway=60)).session) == ()
    assert outcomes(Desk().do(RulesEdited(BROKEN))) == ()
    assert faults(Desk().do(RulesEdited(BROKEN))) == ()
    assert only(Rules(), "issuers") is None


@pytest.mark.parametrize(
    ("rules", "count"), [(Rules(leeway=9), 0), (HELD, 10), (Rules(required=("a", "b", "c")), 3)]
)
def test_expectations_are_counted(rules: Rules, count: int) -> None:
    """Each field is one, each required claim is one, and the leeway is none."""
    assert expectations(rules) == count


def test_a_token_around_another_is_asked_for_nothing_that_is_inside() -> None:
    """Its claims are in the token inside: there they are held against the rules."""
    desk = _desk(Rules(issuers=("joe",), algorithms=("HS256",)))
    desk.paste(token(token('{"iss":"eve"}')))
    assert [one.field for one in outcomes(desk.session)] == ["algorithms"]
    desk.do(NodeChosen(("",)))
    assert [one.field for one in outcomes(desk.session) if one.broken] == ["issuers"]
