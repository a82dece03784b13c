"""The address of a key set: which ones may be called at all, judged before anything is sent."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

LONGEST = 2000
OPENID = "/.well-known/openid-configuration"
OAUTH = "/.well-known/oauth-authorization-server"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address that may be called: `url` is exactly what is asked for, of `host`.

    `port` is a number, `target` the path with its query, `secure` whether TLS is spoken.
    """

    url: str
    host: str
    port: int
    target: str
    secure: bool


def web_address(text: str) -> WebAddress | Problem:
    """Return the address `text` when it is https, or http to this computer; never raises."""
    text = text.strip()
    if len(text) > LONGEST or not text.isascii() or not text.isprintable() or " " in text:
        return _not_one()
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return _not_one()
    host = parts.hostname
    if parts.scheme not in ("https", "http") or not host:
        return _not_one()
    if "@" in parts.netloc or parts.fragment:
        return Problem(
            "address-odd",
            tr("An address with a user name, a password or a fragment is not called."),
        )
    secure = parts.scheme == "https"
    if not secure and not loopback(host):
        return Problem(
            "address-insecure",
            tr("Keys fetched over http could be anybody's: only https is called."),
        )
    return WebAddress(text, host, port or (443 if secure else 80), _target(parts), secure)


def loopback(host: str) -> bool:
    """Tell whether `host` is this computer."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def discovery_addresses(issuer: str) -> tuple[str, ...]:
    """Return where an issuer publishes what it is (OpenID Discovery section 4, RFC 8414).

    Empty when `issuer` is no address that may be called.
    """
    found = web_address(issuer)
    if isinstance(found, Problem):
        return ()
    parts = urlsplit(found.url)
    path = parts.path.rstrip("/")
    return (
        urlunsplit((parts.scheme, parts.netloc, f"{path}{OPENID}", "", "")),
        urlunsplit((parts.scheme, parts.netloc, f"{OAUTH}{path}", "", "")),
    )


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _not_one() -> Problem:
    return Problem(
        "address-none",
        tr("This is no web address: it would begin with https:// and name a host."),
    )
