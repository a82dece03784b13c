"""From a clone and a bare Python to a working program; from a wheel to the same one."""

import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.end2end.bundle import TOKEN, call, clone, environment

pytestmark = pytest.mark.slow
BARE = getattr(sys, "_base_executable", sys.executable)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fresh clone in an empty folder."""
    return clone(tmp_path_factory.mktemp("fresh") / "jwtdesk")


def test_a_fresh_clone_works_with_one_command(fresh: Path, tmp_path: Path) -> None:
    """The first call says in one line what it downloads, then does its work; the second is silent.

    The home folder stays empty.
    """
    words = (BARE, "-m", "jwtdesk", "inspect", TOKEN)
    first = call(*words, where=fresh, HOME=str(tmp_path), PIP_NO_CACHE_DIR="1")
    second = call(*words, where=fresh, HOME=str(tmp_path))

    assert first.returncode == 0, first.stderr
    assert first.stderr.count("\n") == 1
    assert "downloading PySide6, PyJWT, cryptography" in first.stderr
    assert "user_id" in first.stdout
    assert (second.returncode, second.stderr, second.stdout) == (0, "", first.stdout)
    # pip asks `rustc` for its version, which may leave a folder of its own.
    assert not {one.name for one in tmp_path.iterdir()} - {".rustup"}


def test_without_a_display_it_still_does_its_job(fresh: Path, tmp_path: Path) -> None:
    """The same command prints the inspection and draws a picture that only its owner can read."""
    done = call(BARE, "-m", "jwtdesk", TOKEN, where=fresh, TMPDIR=str(tmp_path))
    pictures = list(tmp_path.rglob("*.png"))

    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    assert "user_id" in done.stdout
    assert len(pictures) == 1
    assert str(pictures[0]) in done.stdout
    assert pictures[0].stat().st_mode & 0o077 == 0
    assert "--screenshot" in done.stdout


def test_a_wheel_is_whole(fresh: Path, tmp_path: Path) -> None:
    """A wheel carries the resources, and in a fresh environment its self-test passes."""
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    built = call(*build, where=fresh)
    assert built.returncode == 0, built.stderr
    wheel = next(tmp_path.glob("*.whl"))

    names = zipfile.ZipFile(wheel).namelist()
    assert "jwtdesk/resources/style.qss" in names
    assert not [one for one in names if one.startswith("tests/")]

    python = environment(tmp_path / "venv", wheel)
    done = call(python.parent / "jwtdesk", "--self-test", where=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_source_distribution_makes_the_same_wheel(fresh: Path, tmp_path: Path) -> None:
    """What is built from the source distribution holds the same files as what the clone builds."""
    build = (sys.executable, "-m", "hatchling", "build")
    packed = call(*build, "-t", "sdist", "-d", tmp_path, where=fresh)
    assert packed.returncode == 0, packed.stderr
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        if hasattr(tarfile, "data_filter"):  # Debian's 3.11.2 knows none, later ones ask for one
            archive.extraction_filter = tarfile.data_filter
        archive.extractall(tmp_path)  # noqa: S202 - an archive of our own

    names = []
    for at, home in enumerate((fresh, next(tmp_path.glob("jwtdesk-*/")))):
        done = call(*build, "-t", "wheel", "-d", tmp_path / f"{at}", where=home)
        assert done.returncode == 0, done.stderr
        names.append(zipfile.ZipFile(next((tmp_path / f"{at}").glob("*.whl"))).namelist())
    assert sorted(names[0]) == sorted(names[1])
