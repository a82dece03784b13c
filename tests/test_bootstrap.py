"""From a bare Python to a running program, without touching what others made."""

import ast
import os
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from jwtdesk import bootstrap
from tests.__main__ import TOOLS

CHECKOUT = bootstrap.CHECKOUT
BARE = ["jwtdesk/__init__.py", "jwtdesk/__main__.py", "jwtdesk/bootstrap.py"]
BARE += ["jwtdesk/native_libraries.py", "tests/__init__.py", "tests/__main__.py"]
LOCK = "requirements.lock"
COMPLETE = [
    "PySide6_Essentials-6.11.3",
    "pyjwt-2.15.1",
    "cryptography-50.0.2",
    "Some.Other-1.0",
    "joserfc-1.8.0",
    "bcrypt-5.0.0",
    "keyring-25.7.0",
]


class EnteredError(Exception):
    """Stands for the program that would have been started in the environment."""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout of its own, whose interpreter has nothing, and where nothing is run."""
    (tmp_path / "pyproject.toml").write_text("", "utf-8")
    (tmp_path / LOCK).write_text("pyjwt==2.15.1\n", "utf-8")
    monkeypatch.setattr(bootstrap, "CHECKOUT", tmp_path)
    monkeypatch.setattr(bootstrap, "satisfied", lambda *_: False)
    monkeypatch.setattr(bootstrap, "_provide_system", lambda **_: None)
    monkeypatch.setattr(bootstrap, "_run", lambda *_: pytest.fail("something was run"))

    def enter(environment: Path) -> None:
        raise EnteredError(environment)

    monkeypatch.setattr(bootstrap, "_enter", enter)
    return tmp_path


def prepare() -> None:
    """Ask for what the program needs."""
    bootstrap.prepare(bootstrap.PROGRAM, LOCK, "three packages")


def packages(folder: Path, names: list[str]) -> Path:
    """Make `folder` look as if `names` were installed in it."""
    for one in names:
        (folder / f"{one}.dist-info").mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("names", "enough"),
    [
        (COMPLETE, True),
        (COMPLETE[1:], False),
        (["PySide6_Essentials-6.8.2", *COMPLETE[1:]], False),
        (["PySide6_Essentials-6.12.0", *COMPLETE[1:]], False),
        (["pyside6_essentials-6.12.1", *COMPLETE[1:]], True),
        (["cryptography-38.0.4", *COMPLETE[:2], *COMPLETE[3:]], False),
        ([], False),
    ],
)
def test_an_interpreter_is_used_when_it_has_what_is_needed(
    tmp_path: Path, names: list[str], enough: bool
) -> None:
    """Every distribution has to be there, new enough, and not the release that aborts."""
    folder = packages(tmp_path / "site-packages", names)

    assert bootstrap.satisfied(bootstrap.PROGRAM, [tmp_path / "absent", folder]) is enough


def test_the_first_folder_of_the_path_wins(tmp_path: Path) -> None:
    """As with imports, a later folder cannot replace an older package in an earlier one."""
    old = packages(tmp_path / "old", ["pyjwt-1.0"])
    new = packages(tmp_path / "new", COMPLETE)

    assert not bootstrap.satisfied(bootstrap.PROGRAM, [old, new])


def test_this_interpreter_has_what_is_needed() -> None:
    """The tests themselves run where the program and their tools are found."""
    folders = [Path(one) for one in sys.path if one]

    assert bootstrap.satisfied({**bootstrap.PROGRAM, **TOOLS}, folders)


def test_the_tools_are_those_of_the_project() -> None:
    """An environment that lacks one of them is filled, not used as it is."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["optional-dependencies"]["dev"]

    assert {re.split(r"[^\w-]", one)[0] for one in wanted} == set(TOOLS)


def test_the_minima_are_those_of_the_project() -> None:
    """The bootstrap knows the same minima as pyproject.toml, and the lock reaches them."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {
        found[1].lower(): tuple(int(part) for part in found[2].split("."))
        for one in project["dependencies"]
        if (found := re.match(r"([\w-]+)>=([\d.]+)", one))
    }
    locked = dict(
        re.findall(r"^([\w-]+)==([\d.]+)", (CHECKOUT / LOCK).read_text("utf-8"), re.MULTILINE)
    )

    assert declared == bootstrap.PROGRAM
    for name, minimum in bootstrap.PROGRAM.items():
        assert tuple(int(part) for part in locked[name].split(".")) >= minimum


@pytest.mark.parametrize("path", BARE)
def test_a_bare_old_python_can_read_what_comes_first(path: str) -> None:
    """The first files parse as Python 3.8, and import nothing outside the standard library."""
    tree = ast.parse((CHECKOUT / path).read_text("utf-8"), feature_version=(3, 8))
    roots: set[str] = set()
    for one in ast.walk(tree):
        if isinstance(one, ast.Import):
            roots |= {alias.name.partition(".")[0] for alias in one.names}
        elif isinstance(one, ast.ImportFrom):
            roots.add((one.module or "").partition(".")[0])

    assert roots <= {*sys.stdlib_module_names, "jwtdesk", "tests"}


def test_an_old_python_is_told_so(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Python below 3.11 ends with a sentence instead of a traceback."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit) as end:
        prepare()
    assert end.value.code == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("case", ["frozen", "installed", "complete"])
def test_nothing_is_made_where_nothing_is_needed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """A frozen build, an installed wheel and a developer's own environment are left alone."""
    if case == "frozen":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    elif case == "installed":
        (checkout / "pyproject.toml").unlink()
    else:
        monkeypatch.setattr(bootstrap, "satisfied", lambda *_: True)

    prepare()
    assert not (checkout / ".venv").exists()


