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


@pytest.mark.parametrize("stop", [False, True])
def test_pieces_and_checks_side_by_side(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, stop: bool
) -> None:
    """What failed is shown as it ends and named again at the end; `stop` leaves out the rest."""
    monkeypatch.setattr("tests.pieces.lanes", lambda: 1)
    words = "print('the words of {}'); print('1 {} in 0.10s'); raise SystemExit({})"
    tests = [
        ("a", ["-c", words.format("a", "passed", 0)]),
        ("b", ["-c", words.format("b", "failed", 1)]),
        ("c", ["-c", words.format("c", "passed", 0)]),
    ]
    failed: list[str] = []
    checks = {"good": ["-c", ""], "bad": ["-c", "raise SystemExit(2)"]}
    status, last = suite._together(iter(tests), checks, failed, stop=stop)

    said = capsys.readouterr().out
    assert (status, failed) == (1, ["bad"])
    assert ("the words of b" in said, "the words of a" in said) == (True, False)
    assert ("c   " in said) is not stop
    assert said.splitlines()[-1] == "FAILED b: status 1"
    assert last.startswith("1 failed, 1 passed" if stop else "1 failed, 2 passed")


def test_choosing_nothing_is_no_success() -> None:
    """Where no piece had a test that was wanted, nothing was shown to be right."""
    tests = [("a", ["-c", "print('no tests ran in 0.01s'); raise SystemExit(5)"])]
    assert suite._together(iter(tests), {}, [])[0] == 1


def test_what_the_processes_traced_is_put_together(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two processes that each ran one branch make a whole; one of them alone does not."""
    (tmp_path / "both.py").write_text("import sys\nif sys.argv[1:]:\n    x = 1\nelse:\n    x = 2\n")
    (tmp_path / ".coveragerc").write_text("[run]\nbranch = True\n[report]\nfail_under = 100\n")
    monkeypatch.setattr("tests.lanes.CHECKOUT", tmp_path)
    cases: dict[str, list[list[str]]] = {"alone": [[]], "together": [[], ["one"]]}
    for name, runs in cases.items():
        folder = tmp_path / name
        folder.mkdir()
        for at, words in enumerate(runs):
            traced = ["-m", "coverage", "run", f"--data-file={folder / str(at)}", "both.py", *words]
            assert not suite.static({"run": traced})
        assert suite._covered(folder) is (name == "together")
    assert "coverage       ok" in capsys.readouterr().out


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
