"""The self-test finds what it should, and says so in one line a group."""

import pytest

from jwtdesk.app import parts, selftest
from jwtdesk.jose.algorithm import algorithms


def test_a_whole_program_passes(qapp: object, capsys: pytest.CaptureFixture[str]) -> None:
    """Every group is told in one line, and the status is 0."""
    assert qapp
    assert selftest.run() == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(parts.REGISTRIES) + 6
    assert all(line.split()[2] == "ok" for line in lines)


def test_every_algorithm_with_a_key_is_tried() -> None:
    """All but "none" sign and verify with a fresh key."""
    count, wrong = selftest._signatures()

    assert (count, wrong) == (len(algorithms()) - 1, [])


@pytest.mark.parametrize(
    ("group", "broken", "said"),
    [
        ("_resources", lambda: (1, ["style.qss"]), "style.qss"),
        ("_window", lambda: 1 / 0, "ZeroDivisionError"),
    ],
)
def test_a_broken_group_is_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    group: str,
    broken: object,
    said: str,
) -> None:
    """What is missing and what falls are both told, and the status is 1."""
    monkeypatch.setattr(selftest, "_window", lambda: (1, []))
    monkeypatch.setattr(selftest, "_signatures", lambda: (1, []))
    monkeypatch.setattr(selftest, "encryptions", lambda: (1, []))
    monkeypatch.setattr(selftest, group, broken)

    assert selftest.run() == 1
    line = next(one for one in capsys.readouterr().out.splitlines() if "BROKEN" in one)
    assert said in line


@pytest.mark.parametrize(
    ("part", "stand_in", "said"),
    [
        ("jwtdesk.jose.verify.verify_octets", lambda *_: False, "does not verify"),
        ("jwtdesk.jose.verify.verify_octets", lambda *_: True, "other octets"),
    ],
)
def test_wrong_mathematics_is_noticed(
    monkeypatch: pytest.MonkeyPatch, part: str, stand_in: object, said: str
) -> None:
    """A verifier that refuses everything, or accepts everything, does not pass."""
    monkeypatch.setattr(part, stand_in)
    hmac = next(one for one in algorithms() if one.name == "HS256")

    assert said in selftest._round_trip(hmac)
