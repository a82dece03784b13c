"""The tests cut into pieces that run side by side, and what all of them came to in one line."""

import os
import re
from collections import Counter

from tests.lanes import Done

PLACES = (
    "analysis/diagnosis",
    "end2end/test_soak.py",
    "model",
    "jose",
    "end2end",
    "end2end/test_accessibility.py",
    "end2end/test_hostile_kinds.py",
    "end2end/test_hostile.py",
    "ui",
    "end2end/test_random_gestures.py",
    "ui/panes",
    "jose/jsontext",
    "analysis",
    "end2end/test_frozen.py",
    "test_house_rules.py",
    "end2end/test_fresh_machine.py",
    "app",
    "",
)
"""Where under `tests` each piece begins, the longest first; the last one is what no other has."""
UNTRACED = {
    "end2end/test_accessibility.py",
    "end2end/test_fresh_machine.py",
    "end2end/test_frozen.py",
    "end2end/test_random_gestures.py",
    "end2end/test_soak.py",
    "test_house_rules.py",
}
"""Pieces of which coverage learns nothing: they reach no line of the floors that others do not."""

NOTHING_CHOSEN = 5
"""The status of `pytest` where no test of a piece was wanted."""
REST = "the rest"
ORDER, PLURAL = ("failed", "error", "passed", "skipped", "deselected"), {"error", "warning"}
SUMMARY = "short test summary info"


def lanes() -> int:
    """Return how many pieces may run at a time: one for every core this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def paths(place: str) -> list[str]:
    """Return the words for `pytest` that choose one piece: its folder, without others' parts."""
    inner = [one for one in PLACES if one != place and (one.startswith(f"{place}/") or not place)]
    return [f"tests/{place}".rstrip("/"), *(f"--ignore=tests/{one}" for one in inner)]


def passed(done: Done) -> bool:
    """Tell whether a piece has no failure; having no test that was wanted is none."""
    return done.status in {0, NOTHING_CHOSEN}


def line(done: Done) -> str:
    """Return one line on a piece: its name, its result, how long it ran, and what it counted."""
    word = "ok" if passed(done) else "FAILED"
    told = _told(counts(done))
    died = "" if passed(done) or told else f"ended with status {done.status}"
    return f"{done.name or REST:<32} {word:<7} {done.seconds:6.1f} s  {told or died}".rstrip()


def counts(done: Done) -> Counter[str]:
    """Return how many tests of a piece passed, failed and so on, from what it said last."""
    last = next((one for one in reversed(done.said.splitlines()) if one.strip()), "")
    if not re.search(r" in \d+\.\d+s", last):
        return Counter()
    found = re.findall(r"(\d+) ([a-z]+)", last.partition(" in ")[0])
    return Counter({what.removesuffix("s"): int(number) for number, what in found})


def words(done: Done) -> str:
    """Return what a piece said, without the rows of dots."""
    dots = re.compile(r"^[.sxXFE]+ +\[ *\d+%\]\n", re.MULTILINE)
    return dots.sub("", done.said)


def failures(done: Done) -> list[str]:
    """Return the lines that name the failed tests of a piece."""
    named = re.findall(r"^(?:FAILED|ERROR) .*", done.said.rpartition(SUMMARY)[2], re.MULTILINE)
    return named or ([] if passed(done) else [f"FAILED {done.name or REST}: status {done.status}"])


def total(all_done: list[Done], seconds: float) -> str:
    """Return the line that stands last, like the one of `pytest`."""
    together: Counter[str] = sum((counts(one) for one in all_done), Counter())
    told = _told(together) or "no tests ran"
    return f"{told} in {seconds:.0f} s ({seconds // 60:.0f}:{seconds % 60:02.0f})\n"


def _told(counted: Counter[str]) -> str:
    """Return counts in words, what is bad first."""
    order = [one for one in ORDER if counted[one]]
    names = [*order, *sorted(counted.keys() - {*order})]
    several = {one: "s" if one in PLURAL and counted[one] > 1 else "" for one in names}
    return ", ".join(f"{counted[one]:,} {one}{several[one]}" for one in names if counted[one])
