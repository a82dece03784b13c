"""The pieces are the whole, and what they came to is said as one process would say it."""

import re

import pytest

from tests import pieces
from tests.lanes import CHECKOUT, Done

GOOD = ".... [100%]\n3,894 is no count\n12 passed, 1 skipped, 3 deselected in 2.50s\n"
BAD = (
    "F. [100%]\nFAILED this is what a test printed\n"
    "=========================== short test summary info ============================\n"
    "FAILED tests/a.py::one - assert 1 == 2\nERROR tests/a.py::two - boom\n"
    "1 failed, 1 passed, 2 errors in 61.00s (0:01:01)\n"
)


def test_every_test_file_is_in_one_piece() -> None:
    """Nothing is lost between the pieces, and nothing is run twice."""
    chosen: list[str] = []
    for place in pieces.PLACES:
        (inside, *without) = pieces.paths(place)
        ignored = tuple(one.removeprefix("--ignore=") for one in without)
        where = CHECKOUT / inside
        found = [where] if where.is_file() else where.rglob("test_*.py")
        names = [one.relative_to(CHECKOUT).as_posix() for one in found]
        chosen += [
            one
            for one in names
            if not any(one == other or one.startswith(f"{other}/") for other in ignored)
        ]
    everything = (CHECKOUT / "tests").rglob("test_*.py")
    assert sorted(chosen) == sorted(one.relative_to(CHECKOUT).as_posix() for one in everything)


@pytest.mark.parametrize("place", pieces.PLACES)
def test_every_piece_is_there(place: str) -> None:
    """A folder that was renamed must be renamed in the list too."""
    assert (CHECKOUT / "tests" / place).exists()


def test_what_is_not_traced_is_a_piece() -> None:
    """Coverage is left out for whole pieces, and for none of the floors that it is asked of."""
    assert set(pieces.PLACES) >= pieces.UNTRACED
    asked = ("jose", "analysis", "model", "vectors")
    assert not [one for one in pieces.UNTRACED if not one or one.startswith(asked)]


@pytest.mark.parametrize(
    ("status", "said", "line", "failed"),
    [
        (0, GOOD, "ok 2.5 s 12 passed, 1 skipped, 3 deselected", []),
        (5, "3 deselected in 0.20s\n", "ok 2.5 s 3 deselected", []),
        (
            1,
            BAD,
            "FAILED 2.5 s 1 failed, 2 errors, 1 passed",
            ["FAILED tests/a.py::one - assert 1 == 2", "ERROR tests/a.py::two - boom"],
        ),
        (
            -11,
            "Fatal Python error: Segmentation fault\n",
            "FAILED 2.5 s ended with status -11",
            ["FAILED ui: status -11"],
        ),
    ],
)
def test_a_piece_is_one_line(status: int, said: str, line: str, failed: list[str]) -> None:
    """Passed, empty, failed, and fallen over: each is told, with the tests to look at."""
    done = Done("ui", status, said, 2.5)
    assert re.sub(r" {2,}", " ", pieces.line(done)) == f"ui {line}"
    assert pieces.failures(done) == failed
    assert pieces.passed(done) is (not failed)


def test_what_failed_is_shown_without_rows_of_dots() -> None:
    """Of seven thousand tests that pass nobody wants to see a dot each."""
    rows = f"{'.' * 72} [ 50%]\n.F{'.' * 30}{' ' * 40} [100%]\n"
    assert pieces.words(Done("ui", 1, f"{rows}E   ... [100%] of it\n", 1.0)) == (
        "E   ... [100%] of it\n"
    )


def test_all_are_one_line_too() -> None:
    """Failures first, with the time of all."""
    both = [Done("a", 0, GOOD, 1.0), Done("b", 1, BAD, 1.0)]
    told = "1 failed, 2 errors, 13 passed, 1 skipped, 3 deselected in 75 s (1:15)\n"
    assert pieces.total(both, 75.2) == told
    assert pieces.total([], 1.0).startswith("no tests ran")


def test_there_is_a_lane() -> None:
    """However the system counts its cores."""
    assert pieces.lanes() >= 1
