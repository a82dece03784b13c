"""The command line hands each call to the part of the program that it is for."""

import sys
from collections.abc import Sequence

import pytest

from jwtdesk.app import cli, inspect_command, main, screenshot, selftest, sign_command


@pytest.mark.parametrize(
    ("arguments", "part", "handed"),
    [
        (["inspect", "x", "--diagnose"], inspect_command, ["x", "--diagnose"]),
        (["sign", "--raw"], sign_command, ["--raw"]),
        (["--screenshot", "o.png", "x"], screenshot, ["--screenshot", "o.png", "x"]),
        (["--theme", "dark", "--screenshot", "o.png"], screenshot, None),
        (["x"], main, ["x"]),
        ([], main, []),
    ],
)
def test_each_call_finds_its_part(
    arguments: list[str],
    part: object,
    handed: list[str] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And the part's exit code is the program's."""
    seen: list[list[str]] = []

    def run(given: Sequence[str]) -> int:
        seen.append(list(given))
        return 7

    monkeypatch.setattr(part, "run", run)
    assert cli.main(arguments) == 7
    assert seen == [arguments if handed is None else handed]


def test_the_self_test_takes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its exit code is handed on."""
    monkeypatch.setattr(selftest, "run", lambda: 1)
    assert cli.main(["--self-test"]) == 1


@pytest.mark.parametrize(("arguments", "said"), [(["-h"], "inspect"), (["--version"], "jwtdesk")])
def test_questions_are_answered(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a window."""
    assert cli.main(arguments) == 0
    assert said in capsys.readouterr().out


def test_the_program_s_own_arguments_are_the_default(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the installed command calls it."""
    monkeypatch.setattr(sys, "argv", ["jwtdesk", "--help"])
    assert cli.main() == 0
    assert capsys.readouterr().out == f"{cli.USAGE}\n"
