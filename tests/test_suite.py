"""The one command for all tests is honest."""

from pathlib import Path

import pytest

from tests import suite

PRINTS = "print('one', flush=True); print(); print('two')"


def test_the_last_line_is_held_back(capfd: pytest.CaptureFixture[str]) -> None:
    """Everything is printed as it comes, but for the line that is to stand last."""
    assert suite._pytest(["-c", PRINTS]) == (0, "two\n")
    assert capfd.readouterr().out == "one\n"


@pytest.mark.parametrize(
    ("failed", "status", "result"),
    [([], 0, 0), (["ruff check"], 0, 1), ([], 1, 1), ([], 5, 1), (["coverage"], 1, 1)],
)
def test_the_status_is_that_of_the_worst(
    capsys: pytest.CaptureFixture[str], failed: list[str], status: int, result: int
) -> None:
    """One failed check is enough, and what pytest said stands last in any case."""
    assert suite._close(failed, status, "3 passed\n") == result
    assert capsys.readouterr().out.splitlines()[-1] == "3 passed"


def test_a_check_speaks_when_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """A check that passes is one line; one that fails shows its words."""
    checks = {"good": ["-c", PRINTS], "bad": ["-c", PRINTS + "; raise SystemExit(2)"]}

    assert suite.static(checks) == ["bad"]
    said = capsys.readouterr().out.splitlines()
    assert said[0].split()[:2] == ["good", "ok"]
    assert "two" in said
    assert said[-1].split()[:2] == ["bad", "FAILED"]


def test_a_benchmark_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each file of the benchmarks' folder is run; a failing one fails the call."""
    folder = tmp_path / "tests/bench"
    folder.mkdir(parents=True)
    for name, text in {"good": "", "bad": "1 / 0", "_shared": "1 / 0"}.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
    monkeypatch.setattr(suite, "CHECKOUT", tmp_path)

    assert suite.bench(["good"]) == 0
    assert suite.bench([]) == 1
    (folder / "bad.py").unlink()
    assert suite.main(["bench"]) == 0
