"""From a bare Python to a running program: makes the environment a source checkout needs.

Standard library only, and written so that an old Python can at least say that it is too old.
Installed wheels and frozen builds never do anything here. Output goes to standard error, and
standard input is left to the program. Modules that only the first start needs are imported late:
every later start passes through here too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
STAMP = "made-by-jwtdesk"
# The same minima as in pyproject.toml, which a test compares.
PROGRAM: dict[str, tuple[int, ...]] = {
    "pyside6-essentials": (6, 8, 3),
    "pyjwt": (2, 15, 1),
    "cryptography": (50, 0, 2),
    "joserfc": (1, 8, 0),
    "bcrypt": (5, 0, 0),
    "keyring": (25, 7, 0),
}
BROKEN = {("pyside6-essentials", (6, 12, 0))}


def prepare(
    needs: dict[str, tuple[int, ...]], lock: str, downloads: str, *, strict: bool = False
) -> None:
    """Return when this interpreter has what `needs` names; otherwise make `.venv` and go there.

    `needs` maps normalised distribution names to minimum versions. `lock` is the requirements file
    (relative to the checkout) that provides them, and `downloads` says in words what it brings.
    `strict` demands Qt's libraries too: the tests cannot do without. Exits with a sentence when
    the way is blocked, and re-executes the same command in `.venv` when it is not.
    """
    if getattr(sys, "frozen", False) or not (CHECKOUT / "pyproject.toml").is_file():
        return
    if sys.version_info < (3, 11):  # noqa: UP036 - this very line is what an old Python reads
        _stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    if satisfied(needs, [Path(one or ".") for one in sys.path]):
        return
    environment = CHECKOUT / ".venv"
    if environment.exists() and not (environment / STAMP).exists():
        if _inside(environment) or not satisfied(needs, _libraries_of(environment)):
            _stop(
                f"{environment} was made by someone else and lacks packages. Run 'pip install -r"
                f" {lock}' in it, or move it away and start again"
            )
    elif _inside(environment) or not _stamped(environment, lock):
        _provide_system(needs_venv=not _inside(environment), strict=strict)
        _fill(environment, lock, downloads)
    _enter(environment)


def satisfied(needs: dict[str, tuple[int, ...]], folders: list[Path]) -> bool:
    """Tell whether the distributions in `folders` cover `needs`, without importing any of them."""
    found: dict[str, tuple[int, ...]] = {}
    for folder in folders:
        for info in folder.glob("*.dist-info"):
            name, _, version = info.name.removesuffix(".dist-info").partition("-")
            key = name.lower().replace("_", "-").replace(".", "-")
            found.setdefault(key, tuple(int(p) for p in version.split(".") if p.isdecimal()))
    return all(
        name in found and found[name] >= minimum and (name, found[name]) not in BROKEN
        for name, minimum in needs.items()
    )


def _libraries_of(environment: Path) -> list[Path]:
    return [*environment.glob("lib/python3*/site-packages"), environment / "Lib/site-packages"]


def _inside(environment: Path) -> bool:
    return Path(sys.prefix).resolve() == environment.resolve()


def _python_of(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(environment: Path, lock: str) -> str:
    """Name one lock and the interpreter it was installed for: after an upgrade both must fit."""
    import hashlib

    digest = hashlib.sha256((CHECKOUT / lock).read_bytes()).hexdigest()
    return f"{lock} {digest} {os.path.realpath(_python_of(environment))}"


def _stamped(environment: Path, lock: str) -> bool:
    stamp, python = environment / STAMP, _python_of(environment)
    if not (stamp.is_file() and python.is_file()):
        return False
    return _stamp(environment, lock) in stamp.read_text(encoding="utf-8").splitlines()


def _provide_system(*, needs_venv: bool, strict: bool) -> None:
    """Install what only the system can provide (as root), or say the one line that does."""
    import importlib.util
    import shlex

    from jwtdesk.native_libraries import DRAWING, WAYLAND, X11, install_command, missing

    wanted = dict(DRAWING)
    wanted.update(X11 if os.environ.get("DISPLAY") else {})
    wanted.update(WAYLAND if os.environ.get("WAYLAND_DISPLAY") else {})
    lacking = missing(wanted)
    venv = needs_venv and importlib.util.find_spec("ensurepip") is None
    if not (lacking or venv):
        return
    command = install_command(lacking, ("python3-venv",) if venv else ())
    names = ", ".join((*lacking, *(["Python's ensurepip"] if venv else [])))
    if command and getattr(os, "geteuid", lambda: 1)() == 0:
        _say(f"this system lacks {names}; running: {shlex.join(command)}")
        _install(command)
        return
    _say(f"this system lacks {names}. Install the packages that have them")
    if command:
        print(f"    sudo {shlex.join(command)}", file=sys.stderr, flush=True)
    if venv or strict:
        raise SystemExit(1)


def _install(command: tuple[str, ...]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if command[0] == "apt-get":
        _run(("apt-get", "update", "-qq"), environment)
    if not _run(command, environment):
        _stop("that did not work; its own words are above")


def _fill(environment: Path, lock: str, downloads: str) -> None:
    """Make `environment` (or mend the one made here before), holding exactly what `lock` says."""
    stamp = environment / STAMP
    _say(f"downloading {downloads} into {environment}, once; nothing else is changed")
    try:
        environment.mkdir(exist_ok=True)
        stamp.write_text("", encoding="utf-8")
    except OSError as error:
        _stop(f"this folder cannot be written ({error.strerror}): copy the checkout elsewhere")
    python = str(_python_of(environment))
    if not _inside(environment) and not _run((sys.executable, "-m", "venv", str(environment))):
        _stop("Python could not make a virtual environment; its own words are above")
    pip = "-m pip install --quiet --no-input --disable-pip-version-check --require-hashes"
    options = (*pip.split(), "--only-binary", ":all:", "-r", str(CHECKOUT / lock))
    # A user-wide "user = true" would make pip refuse a virtual environment.
    if not _run((python, *options), {**os.environ, "PIP_USER": "0"}):
        _stop("the packages could not be installed; pip's own words are above")
    # The tests' lock holds everything that the program's does.
    stamps = dict.fromkeys(_stamp(environment, one) for one in ("requirements.lock", lock))
    stamp.write_text("\n".join(stamps) + "\n", encoding="utf-8")


def _enter(environment: Path) -> None:
    """Run the very same command again with the environment's interpreter."""
    import subprocess

    command = [str(_python_of(environment)), *sys.orig_argv[1:]]
    os.environ.pop("__PYVENV_LAUNCHER__", None)  # macOS would keep the old interpreter's prefix
    sys.stderr.flush()
    if os.name == "nt":  # there, exec returns to the shell before the program ends
        raise SystemExit(subprocess.run(command, check=False).returncode)  # noqa: S603 - own words
    os.execv(command[0], command)  # noqa: S606 - the same command, by another interpreter


def _run(command: tuple[str, ...], environment: dict[str, str] | None = None) -> bool:
    """Run `command` in silence; when it fails, show what it said."""
    import subprocess

    done = subprocess.run(  # noqa: S603 - every word is our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        check=False,
    )
    if done.returncode:
        print(done.stdout.decode(errors="replace"), file=sys.stderr, flush=True)
    return done.returncode == 0


def _say(sentence: str) -> None:
    print(f"jwtdesk: {sentence}.", file=sys.stderr, flush=True)


def _stop(sentence: str) -> None:
    _say(sentence)
    raise SystemExit(1)
