"""Nothing leaves the machine, and nothing secret is on the disk when the window has closed."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.end2end.bundle import CHECKOUT
from tests.model.desk import CLASSIC

SECRET = "marker-secret-58c1f0a7-never-on-disk"
PYTHON = [sys.executable, "-m", "tests.end2end.errand"]
INTERNET = re.compile(r"AF_INET6?\b")
linux = pytest.mark.skipif(sys.platform != "linux", reason="unshare and strace are Linux's")


def token() -> str:
    """Return a token with a marker in it, rightly signed with the marker secret."""
    from jwtdesk.jose import base64url
    from jwtdesk.jose.algorithm import algorithm
    from jwtdesk.jose.key import KeyInput, Keys
    from jwtdesk.jose.key_format import read_key
    from jwtdesk.jose.sign import sign

    head = CLASSIC.split(".")[0]
    body = base64url.encode(b'{"marker":"claim-9d2e61b4-never-on-disk","exp":2111097600}')
    keys, chosen = read_key(KeyInput(SECRET.encode())), algorithm("HS256")
    assert isinstance(keys, Keys)
    assert chosen is not None
    signature = sign(chosen, keys.members[0], f"{head}.{body}".encode())
    assert isinstance(signature, bytes)
    return f"{head}.{body}.{base64url.encode(signature)}"


def run(home: Path, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Do the errand in a process of its own that has `home` for everything it could write to."""
    places = {
        name: str(home / name)
        for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    } | {"XDG_STATE_HOME": str(home / "XDG_STATE_HOME")}
    for place in places.values():
        Path(place).mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return subprocess.run(
        [*before, *PYTHON],
        cwd=CHECKOUT,
        env={**kept, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        input=f"{token()}\n{SECRET}\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def secrets() -> list[str]:
    """Return every text that must not be found: whole ones and telling parts."""
    whole = token()
    return [SECRET, SECRET[7:24], *whole.split("."), "claim-9d2e61b4", whole[40:80]]


def found_on_disk(folder: Path) -> list[str]:
    """Return the files that hold any of the secrets, as UTF-8 or as UTF-16 (Qt's own)."""
    sought = [one.encode(code) for one in secrets() for code in ("utf-8", "utf-16-le")]
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and any(one in path.read_bytes() for one in sought)
    ]


def test_no_secret_and_no_token_is_left_on_the_disk(tmp_path: Path) -> None:
    """Paste, check, edit, copy, close: only looks and sizes are remembered."""
    done = run(tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert found_on_disk(tmp_path) == []
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in written if path.suffix == ".ini"] == ["jwtdesk.ini"]
    allowed = {"jwtdesk.ini"}
    strange = [
        path for path in written if path.name not in allowed and "fontconfig" not in str(path)
    ]
    assert strange == []


def test_the_search_would_find_a_secret(tmp_path: Path) -> None:
    """A file that does hold one is found, in either coding."""
    (tmp_path / "one").write_text(SECRET, "utf-8")
    (tmp_path / "other").write_text(token(), "utf-16")

    assert len(found_on_disk(tmp_path)) == 2


def test_nothing_secret_is_printed(tmp_path: Path) -> None:
    """Neither standard output nor standard error repeats what was pasted or typed."""
    done = run(tmp_path)

    assert not [one for one in secrets() if one in done.stdout + done.stderr]


@linux
def test_the_errand_needs_no_network(tmp_path: Path) -> None:
    """Where there is no network at all, not even a loopback, everything works the same."""
    alone = ["unshare", "-rn", "--"]
    if not permitted(alone):
        pytest.skip("this system does not let a test have a network of its own")
    done = run(tmp_path, alone)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@linux
def test_the_stories_need_no_network(tmp_path: Path) -> None:
    """All stories of the window pass without a network."""
    alone = ["unshare", "-rn", "--"]
    if not permitted(alone):
        pytest.skip("this system does not let a test have a network of its own")
    stories = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/end2end/test_stories.py"]
    done = subprocess.run(
        [*alone, sys.executable, *stories],
        cwd=CHECKOUT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]


@linux
def test_no_socket_of_the_internet_is_made(tmp_path: Path) -> None:
    """The system sees no internet socket, not even one that is never used."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    record = tmp_path / "record"
    traced = [strace, "-f", "-o", str(record), "-e", "trace=socket,connect"]
    if not permitted([*traced]):
        pytest.skip("this system does not let a test trace its own child")
    done = run(tmp_path, traced)

    assert done.returncode == 0, done.stdout + done.stderr
    seen = record.read_text("utf-8", "replace")
    assert "exited with 0" in seen
    assert not INTERNET.findall(seen)


def test_the_trace_would_show_a_socket(tmp_path: Path) -> None:
    """A program that does make one is seen."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    record = tmp_path / "record"
    traced = [strace, "-f", "-o", str(record), "-e", "trace=socket,connect"]
    if not permitted(traced):
        pytest.skip("this system does not let a test trace its own child")
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    subprocess.run([*traced, sys.executable, "-c", code], check=True)

    assert INTERNET.findall(record.read_text("utf-8", "replace"))


def permitted(before: Sequence[str]) -> bool:
    """Return whether a program can be started this way here."""
    if shutil.which(before[0]) is None:
        return False
    done = subprocess.run([*before, "true"], capture_output=True, check=False)
    return done.returncode == 0
