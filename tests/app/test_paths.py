"""The program's own files are found, and nothing else can be asked for."""

from pathlib import Path

import pytest

from jwtdesk.app import paths


def test_every_resource_is_found_by_its_name() -> None:
    """Each listed name leads to an existing file."""
    names = paths.resource_names()

    assert names
    assert all(paths.resource(name).is_file() for name in names)


def test_a_wheel_carries_its_resources_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder inside the package wins over the one beside it."""
    inside = tmp_path / "package" / "resources"
    (tmp_path / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "package")

    assert paths.resources() == tmp_path / "resources"
    inside.mkdir(parents=True)
    assert paths.resources() == inside


@pytest.mark.parametrize(
    "name",
    ["", "/etc/passwd", "../pyproject.toml", "icons/../../x", "C:/x", "icons\\x", "a\0b"],
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    """Absolute names, parents, drives and other systems' separators are refused."""
    with pytest.raises(ValueError, match="not the name of a resource"):
        paths.resource(name)
