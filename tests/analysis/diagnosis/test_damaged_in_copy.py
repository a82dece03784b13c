"""One damaged letter is a card only when the repaired token verifies."""

import pytest

from jwtdesk.analysis.diagnosis.damaged_in_copy import HYPOTHESIS
from jwtdesk.analysis.hypothesis import Explanation
from tests.analysis.diagnosis.making import SECRET, header, riddle, token


def damaged(alg: str) -> str:
    """Return a token of HS256 whose header says `alg`, with one letter of its payload wrong."""
    made = token("HS256", SECRET, head=header(alg))
    at = made.index(".") + 30
    return made[:at] + ("A" if made[at] != "A" else "B") + made[at + 1 :]


@pytest.mark.parametrize(("alg", "many"), [("HS256", 1), ("XX256", 0)])
def test_a_repair_that_is_right_but_not_accepted_is_no_card(alg: str, many: int) -> None:
    """Under a name that nobody knows the letter is found, quick or hard, and verifies nothing."""
    case = riddle(damaged(alg), SECRET)
    for family in HYPOTHESIS[1:]:
        found = [one for one in family.explain(case) if isinstance(one, Explanation)]
        assert len(found) == many
