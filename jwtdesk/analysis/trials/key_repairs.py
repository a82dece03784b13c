"""The same key text read as another kind of text, or freed from what is wrapped around it."""

import base64
import re
from collections.abc import Iterator

from jwtdesk.jose.containers.shape import Shape, shape_of
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.key_text import LIMIT_OCTETS
from jwtdesk.jose.words import tr

LABELS = {
    Shape.SPKI: "PUBLIC KEY",
    Shape.PKCS8: "PRIVATE KEY",
    Shape.PKCS1_PUBLIC: "RSA PUBLIC KEY",
    Shape.PKCS1_PRIVATE: "RSA PRIVATE KEY",
    Shape.SEC1: "EC PRIVATE KEY",
    Shape.CERTIFICATE: "CERTIFICATE",
}


def key_repairs(given: KeyInput) -> Iterator[tuple[KeyInput, str]]:
    """Yield other ways to take the key text, with words that follow "is read as"."""
    octets = given.octets
    if not octets or len(octets) > LIMIT_OCTETS:
        return
    if given.format != "auto":
        yield KeyInput(octets, "auto", passphrase=given.passphrase), tr("the kind of key it is")
    if given.format != "secret" and octets.lstrip()[:1] in (b"{", b"[", b"-"):
        yield KeyInput(octets, "secret"), tr("a secret: the text itself")
    for der in _ders(octets):
        shape = shape_of(der)
        if shape in LABELS:
            yield (
                _armoured(der, LABELS[shape]),
                tr("the base64 of a key ({shape})", shape=shape.value),
            )


def _armoured(der: bytes, label: str) -> KeyInput:
    letters = base64.b64encode(der).decode()
    lines = [letters[at : at + 64] for at in range(0, len(letters), 64)]
    text = "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""])
    return KeyInput(text.encode(), "pem", SecretEncoding.UTF8)


def _ders(octets: bytes) -> Iterator[bytes]:
    """Yield the DER that the octets are, or that their text is the base64 or hexadecimal of."""
    yield octets
    letters = b"".join(octets.split())
    if re.fullmatch(rb"(?:[0-9A-Fa-f]{2})+", letters):
        yield bytes.fromhex(letters.decode())
    bare = letters.translate(bytes.maketrans(b"-_", b"+/")).rstrip(b"=")
    if re.fullmatch(rb"[A-Za-z0-9+/]+", bare) and len(bare) % 4 != 1:
        once = base64.b64decode(bare + b"=" * (-len(bare) % 4))
        yield once
        if once.lstrip().startswith(b"-----BEGIN"):
            body = re.sub(rb"-----[^-]*-----|\s", b"", once)
            if re.fullmatch(rb"[A-Za-z0-9+/]+={0,2}", body) and len(body) % 4 == 0:
                yield base64.b64decode(body)
