"""Commands side by side: each is heard whole, in the order of their ends, and none is left over."""

import os
import time
from pathlib import Path

import pytest

from tests.lanes import side_by_side

WAITS = "import pathlib, time\nwhile not pathlib.Path({!r}).exists(): time.sleep(0.01)\n"


def test_each_is_heard_whole() -> None:
    """Both streams are kept in their order, with the status, under the name that was given."""
    words = "import sys; print('é', flush=True); print('two', file=sys.stderr); sys.exit(3)"
    (done,) = side_by_side([("one", ["-c", words])], 1)
    assert (done.name, done.status, done.said) == ("one", 3, "é\ntwo\n")
    assert done.seconds > 0


def test_they_run_at_the_same_time(tmp_path: Path) -> None:
    """The first waits for what the second does: in one lane this would never end."""
    mark = tmp_path / "mark"
    first = ("first", ["-c", WAITS.format(str(mark))])
    second = ("second", ["-c", f"open({str(mark)!r}, 'w').close()"])
    assert {one.name for one in side_by_side([first, second], 2)} == {"first", "second"}


def test_no_more_run_than_there_are_lanes() -> None:
    """In one lane they run one after the other, in the order given."""
    names = [str(number) for number in range(3)]
    done = side_by_side(((one, ["-c", f"print({one})"]) for one in names), 1)
    assert [one.said.strip() for one in done] == names


@pytest.mark.skipif(os.name != "posix", reason="asks the system by number whether one still runs")
@pytest.mark.parametrize("stubborn", [False, True])
def test_who_stops_asking_ends_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stubborn: bool
) -> None:
    """What still runs is interrupted, and ended for good where it does not listen."""
    monkeypatch.setattr("tests.lanes.PATIENCE_S", 0.3 if stubborn else 60.0)
    number, tidied = tmp_path / "number", tmp_path / "tidied"
    catching = "pass\n  time.sleep(600)" if stubborn else f"open({str(tidied)!r}, 'w').close()"
    waits = (
        "import os, pathlib, time\n"
        "try:\n"
        f"  made = pathlib.Path({str(number)!r} + '.part')\n"
        f"  made.write_text(str(os.getpid())); made.rename({str(number)!r})\n"
        f"  time.sleep(600)\n"
        f"except KeyboardInterrupt:\n  {catching}\n"
    )
    running = side_by_side([("quick", ["-c", WAITS.format(str(number))]), ("w", ["-c", waits])], 2)
    assert next(running).name == "quick"
    started = time.monotonic()
    running.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)
    assert tidied.exists() is not stubborn
    assert time.monotonic() - started < 300
