"""Addresses in the header from which a careless verifier would fetch its key (RFC 8725 3.10)."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.media_type import media_type
from jwtdesk.analysis.member_place import in_header
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

NAMES = ("jku", "x5u")
LONGEST = 4_000
# Tokens of these have their issuer's own address in the header every day (SAP, Cloud Foundry).
ORDINARY = re.compile(r"(?:^|\.)(?:hana\.ondemand\.com|accounts\d*\.ondemand\.com|cloud\.sap)\Z")
# Call assertions name the certificate of the telephone company by its address (RFC 8225).
CALLS = frozenset({"passport"})
INSIDE = re.compile(
    r"(?:localhost|.*\.local|.*\.internal|.*\.localhost|[^.]*|\[?[0-9a-f:]*:[0-9a-f:.]*\]?"
    r"|[0-9.]+|0x[0-9a-f]+)\Z"
)


def _check(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers:
        for name in NAMES:
            if name in header:
                yield _finding(subject, header, name)


def _finding(subject: Subject, header: dict[str, Value], name: str) -> Finding:
    address = header[name]
    severity = _severity(address, header, subject.claims or {})
    if severity is Severity.INFO:
        detail = tr(
            "It names {address}, which belongs to its issuer. Fetch keys from there only if that "
            "address is on your own list.",
            address=_said(address),
        )
    elif severity is Severity.WARNING:
        detail = tr(
            "Whoever follows {address} takes the key that the sender chose. Ignore it, or compare "
            "it with your own list of addresses. jwtdesk fetches nothing.",
            address=_said(address),
        )
    else:
        detail = tr(
            "{address} is no public https address: it points a verifier at files, at its own "
            "network, or at something that can be changed on the way. jwtdesk fetches nothing.",
            address=_said(address),
        )
    return Finding(
        "remote-key-url",
        severity,
        tr("The token says where its key is"),
        detail,
        "RFC 8725 section 3.10",
        f"header.{name}",
        in_header(subject, name),
    )


def _said(address: Value) -> str:
    return quoted(address) if isinstance(address, str) else tr("something that is no text")


def _severity(address: Value, header: dict[str, Value], claims: dict[str, Value]) -> Severity:
    host = _public_host(address)
    if host is None:
        return Severity.ERROR
    if media_type(header) in CALLS or ORDINARY.search(host) or _related(host, claims.get("iss")):
        return Severity.INFO
    return Severity.WARNING


def _public_host(address: Value) -> str | None:
    """Return the host of an https address on the open internet, None for anything else."""
    if not isinstance(address, str) or len(address) > LONGEST:
        return None
    try:
        parts = urlsplit(address)
        host, named = parts.hostname or "", parts.username is not None
    except ValueError:
        return None
    inside = INSIDE.match(host) is not None
    return None if parts.scheme != "https" or named or inside else host


def _related(host: str, issuer: Value) -> bool:
    """Return whether one of the two hosts is the other, or stands below it."""
    own = _public_host(issuer)
    return own is not None and (f".{host}".endswith(f".{own}") or f".{own}".endswith(f".{host}"))


LINT = Lint("remote-key-url", 301, _check)
