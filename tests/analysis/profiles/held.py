"""A header and claims, held against one profile."""

import json
from collections.abc import Mapping

from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.profile import Check, profiles, recognised
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.read_token import read_token
from tests.made import token

NOW = 1_795_400_030
IAT, EXP = 1_795_400_000, 1_795_400_600
OK, BAD, WARN, UNKNOWN = State.OK, State.BAD, State.WARN, State.UNKNOWN
Members = Mapping[str, object]


def subject(
    header: Members, claims: object, *, now: int = NOW, rules: Rules | None = None, tail: str = ""
) -> Subject:
    """Return a token over `header` and `claims`, unchecked; `tail` is put behind it."""
    text = token(json.dumps(claims), json.dumps(header)) + tail
    return Subject(read_token(text), None, None, now, rules or Rules())


def names(one: Subject) -> list[str]:
    """Return the names of the profiles that are recognised, the surest first."""
    return [profile.name for profile in recognised(one)]


def checks(name: str, one: Subject) -> list[Check]:
    """Return the checklist of the profile `name`."""
    (profile,) = (profile for profile in profiles() if profile.name == name)
    return list(profile.checks(one))


def sentences(name: str, one: Subject, *states: State) -> list[str]:
    """Return what the checklist says in these states."""
    return [check.sentence for check in checks(name, one) if check.state in states]


def without(members: Members, *left_out: str) -> dict[str, object]:
    """Return `members` without some of them."""
    return {name: value for name, value in members.items() if name not in left_out}
