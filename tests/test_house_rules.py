"""The rules of the house that no linter knows."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCES = sorted((CHECKOUT / "jwtdesk").rglob("*.py"))
TESTS = sorted((CHECKOUT / "tests").rglob("test_*.py"))
LABELS = {"plain_label.py", "plain_tip.py", "plain_box.py"}
"""The modules that make rich text impossible, so that others need not think of it."""

SHOWING = {
    "setText",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setStatusTip",
    "addAction",
    "addMenu",
    "setTitle",
}
"""Methods whose argument a person reads or hears."""


def name(path: Path) -> str:
    """Return the path of a file as a person would write it."""
    return path.relative_to(CHECKOUT).as_posix()


def each(paths: list[Path]) -> pytest.MarkDecorator:
    """Run a test once for every file, named after it."""
    return pytest.mark.parametrize("path", paths, ids=name)


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of the syntax tree of a file, which many rules look at."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"), str(path))))


def called(call: ast.Call) -> str:
    """Return the last part of the name that is called."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


@each(SOURCES)
def test_a_file_has_one_idea(path: Path) -> None:
    """No file is longer than 200 lines."""
    lines = path.read_text("utf-8").count("\n")

    assert lines <= 200


@each(SOURCES)
def test_a_function_fits_the_eye(path: Path) -> None:
    """No function is longer than 40 lines, its docstring included."""
    long = {
        one.name: one.end_lineno - one.lineno + 1
        for one in nodes(path)
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.end_lineno is not None
    }
    assert not {one: lines for one, lines in long.items() if lines > 40}


@each(SOURCES)
def test_nothing_is_left_open_or_muted(path: Path) -> None:
    """No unfinished work, no code hidden from coverage, no muted signals."""
    found = re.findall(
        r"\b(?:TODO|FIXME|XXX|NotImplementedError|blockSignals|QSignalBlocker|_updating)\b"
        r"|pragma:\s*no\s*cover",
        path.read_text("utf-8"),
    )
    assert not found


@each(SOURCES)
def test_a_suppression_says_why(path: Path) -> None:
    """Every `noqa` and `type: ignore` carries its code and a reason."""
    suppression = re.compile(r"#\s*(?:noqa|type:\s*ignore).*")
    reasoned = re.compile(r"#\s*(?:noqa: [A-Z]+\d+|type:\s*ignore\[[\w-]+\]).*?[-#(:] ?[\w`']")
    bare = [
        found.group()
        for found in suppression.finditer(path.read_text("utf-8"))
        if not reasoned.search(found.group())
    ]

    assert not bare


@each(SOURCES)
def test_no_group_is_possessive_but_by_the_one_function_that_knows_how(path: Path) -> None:
    """Python before 3.11.5, Debian 12's among them, matches such groups wrongly."""
    found = re.findall(r"\)(?:[*+?]|\{[0-9,]*\})\+", path.read_text("utf-8"))
    assert len(found) <= (path.name == "lexemes.py")


@each([one for one in SOURCES if one.relative_to(CHECKOUT).parts[1] not in {"ui", "app"}])
def test_qt_stays_in_the_window(path: Path) -> None:
    """Below `ui` and `app` nobody knows that there is a window."""
    assert "PySide6." not in path.read_text("utf-8")
    assert not [one for one in imported(path) if one.startswith("PySide6")]


@each([one for one in SOURCES if one.name != "jwks_fetch.py"])
def test_the_network_is_imported_in_one_place(path: Path) -> None:
    """Only the module that fetches key sets on request can talk to other computers."""
    banned = {"PySide6.QtNetwork", "urllib.request", "http.client", "ftplib", "smtplib"}
    assert not banned & set(imported(path))


@each([one for one in SOURCES if one.name != "browser.py"])
def test_the_browser_is_asked_for_in_one_place(path: Path) -> None:
    """Only the module that follows references can open an address, and it knows only those."""
    assert "QDesktopServices" not in path.read_text("utf-8")
    assert "webbrowser" not in set(imported(path))


def imported(path: Path) -> Iterator[str]:
    """Return the names of the modules that a file imports, wherever in it."""
    for one in nodes(path):
        if isinstance(one, ast.Import):
            yield from (alias.name for alias in one.names)
        elif isinstance(one, ast.ImportFrom):
            yield one.module or ""


@each([one for one in SOURCES if one.name not in LABELS])
def test_rich_text_cannot_happen(path: Path) -> None:
    """Widgets that guess at markup are built in one place only, where they cannot.

    A label, a tooltip or a message box that is given `<img src="file://…">` opens that file.
    """
    banned = {"QLabel", "QMessageBox", "QErrorMessage", "QTextEdit", "QTextBrowser", "QToolTip"}
    for one in nodes(path):
        if isinstance(one, ast.Call):
            assert called(one) not in banned, f"line {one.lineno}: {called(one)}"
            if called(one) in {"setToolTip", "setWhatsThis"}:
                said = ast.unparse(one.args[-1]) if one.args else ""
                assert said.startswith("tip_markup("), f"line {one.lineno}: escape {said}"


@each([one for one in SOURCES if one.relative_to(CHECKOUT).parts[1] in {"ui", "app"}])
def test_every_sentence_can_be_translated(path: Path) -> None:
    """What a widget shows goes through `tr`; a bare word in the call does not."""
    for one in nodes(path):
        if isinstance(one, ast.Call) and called(one) in SHOWING:
            for value in one.args:
                parts = value.values if isinstance(value, ast.JoinedStr) else [value]
                bare = [part.value for part in parts if isinstance(part, ast.Constant)]
                words = [word for word in bare if re.search(r"[^\W\d_]{2}", str(word))]
                assert not set(words) - {"jwtdesk"}, f"line {one.lineno}: {words}"


@each(TESTS)
def test_a_test_is_a_claim(path: Path) -> None:
    """Every test says in a docstring what it claims."""
    for one in nodes(path):
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"):
            assert ast.get_docstring(one), f"line {one.lineno}: {one.name}"


def test_no_lock_names_a_host() -> None:
    """Locks hold versions and hashes; where packages come from is the reader's business."""
    locks = [*CHECKOUT.glob("*.lock"), *(CHECKOUT / "tests").glob("*.lock")]

    assert len(locks) >= 2
    assert not [one.name for one in locks if "://" in one.read_text("utf-8")]


def test_the_tests_lock_holds_what_the_programs_does() -> None:
    """Both locks go into one environment, so that they must agree."""
    program, tests = (
        set(re.findall(r"^[a-z][\w.-]*==\S+", (CHECKOUT / one).read_text("utf-8"), re.MULTILINE))
        for one in ("requirements.lock", "tests/requirements.lock")
    )

    assert program
    assert program <= tests


def test_the_release_of_qt_that_aborts_is_refused() -> None:
    """PySide6 6.12.0 loses references to None: the requirement and the locks leave it out."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [one for one in project["dependencies"] if one.startswith("PySide6")]

    assert wanted
    assert all("!=6.12.0" in one for one in wanted)
    assert "==6.12.0" not in (CHECKOUT / "requirements.lock").read_text("utf-8")
