"""The executable is whole, small, and works where there is no Python."""

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.end2end.bundle import CHECKOUT, TOKEN, call

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform.startswith("linux") and not shutil.which("objdump"),
        reason="PyInstaller needs binutils on Linux",
    ),
]
LARGEST = 130_000_000
"""What the folder may weigh, in bytes."""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the executable once, and return its folder."""
    work = tmp_path_factory.mktemp("frozen")
    built = call(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", work / "dist", "--workpath", work / "build", CHECKOUT / "jwtdesk.spec"),
        where=CHECKOUT,
        PYTHONHASHSEED="1",
        SOURCE_DATE_EPOCH="1700000000",
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return work / "dist" / "jwtdesk"


def program(bundle: Path) -> Path:
    """Return the executable in the folder."""
    return bundle / ("jwtdesk.exe" if os.name == "nt" else "jwtdesk")


def test_the_executable_finds_every_part(bundle: Path) -> None:
    """Its self-test names the same groups with the same counts as the checkout's, and passes."""
    frozen = call(program(bundle), "--self-test", where=bundle)
    source = call(sys.executable, "-m", "jwtdesk", "--self-test", where=CHECKOUT)

    def counts(text: str) -> dict[str, str]:
        words = (line.split() for line in text.splitlines())
        # The frozen build has one resource more: the promise.
        return {row[0]: row[1] for row in words if row[0] != "resources"}

    assert frozen.returncode == 0, frozen.stdout + frozen.stderr
    assert counts(frozen.stdout) == counts(source.stdout)


def test_the_executable_notices_a_lost_part(bundle: Path) -> None:
    """When a resource is taken away, the self-test fails and names it."""
    found = next(bundle.rglob("*.qss"))
    away = found.with_suffix(".away")
    found.rename(away)
    done = call(program(bundle), "--self-test", where=bundle)
    away.rename(found)

    assert done.returncode == 1
    assert "style.qss" in done.stdout


def test_the_executable_inspects_a_token(bundle: Path) -> None:
    """The command line works, elsewhere than in its folder."""
    done = call(program(bundle), "inspect", TOKEN, where=Path.home())

    assert done.returncode == 0, done.stderr
    assert "user_id" in done.stdout


def test_the_executable_draws_its_window(bundle: Path, tmp_path: Path) -> None:
    """The window is rendered into a picture with the bundle's own plugins."""
    done = call(program(bundle), "--screenshot", tmp_path / "a.png", TOKEN, where=tmp_path)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_the_executable_is_small_and_without_loose_ends(bundle: Path) -> None:
    """The folder weighs no more than promised, and no link leads nowhere."""
    links = [one for one in bundle.rglob("*") if one.is_symlink() and not one.exists()]
    sizes = [one.lstat().st_size for one in bundle.rglob("*") if stat.S_ISREG(one.lstat().st_mode)]

    assert not links
    assert sum(sizes) <= LARGEST
