"""Which addresses may be called at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.web_address import WebAddress, discovery_addresses, loopback, web_address

OPENID = "/.well-known/openid-configuration"
OAUTH = "/.well-known/oauth-authorization-server"


@pytest.mark.parametrize(
    ("text", "host", "port", "target"),
    [
        ("https://a.example/jwks", "a.example", 443, "/jwks"),
        (" https://a.example:8443?x=1 ", "a.example", 8443, "/?x=1"),
        ("HTTPS://A.example/p?q", "a.example", 443, "/p?q"),
        ("http://localhost:8080/k", "localhost", 8080, "/k"),
        ("http://127.0.0.1/", "127.0.0.1", 80, "/"),
        ("http://[::1]:1/", "::1", 1, "/"),
    ],
)
def test_an_address_that_may_be_called(text: str, host: str, port: int, target: str) -> None:
    """Over TLS anywhere, in the clear only to this computer."""
    found = web_address(text)
    assert isinstance(found, WebAddress)
    assert (found.host, found.port, found.target) == (host, port, target)
    assert found.secure == text.strip().lower().startswith("https")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "address-none"),
        ("ftp://a.example/", "address-none"),
        ("https://", "address-none"),
        ("https://a.example:99999/", "address-none"),
        ("https://[::1/", "address-none"),
        ("https://a b/", "address-none"),
        ("https://ä.example/", "address-none"),
        ("https://a.example/\r\nX: y", "address-none"),
        ("https://" + "a" * 3000, "address-none"),
        ("https://user:pw@a.example/", "address-odd"),
        ("https://a.example/#part", "address-odd"),
        ("http://a.example/", "address-insecure"),
        ("http://169.254.169.254/", "address-insecure"),
    ],
)
def test_an_address_that_may_not(text: str, code: str) -> None:
    """Everything else is refused, and the sentence says why."""
    found = web_address(text)
    assert isinstance(found, Problem)
    assert found.code == code


@pytest.mark.parametrize(
    ("issuer", "first", "second"),
    [
        ("https://a.example", OPENID, OAUTH),
        ("https://a.example/", OPENID, OAUTH),
        ("https://a.example/t", f"/t{OPENID}", f"{OAUTH}/t"),
    ],
)
def test_where_an_issuer_says_what_it_is(issuer: str, first: str, second: str) -> None:
    """OpenID appends to the path, OAuth puts it behind."""
    host = "https://a.example"
    assert discovery_addresses(issuer) == (f"{host}{first}", f"{host}{second}")


def test_an_issuer_that_is_no_address() -> None:
    """A bare name leads nowhere."""
    assert discovery_addresses("accounts.example") == ()
    assert not loopback("example.com")


@given(st.text(max_size=60) | st.text("htps:/@[]#?.a%0", max_size=60))
def test_any_text_is_answered(text: str) -> None:
    """Nothing raises."""
    assert isinstance(web_address(text), WebAddress | Problem)
