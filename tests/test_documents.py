"""What the documents point at is there, and what they tell people to type works."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda one: one.relative_to(CHECKOUT).as_posix())
def test_every_link_leads_somewhere(path: Path) -> None:
    """Each relative link and picture of a document exists in the project."""
    gone = [
        link
        for link in LINK.findall(path.read_text("utf-8"))
        if not (path.parent / link).resolve().exists()
    ]

    assert not gone


def test_the_two_commands_come_first() -> None:
    """The first block of the README is how to start the program, and how to test it."""
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    block = re.search(r"```\n(.*?)```", readme, re.DOTALL)

    assert block
    assert block[1].split("\n")[:2] == ["python3 -m jwtdesk", "python3 -m tests"]


def test_the_readme_shows_the_window() -> None:
    """A picture stands before the first heading of a section."""
    readme = (CHECKOUT / "README.md").read_text("utf-8")

    assert "](docs/pictures/" in readme[: readme.index("\n## ")]


def test_the_changelog_is_kept() -> None:
    """There is a place for what is not released yet."""
    assert "## [Unreleased]" in (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
