"""The first and the last second of a token, exactly where the time lamp turns."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.acceptable import Acceptable, acceptable
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.time_lamp import time_lamp
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.jsontext import Number

TIMES = st.integers(0, 10**10) | st.decimals(0, 10**10, allow_nan=False, places=20)


@pytest.mark.parametrize(
    ("claims", "leeway", "found"),
    [
        ({}, 60, Acceptable(None, None)),
        ({"exp": "100"}, 0, Acceptable(None, 99)),
        ({"exp": "100.5"}, 0, Acceptable(None, 100)),
        ({"nbf": "100"}, 0, Acceptable(100, None)),
        ({"nbf": "100.5"}, 0, Acceptable(101, None)),
        ({"nbf": "100", "exp": "200"}, 60, Acceptable(40, 259)),
        ({"nbf": "1e400", "exp": "1e400"}, 0, Acceptable(None, None)),
    ],
)
def test_the_bounds(claims: dict[str, str], leeway: int, found: Acceptable) -> None:
    """Fractions count in full, the leeway widens both ends, and no calendar means no bound."""
    numbers = {name: Number(text) for name, text in claims.items()}

    assert acceptable(numbers, Rules(leeway=leeway)) == found


def test_what_is_no_number_or_no_object_has_no_bound() -> None:
    """Only numbers are times, and no claims at all have none."""
    assert acceptable(None, Rules()) == Acceptable(None, None)
    assert acceptable({"exp": "soon", "nbf": True}, Rules()) == Acceptable(None, None)


@given(TIMES, TIMES, st.integers(0, 10**6))
def test_the_lamp_turns_exactly_there(
    start: Decimal | int, end: Decimal | int, leeway: int
) -> None:
    """Within the bounds the time lamp is not bad, one second outside it is."""
    claims = {"nbf": Number(f"{start:f}" if isinstance(start, Decimal) else str(start))}
    claims["exp"] = Number(f"{end:f}" if isinstance(end, Decimal) else str(end))
    rules = Rules(leeway=leeway)
    found = acceptable(claims, rules)
    assert found.first is not None
    assert found.last is not None

    def good(moment: int) -> bool:
        return time_lamp(claims, rules, moment).state is not State.BAD

    assert good(found.first) is (found.first <= found.last)
    assert good(found.last) is (found.first <= found.last)
    assert not good(found.first - 1)
    assert not good(found.last + 1)
