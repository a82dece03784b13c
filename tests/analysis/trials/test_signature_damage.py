"""One damaged letter of a signature, searched for without the rest of the diagnosis."""

from dataclasses import replace
from typing import Any

import pytest

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.one_character import Change, Edit
from jwtdesk.analysis.trials.signature_damage import difference, signature_edits
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.key import Key, Keys
from tests.analysis.diagnosis.making import ed_key, private, public, riddle, rsa_key, token

ED = token("EdDSA", ed_key())
WRITTEN = ED.rpartition(".")[2]
TURNED = next(at for at in range(len(WRITTEN)) if WRITTEN[at] != WRITTEN[at + 1])
DIFFERENCES = {
    "the same": ("abcdef", "abcdef", None),
    "the end is missing": ("abcd", "abcdef", None),
    "too much is other": ("abcdefgh", "aWXYZfgh", None),
    "two changed places": ("abdcef", "abcdef", Edit(Change.SWAPPED, 2, 2, "cd")),
    "one is lost": ("abdef", "abcdef", Edit(Change.LOST, 2, 0, "c")),
    "one too many": ("abcxdef", "abcdef", Edit(Change.EXTRA, 3, 1, "")),
    "one is another": ("abxdef", "abcdef", Edit(Change.REPLACED, 2, 1, "c")),
}


def key_of(made: str, text: bytes) -> Key:
    """Return the one key that is read from a key text."""
    keys = riddle(made, text).keys
    assert isinstance(keys, Keys)
    return keys.members[0]


def found(made: str, key: Key, alg: str, written: str, octets: int, limit_ms: float) -> list[Edit]:
    """Return the repairs of a signature that is `written` in the place of the right one."""
    chosen = algorithm(alg)
    assert chosen is not None
    message = made.rpartition(".")[0].encode()
    tried = signature_edits(written, chosen, key, message, (octets,), limit_ms)
    return [one for one in tried if not isinstance(one, Work)]


@pytest.mark.parametrize("name", DIFFERENCES)
def test_two_signatures_that_are_nearly_the_same_are_one_edit_apart(name: str) -> None:
    """What is cut off at the end is another family's, and what is quite other is nobody's."""
    text, right_text, edit = DIFFERENCES[name]
    assert difference(text, right_text) == edit
    assert edit is None or edit.applied(text) == right_text


@pytest.mark.parametrize(
    "written",
    [
        f"A{WRITTEN}",
        WRITTEN[1:],
        ("A" if WRITTEN[0] != "A" else "B") + WRITTEN[1:],
        WRITTEN[:TURNED] + WRITTEN[TURNED + 1] + WRITTEN[TURNED] + WRITTEN[TURNED + 2 :],
    ],
    ids=["one too many", "one lost", "one other", "two changed places"],
)
def test_with_a_public_key_every_repair_is_checked_till_one_is_right(written: str) -> None:
    """Ed25519 has no arithmetic that says where, and its signatures are short."""
    key = key_of(ED, public(ed_key()))
    (edit,) = found(ED, key, "EdDSA", written, 64, float("inf"))
    assert edit.applied(written) == WRITTEN


def test_what_would_take_too_long_is_not_begun() -> None:
    """Thousands of checks are left to whoever asks to look harder."""
    written = "A" + WRITTEN[1:] if WRITTEN[0] != "A" else "B" + WRITTEN[1:]
    assert found(ED, key_of(ED, public(ed_key())), "EdDSA", written, 64, 0.0) == []


@pytest.mark.parametrize(("size", "many"), [(2048, 1), (8192, 0)])
def test_a_huge_key_makes_no_signature_to_compare_with(size: int, many: int) -> None:
    """Signing with more than 4,096 bits takes longer than a frame."""
    key: Any = rsa_key()
    made = token("RS256", key)
    written = "A" + made.rpartition(".")[2][1:]
    written = written if written != made.rpartition(".")[2] else "B" + written[1:]
    own = replace(key_of(made, private(key)), size=size)
    assert len(found(made, own, "RS256", written, 256, 1.0)) == many
