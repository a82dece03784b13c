"""`--self-test`: proves that this installation is whole, one line a group."""

from collections.abc import Callable
from functools import partial

from jwtdesk.app import parts
from jwtdesk.app.paths import resource, resource_names
from jwtdesk.app.selftest_encryption import encryptions
from jwtdesk.jose.algorithm import Algorithm, Family, algorithms
from jwtdesk.jose.discover import registered
from jwtdesk.jose.words import tr

MESSAGE = b"jwtdesk self-test"
Check = Callable[[], tuple[int, list[str]]]
"""A group's check: how many parts it has, and what is wrong with them."""


def run() -> int:
    """Check every group, print one line for each, and return 0 when nothing is missing, else 1."""
    groups: list[tuple[str, Check]] = [
        (package.rpartition(".")[2], partial(_registry, package)) for package in parts.REGISTRIES
    ]
    groups += [("signatures", _signatures), ("encryptions", encryptions)]
    groups += [("resources", _resources), ("samples", _samples)]
    groups += [("window", _window), ("promised", _promised)]
    whole = [_told(name, check) for name, check in groups]
    return 0 if all(whole) else 1


def _told(name: str, check: Check) -> bool:
    """Print one line about a group: how many parts it has, or what is wrong with it."""
    try:
        count, wrong = check()
    except Exception as fault:  # noqa: BLE001 - whatever a broken installation raises is its news
        count, wrong = 0, [f"{type(fault).__name__}: {fault}"]
    state = tr("ok") if not wrong else tr("BROKEN: {what}", what="; ".join(wrong))
    print(f"{name:<12}{count:>4}  {state}", flush=True)
    return not wrong


def _registry(package: str) -> tuple[int, list[str]]:
    return len(registered(package, parts.REGISTRIES[package])), []


def _signatures() -> tuple[int, list[str]]:
    """Sign with a fresh key and verify, once for every algorithm that has a key."""
    tried = [one for one in algorithms() if one.family is not Family.NONE]
    wrong = [f"{one.name}: {fault}" for one in tried if (fault := _round_trip(one))]
    return len(tried), wrong if tried else [tr("no algorithm was found")]


def _round_trip(algorithm: Algorithm) -> str:
    """Return what went wrong while signing and verifying with `algorithm`, "" when nothing did."""
    from jwtdesk.jose.generate import generate
    from jwtdesk.jose.key import KeyInput, Keys
    from jwtdesk.jose.key_format import read_key
    from jwtdesk.jose.sign import sign
    from jwtdesk.jose.verify import verify_octets

    made = generate(algorithm)
    if not isinstance(made, bytes):
        return made.message
    keys = read_key(KeyInput(made))
    if not isinstance(keys, Keys):
        return keys.problem.message
    signature = sign(algorithm, keys.members[0], MESSAGE)
    if not isinstance(signature, bytes):
        return signature.message
    if not verify_octets(algorithm.name, made, MESSAGE, signature):
        return tr("its own signature does not verify")
    if verify_octets(algorithm.name, made, MESSAGE + b"!", signature):
        return tr("a signature over other octets verifies")
    return ""


def _resources() -> tuple[int, list[str]]:
    names = resource_names()
    wrong = [name for name in names if not resource(name).read_bytes()]
    return len(names), wrong if names else [tr("there are none")]


def _samples() -> tuple[int, list[str]]:
    """Inspect every sample: its key must lead to a judgement on its signature, right or wrong."""
    from jwtdesk.analysis.inspect import inspect
    from jwtdesk.analysis.verdict import State
    from jwtdesk.app.samples import samples

    found = samples()
    wrong = [
        one.name
        for one in found
        if inspect(
            one.token.encode(),
            one.key.octets,
            now=0,
            key_format=one.key.format,
            secret_encoding=one.key.encoding.value,
        ).verdict.signature.state
        is State.UNKNOWN
    ]
    return len(found), wrong if found else [tr("there are none")]


def _window() -> tuple[int, list[str]]:
    """Build the window without showing it, and count the parts that automation relies on."""
    from jwtdesk.app.screenshot import offscreen_window

    with offscreen_window([]) as window:
        return len(window.children()), []


def _promised() -> tuple[int, list[str]]:
    lost = parts.lost()
    return len(parts.part_names()), [tr("lost: {names}", names=", ".join(lost))] if lost else []
