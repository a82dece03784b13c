"""The one place that speaks to a network: it calls an address that a person named, once.

No redirects, no cookies, no compression, no proxy; ten seconds and a megabyte at the most. Runs in
a child process, which is ended when nobody waits any more.
"""

import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.fetched import Discovery, FetchedKeys, fetched, too_much
from jwtdesk.jose.key_text import LIMIT_OCTETS
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.web_address import WebAddress, web_address
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    import ssl
    from http.client import HTTPConnection, HTTPResponse
    from socket import socket

SECONDS = 10.0
CHUNK = 1 << 14
OK, REDIRECT, ERROR = 200, 300, 400
# Where systems keep the authorities they trust, should the library have been built for another.
AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def fetch(url: str) -> FetchedKeys | Discovery | Problem:
    """Return what is at `url`, or in one sentence why nothing is; never raises."""
    address = web_address(url)
    if isinstance(address, Problem):
        return address
    end = time.monotonic() + SECONDS
    try:
        octets = _call(address, end)
    except TimeoutError:
        return _too_slow()
    except Exception as fault:  # noqa: BLE001 - whatever a server does to the library is its fault
        return _unreachable(address, fault)
    return octets if isinstance(octets, Problem) else fetched(octets)


def _call(address: WebAddress, end: float) -> bytes | Problem:
    with closing(_connection(address, _left(end))) as connection:
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "jwtdesk",
        }
        connection.request("GET", address.target, headers=headers)
        # The connection forgets its socket once the answer has taken it over.
        line = connection.sock
        line.settimeout(_left(end))
        answer = connection.getresponse()
        return _refused(answer) or _body(line, answer, end)


def _connection(address: WebAddress, seconds: float) -> "HTTPConnection":
    import http.client

    if not address.secure:
        return http.client.HTTPConnection(address.host, address.port, timeout=seconds)
    return http.client.HTTPSConnection(
        address.host, address.port, timeout=seconds, context=_trust()
    )


def _trust() -> "ssl.SSLContext":
    import ssl

    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"] and not ssl.get_default_verify_paths().capath:
        found = next((one for one in AUTHORITIES if Path(one).is_file()), None)
        if found is not None:
            context.load_verify_locations(found)
    return context


def _refused(answer: "HTTPResponse") -> Problem | None:
    if REDIRECT <= answer.status < ERROR:
        where = answer.getheader("Location") or tr("an address it does not tell")
        return Problem(
            "fetch-redirect",
            tr(
                "The server points to another address, which is not followed: {where}",
                where=excerpt(where),
            ),
        )
    if answer.status != OK:
        return Problem(
            "fetch-status",
            tr("The server answered with status {status}, not with keys.", status=answer.status),
        )
    if (answer.getheader("Content-Encoding") or "identity").lower() != "identity":
        return Problem(
            "fetch-compressed",
            tr("The server compressed its answer although it was asked not to."),
        )
    length = answer.getheader("Content-Length") or ""
    if length.isascii() and length.isdigit() and int(length[:20]) > LIMIT_OCTETS:
        return too_much()
    return None


def _body(line: "socket", answer: "HTTPResponse", end: float) -> bytes | Problem:
    """Read on while there is time: a server that drips holds us no longer than one that stalls."""
    octets = b""
    while True:
        left = _left(end)
        if line.fileno() >= 0:
            line.settimeout(left)
        part = answer.read1(CHUNK)
        if not part:
            return octets
        octets += part
        if len(octets) > LIMIT_OCTETS:
            return too_much()


def _left(end: float) -> float:
    """Return the seconds that are left, or raise `TimeoutError`."""
    seconds = end - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _too_slow() -> Problem:
    return Problem(
        "fetch-too-slow",
        tr("The server did not answer within {seconds} seconds.", seconds=round(SECONDS)),
    )


def _unreachable(address: WebAddress, fault: Exception) -> Problem:
    import http.client
    import ssl

    if isinstance(fault, ssl.SSLCertVerificationError):
        return Problem(
            "fetch-untrusted",
            tr("The certificate of {host} is not trusted, so nothing was read.", host=address.host),
        )
    if isinstance(fault, http.client.HTTPException | ValueError):
        return Problem(
            "fetch-no-http", tr("The server at {host} does not speak HTTP.", host=address.host)
        )
    return Problem(
        "fetch-unreachable",
        tr("{host} could not be reached: is there a connection?", host=address.host),
    )
