"""Everything that is remembered of tokens and keys is on one list, and can be forgotten."""

import ast
from pathlib import Path

import jwtdesk
from jwtdesk.jose import forgetting
from jwtdesk.jose.forgetting import forget, forget_with, remembered

HARMLESS = {
    "ui/editors/squiggles.py": "colours",
    "ui/icons.py": "drawings by colour",
    "jose/forgetting.py": "the list itself",
}
NAMES = {
    "ui/actions.py", "jose/discover.py", "jose/engines/edwards.py", "jose/engines/pyjwt.py",
    "jose/engines/lattice.py", "jose/engines/joserfc.py", "analysis/reference.py",
    "analysis/registered_name.py", "app/samples.py",
}  # fmt: skip


def test_an_answer_is_remembered_until_it_is_forgotten() -> None:
    """The function is not called twice for the same, nor for more than it may remember."""
    asked: list[str] = []

    @remembered(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("a", "bb", "a", "bb")] == [1, 2, 1, 2]
    assert asked == ["a", "bb"]
    length("ccc")
    assert length.cache_info().currsize == 2
    forget()
    assert length.cache_info().currsize == 0
    assert length("a") == 1
    assert asked == ["a", "bb", "ccc", "a"]
    forgetting._FORGETS.remove(length.cache_clear)


def test_what_is_remembered_otherwise_is_forgotten_too() -> None:
    """Whoever keeps something in its own way says how to let go of it."""
    kept = {"secret": 1}
    forget_with(kept.clear)
    forget()
    assert kept == {}
    forgetting._FORGETS.remove(kept.clear)


def test_nothing_is_remembered_past_the_list() -> None:
    """What a text or a key is the argument of is remembered through the list only."""
    root = Path(jwtdesk.__file__).parent
    apart = {
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        for name in _imported_from_functools(file)
        if name == "lru_cache"
    }
    assert apart == set(HARMLESS)


def test_what_is_kept_for_good_is_known_by_name_at_most() -> None:
    """`functools.cache` never forgets: for registries, and for names that the program knows."""
    root = Path(jwtdesk.__file__).parent
    kept = {
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and function.args.args
        and any(ast.unparse(one) == "cache" for one in function.decorator_list)
    }
    assert kept == NAMES


def _imported_from_functools(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "functools"
        for alias in node.names
    ]
