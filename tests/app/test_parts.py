"""The table of registries is complete, and a frozen build notices what it lost."""

import re
from pathlib import Path

import pytest

from jwtdesk.app import parts, paths
from jwtdesk.jose.discover import modules, registered


@pytest.mark.parametrize(("package", "constant"), parts.REGISTRIES.items())
def test_every_module_of_a_registry_exposes_its_constant(package: str, constant: str) -> None:
    """What is found in a registry's package is registered."""
    assert len(registered(package, constant)) >= len(modules(package))


def test_no_registry_is_forgotten() -> None:
    """Whatever the program's code looks up stands in the table, with the same constant."""
    looked_up = {
        found
        for source in paths.PACKAGE.rglob("*.py")
        for found in re.findall(r'registered\(\s*"([\w.]+)", "(\w+)"', source.read_text("utf-8"))
    }

    assert len(looked_up) > 5
    assert looked_up <= set(parts.REGISTRIES.items())


def test_a_checkout_is_its_own_promise() -> None:
    """Without a promise nothing can be lost."""
    assert parts.lost() == ()


def test_what_was_promised_and_is_gone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frozen build reads what it was given, and names what it does not find."""
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources/here.svg").write_text("<svg/>", "utf-8")
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    promised = parts.promise() + "gone.svg\njwtdesk.jose.algorithms.gone\n"
    (tmp_path / "resources" / parts.PROMISE).write_text(promised, "utf-8")

    assert "here.svg" in promised
    assert parts.lost() == ("gone.svg", "jwtdesk.jose.algorithms.gone")