def test_an_environment_of_someone_else_is_not_touched(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A `.venv` that is not ours and lacks packages is named, and stays as it is."""
    packages(checkout / ".venv/lib/python3.11/site-packages", ["pyjwt-2.15.1"])

    with pytest.raises(SystemExit):
        prepare()
    assert "made by someone else" in capsys.readouterr().err
    assert [one.name for one in (checkout / ".venv").iterdir()] == ["lib"]


def test_an_environment_of_someone_else_is_used_when_it_is_complete(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A developer's `.venv` that has everything is entered without a stamp."""
    (checkout / ".venv").mkdir()
    monkeypatch.setattr(
        bootstrap, "satisfied", lambda _, folders: checkout / ".venv/Lib/site-packages" in folders
    )

    with pytest.raises(EnteredError):
        prepare()


def runner(commands: list[tuple[str, ...]], *, python: Path) -> Callable[..., bool]:
    """Return a stand-in that notes commands, and makes the interpreter that `venv` would make."""

    def run(command: tuple[str, ...], _environment: dict[str, str] | None = None) -> bool:
        commands.append(command)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        return True

    return run


def test_an_environment_is_filled_once_and_again_when_the_lock_changes(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first start fills `.venv` with hashes checked; a new lock mends it."""
    commands: list[tuple[str, ...]] = []
    python = bootstrap._python_of(checkout / ".venv")
    monkeypatch.setattr(bootstrap, "_run", runner(commands, python=python))
    enter = pytest.raises(EnteredError)

    with enter:
        prepare()
    assert "downloading three packages" in capsys.readouterr().err
    assert [one[2] for one in commands] == ["venv", "pip"]
    assert {"--require-hashes", "--only-binary"} <= set(commands[1])

    with enter:
        prepare()
    assert len(commands) == 2
    assert not capsys.readouterr().err

    (checkout / LOCK).write_text("pyjwt==2.15.2\n", "utf-8")
    with enter:
        prepare()
    assert len(commands) == 4


@pytest.mark.usefixtures("checkout")
def test_a_failed_download_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When pip fails, the sentence says so, and the half-filled environment is not entered."""
    monkeypatch.setattr(bootstrap, "_run", lambda command, *_: "pip" not in command)

    for _ in range(2):
        with pytest.raises(SystemExit):
            prepare()
        assert "could not be installed" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_named(
    checkout: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only checkout ends with a sentence."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(SystemExit):
        prepare()
    assert "cannot be written (Permission denied)" in capsys.readouterr().err
    assert not (checkout / ".venv").exists()


@pytest.fixture
def bookworm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this system a bare Debian 12 that lacks one library."""
    from jwtdesk import native_libraries

    debian = {"ID": "debian", "VERSION_CODENAME": "bookworm"}
    monkeypatch.setattr(native_libraries, "missing", lambda _: ("libGL.so.1",))
    monkeypatch.setattr(native_libraries, "os_release", lambda: debian)


def be_user(number: int, monkeypatch: pytest.MonkeyPatch, *, has_venv: bool = True) -> None:
    """Run as the user `number` (0 is root), with or without Python's ensurepip."""
    monkeypatch.setattr(os, "geteuid", lambda: number, raising=False)
    found = SimpleNamespace() if has_venv else None
    monkeypatch.setattr("importlib.util.find_spec", lambda _: found)


@pytest.mark.usefixtures("bookworm")
@pytest.mark.parametrize(
    ("strict", "has_venv", "ends"),
    [(False, False, True), (False, True, False), (True, True, True)],
)
def test_what_the_system_lacks_is_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    strict: bool,
    has_venv: bool,
    ends: bool,
) -> None:
    """A user is given the one line to run; only what nothing works without ends the program."""
    be_user(1000, monkeypatch, has_venv=has_venv)

    ended = False
    try:
        bootstrap._provide_system(needs_venv=True, strict=strict)
    except SystemExit:
        ended = True
    line = capsys.readouterr().err.splitlines()[-1].strip()
    assert ended is ends
    assert line.startswith("sudo apt-get install -y --no-install-recommends libgl1")
    assert ("python3-venv" in line) is not has_venv


@pytest.mark.usefixtures("bookworm")
def test_root_has_it_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As root the line is run, after the package lists were brought up to date."""
    commands: list[tuple[str, ...]] = []
    be_user(0, monkeypatch)

    def run(command: tuple[str, ...], _: object) -> bool:
        commands.append(command)
        return True

    monkeypatch.setattr(bootstrap, "_run", run)

    bootstrap._provide_system(needs_venv=True, strict=True)
    assert [one[:2] for one in commands] == [("apt-get", "update"), ("apt-get", "install")]


def test_a_command_that_fails_shows_what_it_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A command works in silence, and is quoted when it fails."""
    assert bootstrap._run((sys.executable, "-c", "print('fine')"))
    assert not capsys.readouterr().err
    assert not bootstrap._run((sys.executable, "-c", "print('why'); raise SystemExit(3)"))
    assert "why" in capsys.readouterr().err
