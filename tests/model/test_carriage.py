"""A payload is carried as its header asks: encoded, as it is, or deflated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext.document import Value
from jwtdesk.model.carriage import Carriage, carriage, packed, unpacked

HEADERS = [
    ({}, Carriage.ENCODED),
    ({"b64": True}, Carriage.ENCODED),
    ({"b64": False}, Carriage.ENCODED),
    ({"b64": False, "crit": ["exp"]}, Carriage.ENCODED),
    ({"b64": False, "crit": ["b64"]}, Carriage.RAW),
    ({"zip": "DEF"}, Carriage.DEFLATED),
    ({"zip": "GZ"}, Carriage.ENCODED),
]


@pytest.mark.parametrize(("header", "how"), HEADERS)
def test_the_header_decides(header: dict[str, Value], how: Carriage) -> None:
    """Only a `crit` that names it makes a payload stand as it is (RFC 7797 section 6)."""
    assert carriage(header) is how


@given(st.binary(max_size=200), st.sampled_from([Carriage.ENCODED, Carriage.DEFLATED]))
def test_octets_come_back(octets: bytes, how: Carriage) -> None:
    """Packing and unpacking is the identity for any octets."""
    text = packed(octets, how)
    assert text is not None
    assert unpacked(text, how) == octets


def test_what_is_no_text_cannot_stand_as_it_is() -> None:
    """Text comes back as it was; octets that are none cannot be written."""
    assert (
        unpacked(packed("\u00e9$".encode(), Carriage.RAW) or "", Carriage.RAW).decode() == "\u00e9$"
    )
    assert packed(b"\xff", Carriage.RAW) is None


def test_what_cannot_be_inflated_is_taken_as_it_is() -> None:
    """A header that says `zip` of a payload that is not compressed loses nothing."""
    assert unpacked("e30", Carriage.DEFLATED) == b"{}"
