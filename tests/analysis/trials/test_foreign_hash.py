"""Hashes that no JWT algorithm combines with the key, and pauses while they are tried."""

from typing import Any

import pytest

from jwtdesk.analysis.hypothesis import Explanation, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.foreign_hash import foreign_hash_cards
from jwtdesk.analysis.trials.part import parts_of
from tests.analysis.diagnosis.making import (
    SECRET,
    ec_key,
    header,
    public,
    riddle,
    rsa_key,
    shown_instead,
    token,
)

KEYS: dict[str, tuple[Any, bytes]] = {
    "RS256": (rsa_key(), public(rsa_key())),
    "ES256": (ec_key(), public(ec_key())),
}


@pytest.mark.parametrize("alg", KEYS)
def test_work_done_before_is_told_with_the_first_check(alg: str) -> None:
    """The meter is the caller's, and what is due on it is due here too; nothing is found."""
    key, text = KEYS[alg]
    (part,) = parts_of(riddle(shown_instead(token(alg, key), claims="{}"), text))
    meter = Meter()
    assert meter.spent(Meter.STEP - 0.01) is None
    (pause,) = foreign_hash_cards(part, meter)
    assert isinstance(pause, Work)
    assert pause.milliseconds >= Meter.STEP


def test_a_longer_hash_cut_short_is_named() -> None:
    """HMAC with SHA-512 of which 32 bytes were kept, under a header that says SHA-256."""
    made = token("HS512", SECRET, head=header("HS256"))
    (part,) = parts_of(riddle(made[: made.rindex(".") + 1 + 43], SECRET))
    (found,) = foreign_hash_cards(part, Meter())
    assert isinstance(found, Explanation)
    assert "SHA-512 cut to 32 bytes" in found.evidence
