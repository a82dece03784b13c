"""One damaged letter, searched for in all three parts."""

import pytest

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.damage import damaged
from tests.analysis.diagnosis.making import SECRET, riddle, token

WHOLE = token("HS256", SECRET)
AT = WHOLE.index(".") + 9


@pytest.mark.parametrize("letter", ["!", "A"])
def test_a_letter_too_many_is_found_whether_or_not_it_is_one(letter: str) -> None:
    """A part that decodes to sound JSON but for a foreign letter is searched as a broken one."""
    case = riddle(WHOLE[:AT] + letter + WHOLE[AT:], SECRET)
    ((edit, whole),) = (one for one in damaged(case, 900.0) if not isinstance(one, Work))
    text = f"{whole.header}.{whole.payload}.{whole.signature}"
    assert edit.applied(text) == WHOLE


@pytest.mark.parametrize("text", ["eyJh.x", "eyJh.x.y.z", "eyJ\u00e9.x.y"])
def test_what_has_not_three_parts_is_not_searched(text: str) -> None:
    """Nor is what has letters that no part can have."""
    assert list(damaged(riddle(text, SECRET), 900.0)) == []
