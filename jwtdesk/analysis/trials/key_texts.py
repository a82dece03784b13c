"""The texts that a public key is written in: what a confused verifier takes for a secret."""

import json
from collections.abc import Iterator
from typing import Any

from jwtdesk.analysis.hypothesis import Case
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.jsontext import compact
from jwtdesk.jose.key import Key
from jwtdesk.jose.thumbprint import base64url, unsigned
from jwtdesk.jose.words import tr

# A longer key text is not tried as a secret.
LONGEST = 65_536


def key_texts(case: Case, key: Key) -> Iterator[tuple[bytes, str]]:
    """Yield every text of `key`, each once, with words for it: as given first, then as written."""
    seen: set[bytes] = set()
    for octets, what in (*_given(case), *_written(key)):
        for text, ending in _endings(octets):
            if text and text not in seen:
                seen.add(text)
                yield text, tr("{what}{ending}", what=what, ending=ending)


def _endings(octets: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield a text with each kind of line end, with and without the last one."""
    yield octets, ""
    if octets[:1] not in (b"-", b"{", b"["):
        return
    unix = octets.replace(b"\r\n", b"\n")
    bare = unix.strip(b" \t\n")
    yield bare + b"\n", tr(", with a final line end")
    yield bare, tr(", without a final line end")
    yield bare.replace(b"\n", b"\r\n") + b"\r\n", tr(", with CR LF line ends")
    yield bare.replace(b"\n", b"\r\n"), tr(", with CR LF line ends but the last")
    yield bare + b"\n\n", tr(", with two final line ends")
    yield bare.replace(b"\n", b"\\n"), tr(", with line ends written as \\n")
    yield bare.replace(b"\n", b"\\n") + b"\\n", tr(", with line ends written as \\n")
    yield bare.replace(b"\n", b""), tr(", without line ends")
    yield bare.replace(b"\n", b" "), tr(", with blanks for line ends")
    yield b"\n" + bare + b"\n", tr(", with a line end before it")


def _given(case: Case) -> Iterator[tuple[bytes, str]]:
    octets = case.given.octets
    if not octets or len(octets) > LONGEST:
        return
    yield octets, tr("the key text as given")
    try:
        text = octets.decode("utf-8").strip()
    except UnicodeDecodeError:
        return
    if not text.startswith(("{", "[")):
        for block in _blocks(text):
            yield block.encode(), tr("one PEM block of the key text")
        return
    yield compact(text).encode(), tr("the JSON of the key without white space")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    listed = value.get("keys", []) if isinstance(value, dict) else value
    for one in listed if isinstance(listed, list) else []:
        yield from _jsons(one, tr("one JWK of the set"))
    yield from _jsons(value, tr("the JSON of the key"))


def _blocks(text: str) -> Iterator[str]:
    pieces = text.split("-----BEGIN ")
    if len(pieces) > 2:  # noqa: PLR2004 - one block is the whole text
        for piece in pieces[1:]:
            yield f"-----BEGIN {piece.strip()}"


def _jsons(value: object, what: str) -> Iterator[tuple[bytes, str]]:
    for spaced in ((",", ":"), (", ", ": ")):
        for ordered in (False, True):
            yield json.dumps(value, separators=spaced, sort_keys=ordered).encode(), what
    for indent in (2, 4):
        yield json.dumps(value, indent=indent).encode(), what


def _written(key: Key) -> Iterator[tuple[bytes, str]]:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    public: Any = key.public
    members = public_members(key) if public is not None else None
    if members is None:
        return
    yield (
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        tr("the public key as PEM (SPKI)"),
    )
    if key.type is KeyType.RSA:
        yield (
            public.public_bytes(Encoding.PEM, PublicFormat.PKCS1),
            tr("the public key as PEM (PKCS#1)"),
        )
        yield public.public_bytes(Encoding.DER, PublicFormat.PKCS1), tr("the DER of the key")
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    yield der, tr("the DER of the public key")
    yield from _jsons(members, tr("the public key as JWK"))
    if key.kid is not None:
        yield from _jsons({**members, "kid": key.kid}, tr("the public key as JWK"))
    yield base64url(der).encode(), tr("the base64 of the public key's DER")
    yield _bare(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))


def _bare(pem: bytes) -> tuple[bytes, str]:
    lines = [line for line in pem.splitlines() if not line.startswith(b"-")]
    return b"".join(lines), tr("the base64 of the PEM without its first and last line")


def public_members(key: Key) -> dict[str, str] | None:
    """Return the public members of `key` as a JWK (RFC 7517); None for a shared secret."""
    public: Any = key.public
    if key.type is KeyType.RSA:
        numbers = public.public_numbers()
        return {"kty": "RSA", "n": unsigned(numbers.n), "e": unsigned(numbers.e)}
    if key.type is KeyType.EC:
        numbers, size = public.public_numbers(), (key.size + 7) // 8
        x, y = unsigned(numbers.x, size), unsigned(numbers.y, size)
        return {"kty": "EC", "crv": key.curve or "", "x": x, "y": y}
    if key.type is KeyType.OKP:
        return {"kty": "OKP", "crv": key.curve or "", "x": base64url(public.public_bytes_raw())}
    if key.type is KeyType.AKP:
        return {"kty": "AKP", "alg": key.curve or "", "pub": base64url(public.public_bytes_raw())}
    return None
