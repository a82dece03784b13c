"""Calling the address of a key set: what comes back is keys, the way to them, or a sentence."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from jwtdesk.app import jwks_fetch
from jwtdesk.app.jwks_fetch import fetch
from jwtdesk.jose.fetched import Discovery, FetchedKeys
from jwtdesk.jose.problem import Problem
from tests.app.key_server import JWKS, key_server

REFUSED = {
    "/redirect": "fetch-redirect",
    "/redirect-nowhere": "fetch-redirect",
    "/error": "fetch-status",
    "/zipped": "fetch-compressed",
    "/html": "fetched-page",
    "/deep": "jwk-too-deep",
    "/many": "fetched-too-many",
    "/announced": "fetched-too-much",
    "/flood": "fetched-too-much",
    "/text": "fetched-nothing",
    "/list": "fetched-nothing",
    "/nothing": "fetched-nothing",
    "/garbage": "fetch-no-http",
    "/drip": "fetch-too-slow",
    "/silence": "fetch-too-slow",
}


@pytest.fixture
def server() -> Iterator[str]:
    """Serve keys on this computer."""
    with key_server() as address:
        yield address


def test_a_key_set_is_fetched(server: str) -> None:
    """The octets of a key set come back as they are."""
    assert fetch(f"{server}/jwks") == FetchedKeys(JWKS)
    assert isinstance(fetch(f"{server}/jwk"), FetchedKeys)


def test_a_discovery_document_leads_to_the_keys(server: str) -> None:
    """The document is told apart from keys, and says where they are."""
    assert fetch(f"{server}/discovery") == Discovery("http://127.0.0.1", "http://127.0.0.1/jwks")


@pytest.mark.parametrize(("path", "code"), REFUSED.items())
def test_a_hostile_server_is_refused_in_time(
    server: str, path: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a server does, the answer is one sentence, and never later than the limit."""
    monkeypatch.setattr(jwks_fetch, "SECONDS", 0.6)
    found = fetch(f"{server}{path}")
    assert isinstance(found, Problem), found
    assert found.code == code
    assert found.message


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://example.com/jwks", "address-insecure"),
        ("https://user@example.com/", "address-odd"),
        ("file:///etc/passwd", "address-none"),
        ("http://127.0.0.1:1/", "fetch-unreachable"),
    ],
)
def test_what_cannot_be_called_says_why(url: str, code: str) -> None:
    """An address that may not be called is refused without a call; a dead one is unreachable."""
    found = fetch(url)
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_certificate_of_nobody_is_not_trusted(tmp_path: object) -> None:
    """A server with a certificate that no authority signed is told so, and nothing is read."""
    import ssl

    from tests.keys.locate import key_file

    pem = f"{tmp_path}/both.pem"
    with open(pem, "wb") as file:  # noqa: PTH123 - the same path goes to the library
        file.write(key_file("rsa-2048-private-pkcs8.pem") + key_file("rsa-2048-certificate.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            context.wrap_socket(listener.accept()[0], server_side=True).close()
        except OSError:
            return

    thread = threading.Thread(target=serve)
    thread.start()
    found = fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/jwks")
    thread.join()
    listener.close()
    assert isinstance(found, Problem)
    assert found.code == "fetch-untrusted"


def test_the_time_is_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no time left nothing is called at all."""
    monkeypatch.setattr(jwks_fetch, "SECONDS", 0.0)
    begin = time.monotonic()
    found = fetch("http://127.0.0.1:1/")
    assert isinstance(found, Problem)
    assert found.code == "fetch-too-slow"
    assert time.monotonic() >= begin
