"""What is said before there is a token is what is said of none."""

from jwtdesk.analysis.judge import judge
from jwtdesk.analysis.no_token import no_verdict
from jwtdesk.analysis.rules import Rules
from jwtdesk.model.session import Session


def test_the_verdict_on_nothing_is_known_without_judging() -> None:
    """The words a window begins with are those that judging an empty desk brings."""
    assert no_verdict() == judge(None, (), Rules(), 0)


def test_a_new_desk_shows_it() -> None:
    """No edit is needed before the first frame can be painted."""
    assert Session().verdict == no_verdict()
