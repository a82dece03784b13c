"""CBOR is recognised where it is beyond doubt, and nowhere else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.cbor import BYTES, LIST, MAP, TEXT, item_of
from jwtdesk.jose.cose import cbor_name

SIGN1 = "8443a10126a1044231315412a2"  # [h'a10126', {4: h'3131'}, ...] cut short on purpose
WHOLE = "8443a10126a10442313142abcd43010203"


@pytest.mark.parametrize(
    ("digits", "major", "elements"),
    [
        ("00", 0, ()),
        ("3863", 1, ()),
        ("1b7fffffffffffffff", 0, ()),
        ("43010203", BYTES, ()),
        ("62c3a9", TEXT, ()),
        ("80", LIST, ()),
        ("83010243616263", LIST, (0, 0, BYTES)),
        ("a201020304", MAP, (0, 0, 0, 0)),
        ("9f0102ff", LIST, (0, 0)),
        ("bf0102ff", MAP, (0, 0)),
        ("5f42010243030405ff", BYTES, ()),
        ("8282010203", LIST, (LIST, 0)),
        ("81c10a", LIST, (0,)),
        ("81ff"[:2] + "f6", LIST, (7,)),
        ("f97e00", 7, ()),
        ("fb3ff199999999999a", 7, ()),
        ("f8ff", 7, ()),
        ("c11a514b67b0", 0, ()),
    ],
)
def test_a_well_formed_item_is_one(digits: str, major: int, elements: tuple[int, ...]) -> None:
    """Every major type, with and without a count (RFC 8949 appendix A)."""
    item = item_of(bytes.fromhex(digits))
    assert item is not None
    assert (item.major, item.elements) == (major, elements)


@pytest.mark.parametrize(
    "digits",
    [
        "",
        "18",
        "19ff",
        "1c",
        "1f",
        "df",
        "ff",
        "43",
        "61ff",
        "8201",
        "81ff",
        "a101",
        "bf01ff",
        "9f01",
        "5f01ff",
        "5f6161ff",
        "5f5f4101ffff",
        "f818",
        "0000",
        "c1",
        "81c1",
    ],
)
def test_what_is_not_well_formed_is_none(digits: str) -> None:
    """RFC 8949 appendix F, and octets behind the end."""
    assert item_of(bytes.fromhex(digits)) is None


def test_depth_and_length_are_bounded() -> None:
    """What is nested or long beyond reason is not judged."""
    assert item_of(b"\x81" * 63 + b"\x00") is not None
    assert item_of(b"\x81" * 65 + b"\x00") is None
    assert item_of(b"\x9f" + bytes(30_000) + b"\xff") is None


@pytest.mark.parametrize(
    ("digits", "name"),
    [
        (f"d2{WHOLE}", "COSE_Sign1"),
        (f"d83dd2{WHOLE}", "CWT (COSE_Sign1)"),
        (f"d9d9f7d2{WHOLE}", "COSE_Sign1"),
        ("d1" + WHOLE, "COSE_Mac0"),
        ("d08343a10126a04101", "COSE_Encrypt0"),
        ("d8608443a10126a0410180", "COSE_Encrypt"),
        ("d8618543a10126a04101410280", "COSE_Mac"),
        ("d8628443a10126a0410180", "COSE_Sign"),
        ("d9d9f700", "CBOR"),
        (WHOLE, "CBOR"),
        ("a2636973736461636d65637375626361646120"[:36], "CBOR"),
        ("a301634143440263455355041a5c4969d1", "CBOR"),
        (f"d2{SIGN1}", None),
        ("d2820102", None),
        (f"d3{WHOLE}", None),
        (f"d83d{WHOLE}", None),
        (f"c1{WHOLE}", None),
        ("d28401a0f640", None),
        ("d2a201020304", None),
        ("a201020304", None),
        ("a2014401020304024401020304", None),
        ("b818616101616102616103", None),
        ("8301020304050607080910111213", None),
        ("4c010203040506070809101112", None),
    ],
)
def test_a_name_is_given_where_it_is_due(digits: str, name: str | None) -> None:
    """By tag and build; without a tag only what people write and chance does not."""
    assert cbor_name(bytes.fromhex(digits)) == name


@given(st.binary(max_size=80))
def test_any_octets_have_an_answer(octets: bytes) -> None:
    """An item or none, never an exception."""
    assert item_of(octets) is not None or cbor_name(octets) is None


def test_chance_makes_no_name() -> None:
    """Of a hundred thousand random texts of a plausible beginning, hardly one passes for CBOR."""
    dice = random.Random(8949)  # noqa: S311 - a die, not a key
    named = sum(
        cbor_name(bytes([dice.choice(b"\x84\xa2\xa3\xa4\xbf\xd2")]) + dice.randbytes(24))
        is not None
        for _ in range(20_000)
    )
    assert named <= 1
