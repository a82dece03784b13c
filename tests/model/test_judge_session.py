"""When the findings of a session are reviewed."""

import pytest

from jwtdesk.model.judge_session import _minute


@pytest.mark.parametrize(("moment", "reviewed"), [(0, 0), (1, 60), (59, 60), (60, 60), (61, 120)])
def test_findings_are_reviewed_at_the_end_of_the_minute(moment: int, reviewed: int) -> None:
    """So that nothing issued seconds ago counts as issued in the future."""
    assert _minute(moment) == reviewed
