"""The command line hands each call to the part of the program that it is for."""

import argparse
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from jwtdesk.app import (
    cli,
    inspect_command,
    inspect_options,
    main,
    screenshot,
    selftest,
    sign_command,
)
from tests.made import token

TOKEN = token('{"exp":9000000000}')


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


@pytest.mark.parametrize("parser", [inspect_options.parser(), sign_command.parser()])
def test_every_option_says_what_it_does(parser: argparse.ArgumentParser) -> None:
    """`--help` is all that a person on a server has."""
    assert not [one.option_strings for one in parser._actions if not one.help]
    assert any(word in parser.format_help() for word in ("JWE", "SD-JWT"))


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_crash(closed: str) -> None:
    """A windowed program on Windows has none of the three, and a shell may close each."""
    assert _in_a_shell(f"inspect {TOKEN} {closed}") == (0, "")


def test_standard_input_that_is_closed_is_empty() -> None:
    """There is no token in it, which is said."""
    assert _in_a_shell("inspect - <&-")[0] == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_said() -> None:
    """In a sentence, with the exit code of what cannot be done."""
    code, said = _in_a_shell(f"inspect {TOKEN} >/dev/full")
    assert code == 2
    assert "could not be written" in said
    assert "Traceback" not in said


def _in_a_shell(words: str) -> tuple[int, str]:
    """Run the command in a shell; return its exit code and what it complained about."""
    if sys.platform == "win32":
        pytest.skip("this shell closes no streams")
    program = f"{shlex.quote(sys.executable)} -m jwtdesk {words}"
    done = subprocess.run(  # noqa: S602 - a shell is what is tried, and the words are our own
        program, shell=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr
