"""Tokens of other families, told by how they begin and are built: named, but not opened."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from jwtdesk.jose import base64url
from jwtdesk.jose.cose import cbor_name
from jwtdesk.jose.inflate import inflate
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

# Longer texts are none of these.
_LONGEST = 200_000
_DIGITS = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
_HEX = re.compile(r"(?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+")
# COSE and CWT begin with their tag: 0xd0 to 0xd2 or 0xd8, in base64 and in hexadecimal.
_COSE = re.compile(r"0[IQY][A-Za-z]|2[DGR]|d[0128]|D[0128]")
_PARAMETER = re.compile(r"SAML(?:Response|Request)=", re.IGNORECASE)
_SAML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:saml|[A-Za-z0-9]{1,20}:?)[^>]{0,2000}?SAML:[12]"
)
# The first packet of a macaroon: its length in four digits, then what it holds.
_MACAROON = re.compile(rb"[0-9a-f]{4}(?:location|identifier) ")
# Version 2: field 1 (location) or 2 (identifier) first, field 6 (32 octets of signature) last.
_MACAROON_2 = re.compile(rb"\x02[\x01\x02].+\x06\x20.{32}", re.DOTALL)


def other_token(text: str) -> Problem | None:
    """Return what `text` (white space removed) is when it is a token of another family.

    The code begins with `is-`; the sentence names it and says that it is not opened. Never raises.
    """
    if len(text) > _LONGEST:
        return None
    if text.startswith("HC1:"):
        message = tr(
            "This is an EU health certificate (HC1), a COSE message in base45: it is not a JWT, "
            "and jwtdesk does not open it."
        )
        return Problem("is-health-certificate", message)
    if text.startswith("shlink:/") or "#shlink:/" in text:
        message = tr(
            "This is a SMART Health Link: it only says where a health card can be fetched, and "
            "jwtdesk does not fetch it."
        )
        return Problem("is-health-link", message)
    return _xml(text) or _encoded(text)


def _xml(text: str) -> Problem | None:
    return _saml(text.encode("utf-8", "replace")) if text.startswith("<") else None


def _encoded(text: str) -> Problem | None:
    """Look into what base64, base64url or hexadecimal digits hold."""
    bare = unquote(_PARAMETER.sub("", text, count=1)) if "%" in text or "=" in text else text
    if _HEX.fullmatch(bare) and _COSE.match(bare):
        found = _cose(bytes.fromhex(bare))
        if found is not None:
            return found
    if not _DIGITS.fullmatch(bare):
        return None
    octets = base64url.only_octets(bare.rstrip("=").replace("+", "-").replace("/", "_"))
    families: tuple[Callable[[bytes], Problem | None], ...] = (_cose, _saml, _macaroon, _packed)
    return next((made for one in families if (made := one(octets))), None)


def _cose(octets: bytes) -> Problem | None:
    name = (
        cbor_name(octets) if octets[:1] in {b"\xd0", b"\xd1", b"\xd2", b"\xd8", b"\xd9"} else None
    )
    if name is None or name == "CBOR":
        return None
    message = tr(
        "This is a {name} message, written in CBOR: it is not a JWT, and jwtdesk does not open it.",
        name=name,
    )
    return Problem("is-cose", message)


def _saml(octets: bytes) -> Problem | None:
    if not _SAML.match(octets):
        return None
    message = tr("This is a SAML message in XML: it is not a JWT, and jwtdesk does not open it.")
    return Problem("is-saml", message)


def _packed(octets: bytes) -> Problem | None:
    """Return SAML as it stands in an address, compressed (SAML 2.0 Bindings section 3.4.4.1)."""
    found = inflate(octets)
    return None if isinstance(found, Problem) else _saml(found)


def _macaroon(octets: bytes) -> Problem | None:
    if not _MACAROON.match(octets) and not _MACAROON_2.fullmatch(octets):
        return None
    message = tr("This is a macaroon: it is not a JWT, and jwtdesk does not open it.")
    return Problem("is-macaroon", message)
