"""The self-test of encryption notices what is broken."""

from collections.abc import Callable

import pytest

from jwtdesk.app import selftest_encryption
from jwtdesk.jose.decryption import Decryption
from jwtdesk.jose.encryption import key_managements
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.verify import SignatureCode, Verification

FAULT = Problem("odd", "So it is.")


@pytest.fixture(autouse=True)
def _one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try direct encryption only, which is quick."""
    direct = tuple(one for one in key_managements() if one.name == "dir")
    monkeypatch.setattr(selftest_encryption, "key_managements", lambda: direct)


def test_a_whole_part_passes() -> None:
    """Each content encryption once."""
    assert selftest_encryption.encryptions() == (6, [])


@pytest.mark.parametrize(
    ("part", "stand_in", "said"),
    [
        ("generate_encryption.generate_encryption_key", lambda *_: FAULT, "So it is."),
        ("key_format.read_key", lambda _: Unreadable(FAULT), "So it is."),
        ("encrypt.encrypt", lambda *_: FAULT, "So it is."),
        (
            "decrypt.decrypt",
            lambda *_: Decryption(
                (Verification(SignatureCode.CANNOT_DECRYPT, "It does not open."),)
            ),
            "It does not open.",
        ),
        ("decrypt.decrypt", lambda *_: Decryption((), b"jwtdesk self-test"), "forged tag"),
    ],
)
def test_wrong_mathematics_is_noticed(
    monkeypatch: pytest.MonkeyPatch, part: str, stand_in: Callable[..., object], said: str
) -> None:
    """A part that refuses everything, or accepts everything, does not pass."""
    monkeypatch.setattr(f"jwtdesk.jose.{part}", stand_in)
    count, wrong = selftest_encryption.encryptions()
    assert count == len(wrong) == 6
    assert said in wrong[0]


def test_an_empty_registry_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen build that lost the algorithms says so."""
    monkeypatch.setattr(selftest_encryption, "key_managements", tuple)
    assert selftest_encryption.encryptions() == (0, ["no algorithm was found"])
