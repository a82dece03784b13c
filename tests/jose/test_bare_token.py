"""A text that is a compact token and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.bare_token import bare_kind
from jwtdesk.jose.token import Kind
from tests.made import part, token

JWE = part('{"alg":"dir","enc":"A128GCM"}')


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (token(), Kind.JWS),
        (part('{"alg":"none"}') + ".e30.", Kind.JWS),
        (part('{"\\u0061lg":"HS256"}') + ".e30.AAAA", Kind.JWS),
        (f"{JWE}..AAAA.AAAA.AAAA", Kind.JWE),
        (f"{token()}~", Kind.SD_JWT),
        (f"{token()}~WyJhIl0~{token()}", Kind.SD_JWT),
        (part('{"alg":"dir"}') + "....", None),
        (f"{JWE}....~", None),
        (part('{"alg":7}') + ".e30.AAAA", None),
        (part('{"typ":"JWT"}') + ".e30.AAAA", None),
        (part('["alg"]') + ".e30.AAAA", None),
        (part(b'\xff"alg"') + ".e30.AAAA", None),
        ("A" * 100_001 + ".e30.AAAA", None),
        (token() + " ", None),
        (token().rpartition(".")[0], None),
        (token() + ".AAAA", None),
        ("a.b.c", None),
        ("", None),
    ],
)
def test_kinds(text: str, kind: Kind | None) -> None:
    """Its shape and its header must both say so."""
    assert bare_kind(text) is kind


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text is judged, and without a dot it is no token."""
    assert bare_kind(text.replace(".", "")) is None
    assert bare_kind(text) is None
