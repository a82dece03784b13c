"""What fails, in clauses of a sentence."""

from dataclasses import dataclass

import pytest

from jwtdesk.analysis.binding_claims import FUTURE
from jwtdesk.analysis.key_binding import NOT_EXPECTED
from jwtdesk.analysis.troubles import troubles
from jwtdesk.analysis.verdict import Lamp, State


def lamp(state: State, code: str = "") -> Lamp:
    """Return a lamp of which only state and code count."""
    return Lamp(state, code, "", "")


FINE = lamp(State.OK)


@dataclass
class Judged:
    """A token in order but for its key binding."""

    key_binding: Lamp | None
    structure: Lamp = FINE
    time: Lamp = FINE
    policy: Lamp = FINE
    broken: int = 0
    distance: int | None = None


BINDINGS = {
    "none": (None, []),
    "right": (lamp(State.OK), []),
    "wrong": (lamp(State.BAD), ["its key binding is wrong"]),
    "early": (lamp(State.WARN, FUTURE), ["its key binding claims to be made in the future"]),
    "open": (lamp(State.UNKNOWN, "x"), ["its key binding cannot be checked"]),
    "not asked": (lamp(State.UNKNOWN, NOT_EXPECTED), []),
}


@pytest.mark.parametrize("name", BINDINGS)
def test_a_key_binding_is_told_when_something_is_wrong_with_it(name: str) -> None:
    """That nothing was expected of it is no trouble."""
    bound, clauses = BINDINGS[name]
    assert troubles(Judged(bound), proven=True) == clauses
