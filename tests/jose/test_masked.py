"""A key text whose private parts are hidden, and only those."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.masked import has_private, masked
from jwtdesk.jose.problem import Problem
from tests.keys.locate import key_file, key_named

BEGIN, END = "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("secret", "••••••"),
        ("two words\n", "••• •••••\n"),
        ('{"kty":"EC","d":"abc","x":"def"}', '{"kty":"EC","d":"•••","x":"def"}'),
        ('{"kty":"oct", "k" : "abc"}', '{"kty":"oct", "k" : "•••"}'),
        ('"{\\"d\\":\\"abc\\",\\"x\\":\\"y\\"}"', '"{\\"d\\":\\"•••\\",\\"x\\":\\"y\\"}"'),
        (f"{BEGIN}\nAB\n{END}\nhi", f"{BEGIN}\n••\n{END}\nhi"),
        ("-----BEGIN RSA PRIVATE KEY-----AB", "-----BEGIN RSA PRIVATE KEY-----••"),
        ("a😀", "•••"),
        ('{"k":"a","kid":"😀"}', '{"k":"•","kid":"••"}'),
        ("", ""),
    ],
)  # fmt: skip
def test_private_parts_are_bullets(text: str, shown: str) -> None:
    """Names, types and public numbers stay readable."""
    assert masked(text) == shown


@given(st.text(max_size=60))
def test_lines_stay_where_they_are(text: str) -> None:
    """The hidden text is as long, in the units that the window counts in."""
    assert len(masked(text)) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("name", ["rsa-2048-private-pkcs1.pem", "ec-p256-private-openssh.pem"])
def test_nothing_of_a_private_key_is_left(name: str) -> None:
    """No line of its body can be read."""
    text = key_file(name).decode()
    assert not any(line in masked(text) for line in text.split("\n")[1:-2])


def test_what_is_private() -> None:
    """Only a key that can sign hides anything."""
    private = key_named("ec-p256-private-pkcs8.pem")
    assert has_private(Keys((private,), ""))
    assert not has_private(Keys((key_named("ec-p256-public-spki.pem"),), ""))
    assert not has_private(Unreadable(Problem("x", "x")))
    assert not has_private(None)
