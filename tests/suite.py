"""The checks in their order, and what they print.

Every check runs even when one before it failed; the status is 0 only when all passed. What
`pytest` says last is printed last.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
STATIC = {
    "ruff check": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy --strict": ["-m", "mypy", "--no-error-summary"],
    "import-linter": ["-c", LINT_IMPORTS],
}


def main(arguments: Sequence[str]) -> int:
    """Run what `arguments` ask for: everything, `quick [PYTEST ARGUMENTS]` or `bench [NAMES]`."""
    match arguments:
        case ["bench", *names]:
            return bench(names)
        case ["quick", *rest]:
            checks = {name: STATIC[name] for name in ("ruff check", "ruff format")}
            failed = static(checks)
            return _close(failed, *_pytest(["-m", "pytest", "-q", "-x", "-m", "not slow", *rest]))
        case _:
            return everything(arguments)


def everything(arguments: Sequence[str]) -> int:
    """Run all checks and all tests; those marked slow only where CI is set."""
    failed = static(STATIC)
    chosen = [] if os.environ.get("CI") else ["-m", "not slow"]
    status, closing = _pytest(["-m", "coverage", "run", "-m", "pytest", *chosen, *arguments])
    if not arguments and not _passes("coverage", ["-m", "coverage", "report"], show=True):
        failed.append("coverage")
    return _close(failed, status, closing)


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
    started = time.monotonic()
    done = subprocess.run(
        [PYTHON, *command],
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode or show:
        print(done.stdout, end="", flush=True)
    word = "FAILED" if done.returncode else "ok"
    print(f"{name:<14} {word:<7} {time.monotonic() - started:5.1f} s", flush=True)
    return done.returncode == 0


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
