"""The table of registries is complete, and a frozen build notices what it lost."""

import pkgutil
from pathlib import Path

import pytest

import jwtdesk
from jwtdesk.app import parts, paths
from jwtdesk.jose.discover import modules, registered


@pytest.mark.parametrize(("package", "constant"), parts.REGISTRIES.items())
def test_every_module_of_a_registry_exposes_its_constant(package: str, constant: str) -> None:
    """What is found in a registry's package is registered."""
    assert len(registered(package, constant)) >= len(modules(package))


def test_no_registry_is_forgotten() -> None:
    """A package whose docstring says that its modules expose a constant stands in the table."""
    packages = [
        one.name
        for one in pkgutil.walk_packages(jwtdesk.__path__, "jwtdesk.")
        if one.ispkg and "exposes" in (__import__(one.name, fromlist=["x"]).__doc__ or "")
    ]

    assert packages
    assert set(packages) <= set(parts.REGISTRIES)


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
