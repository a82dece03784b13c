"""How octets are shown in a pane, and what a pane's text stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose import base64url
from jwtdesk.jose.segment import json_reading
from jwtdesk.model.forms import Form, encoded_text, fitting_form, shown_as, written

SHOWN = [
    (b'{"a":1}', None, Form.JSON),
    (b'{"a":', None, Form.JSON),
    (b"[1,", None, Form.JSON),
    (b"12", None, Form.JSON),
    (b"", None, Form.JSON),
    (b" \n", None, Form.JSON),
    (b"plain words", None, Form.TEXT),
    (b"tab\tand\r\nlines", None, Form.TEXT),
    (b"bell\x07", None, Form.HEX),
    (b"\xff", None, Form.HEX),
    (b"\xff", Form.TEXT, Form.HEX),
    (b'{"a":1}', Form.HEX, Form.HEX),
    (b"bell\x07", Form.TEXT, Form.TEXT),
]


@pytest.mark.parametrize(("octets", "chosen", "form"), SHOWN)
def test_octets_are_shown_without_loss(octets: bytes, chosen: Form | None, form: Form) -> None:
    """What a person chose counts where it can show the octets; what may be mended is JSON."""
    assert fitting_form(octets, json_reading(octets), chosen) is form


@given(st.binary(max_size=80))
def test_hexadecimal_comes_back_as_it_was(octets: bytes) -> None:
    """What is shown as bytes stands for those bytes."""
    assert written(shown_as(octets, Form.HEX), Form.HEX).encoded == base64url.encode(octets)


@given(st.text(max_size=80).filter(lambda text: text.isprintable()))
def test_text_comes_back_as_it_was(text: str) -> None:
    """What is shown as text stands for its UTF-8."""
    assert written(text, Form.TEXT).encoded == base64url.encode(text.encode())


def test_what_is_no_hexadecimal_has_a_place() -> None:
    """The fault is where the wrong character stands."""
    found = written("ff zz", Form.HEX)
    assert found.encoded is None
    assert found.problem is not None
    assert found.problem.span is not None
    assert found.problem.span.start == 3


def test_half_a_surrogate_pair_is_no_text() -> None:
    """It cannot be written as UTF-8, and its place is said."""
    found = encoded_text("a\ud800")
    assert found.problem is not None
    assert found.problem.span is not None
    assert found.problem.span.start == 1
