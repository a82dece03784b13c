"""The checks in their order, and what they print.

Every check runs even when one before it failed; the status is 0 only when all passed. The tests
run in pieces side by side where there are cores for it, in one process where they are chosen by
hand. What `pytest` says last is printed last.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tests import pieces
from tests.lanes import CHECKOUT, PYTHON, Done, side_by_side

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
STATIC = {
    "ruff check": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy --strict": ["-m", "mypy", "--no-error-summary"],
    "import-linter": ["-c", LINT_IMPORTS],
}
FAST = ["-m", "not slow"]
PIECE = ["-m", "pytest", "-q", "-p", "no:cacheprovider"]
"""Side by side they would write over each other's memory of what failed."""


def main(arguments: Sequence[str]) -> int:
    """Run what `arguments` ask for: everything, `quick [PYTEST ARGUMENTS]` or `bench [NAMES]`."""
    match arguments:
        case ["bench", *names]:
            return bench(names)
        case ["quick", *rest]:
            return quick(rest)
        case _:
            return everything(arguments)


def quick(arguments: Sequence[str]) -> int:
    """Run formatting, lint and the fast tests, up to the first failure."""
    checks = {name: STATIC[name] for name in ("ruff check", "ruff format")}
    failed = static(checks)
    if arguments or pieces.lanes() == 1:
        return _close(failed, *_pytest(["-m", "pytest", "-q", "-x", *FAST, *arguments]))
    commands = ((one, [*PIECE, "-x", *FAST, *pieces.paths(one)]) for one in pieces.PLACES)
    return _close(failed, *_together(commands, {}, failed, stop=True))


def everything(arguments: Sequence[str]) -> int:
    """Run all checks and all tests; those marked slow only where CI is set."""
    chosen = [] if os.environ.get("CI") else FAST
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="jwtdesk-coverage-") as folder:
        if arguments or pieces.lanes() == 1:
            failed += static(STATIC)
            traced = ["-m", "coverage", "run", f"--data-file={folder}/all", "-m", "pytest"]
            status, last = _pytest([*traced, *chosen, *arguments])
        else:
            status, last = _together(_all(chosen, folder), STATIC, failed)
        if not arguments and not _covered(Path(folder)):
            failed.append("coverage")
    return _close(failed, status, last)


def _all(chosen: list[str], folder: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every piece with tracing that goes to a file of its own, the static checks between."""
    for at, place in enumerate(pieces.PLACES):
        traced = ["-m", "coverage", "run", f"--data-file={folder}/{at}"]
        before = [] if place in pieces.UNTRACED else traced
        yield place, [*before, *PIECE, *chosen, *pieces.paths(place)]


def _together(
    tests: Iterator[tuple[str, list[str]]],
    checks: dict[str, list[str]],
    failed: list[str],
    *,
    stop: bool = False,
) -> tuple[int, str]:
    """Run pieces and `checks` side by side; add checks that failed to `failed`.

    What failed is printed as it ends, and named again after all. Return the status of the tests and
    the line that is to stand last. `stop` ends everything at the first failure.
    """
    started = time.monotonic()
    done: list[Done] = []
    with closing(side_by_side([*checks.items(), *tests], pieces.lanes())) as running:
        for one in running:
            if one.name in checks:
                failed += _told(one)
                continue
            done.append(one)
            if not pieces.passed(one):
                print(pieces.words(one), end="", flush=True)
            print(pieces.line(one), flush=True)
            if stop and not pieces.passed(one):
                break
    for named in [line for one in done for line in pieces.failures(one)]:
        print(named, flush=True)
    good = all(pieces.passed(one) for one in done) and any(one.status == 0 for one in done)
    return 0 if good else 1, pieces.total(done, time.monotonic() - started)


def _covered(folder: Path) -> bool:
    """Put together what all processes traced, and hold it against the bound."""
    files = [str(one) for one in sorted(folder.iterdir())]
    together = _passes("coverage data", ["-m", "coverage", "combine", "--quiet", *files])
    return together and _passes("coverage", ["-m", "coverage", "report"], show=True)


def static(checks: dict[str, list[str]]) -> list[str]:
    """Run the `checks` that need no test, and return the names of those that failed."""
    return [name for name, command in checks.items() if not _passes(name, command)]


def bench(names: Sequence[str]) -> int:
    """Run every benchmark, or those named, each in a process of its own."""
    found = sorted(one.stem for one in (CHECKOUT / "tests/bench").glob("[a-z]*.py"))
    failed = [
        name
        for name in names or found
        if subprocess.run(
            [PYTHON, "-m", f"tests.bench.{name}"], cwd=CHECKOUT, check=False
        ).returncode
    ]
    return _close(failed, 0, "")


def _passes(name: str, command: list[str], *, show: bool = False) -> bool:
    """Run one check; print what it said where it failed, or where that is wanted anyway."""
    (done,) = side_by_side([(name, command)], 1)
    return not _told(done, show=show)


def _told(done: Done, *, show: bool = False) -> list[str]:
    """Print what came of a check; return its name if it failed."""
    if done.status or show:
        print(done.said, end="", flush=True)
    word = "FAILED" if done.status else "ok"
    print(f"{done.name:<14} {word:<7} {done.seconds:5.1f} s", flush=True)
    return [done.name] if done.status else []


def _pytest(command: list[str]) -> tuple[int, str]:
    """Run `pytest`, printing as it goes but for its last line; return the status and that line."""
    with subprocess.Popen(
        [PYTHON, *command],
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as run:
        held = ""
        for line in run.stdout or ():
            if line.strip():
                print(held, end="", flush=True)
                held = line
    return run.returncode, held


def _close(failed: list[str], status: int, closing: str) -> int:
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    print(closing, end="", flush=True)
    return 1 if failed or status else 0
