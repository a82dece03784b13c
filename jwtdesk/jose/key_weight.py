"""Is a key text one that the library could choke on? Told from the octets, without loading."""

import re

from jwtdesk.jose.armour import armoured, read_armour
from jwtdesk.jose.bare_base64 import bare_body
from jwtdesk.jose.containers.shape import Shape, shape_of
from jwtdesk.jose.jwk.locked import locked_jwk
from jwtdesk.jose.jwk.parse import opens_json
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_text import LIMIT_OCTETS, key_text

# The object identifier 1.2.840.113549.1.1, whose last arc (1 or 10) says RSA, as DER octets.
RSA_OBJECT = bytes.fromhex("2a864886f70d0101")
# What stands in the BEGIN or the header line of a private key that a passphrase protects.
LOCKED_LABELS = ("ENCRYPTED", "OPENSSH PRIVATE")
PRIVATE_MEMBER = re.compile(r'["\'\\]d\\?["\']\s{0,20}:')


def is_stubborn(given: KeyInput) -> bool:
    """Tell whether to try this key in a child process first: RSA private, or encrypted.

    Such a key can hold every thread for minutes in the library's validation, so `try_key` runs
    where it can be ended. Quick for every input, and never raises; true for a few harmless texts.
    """
    if given.format == "secret" or len(given.octets) > LIMIT_OCTETS:
        return False
    if _stubborn_der(given.octets):
        return True
    found = key_text(given.octets)
    if found is None:
        return False
    if armoured(found.text):
        return any(
            block.cipher != ""
            or block.label == "OPENSSH PRIVATE KEY"
            or _stubborn_der(block.octets)
            for block in read_armour(found.text).blocks
        )
    if opens_json(given.octets) and _stubborn_json(found.text):
        return True
    body = bare_body(given.octets)
    return _locked_json(given) or (body is not None and _stubborn_der(body))


def _stubborn_json(text: str) -> bool:
    if any(word in text for word in LOCKED_LABELS):
        return True
    return "RSA" in text and PRIVATE_MEMBER.search(text) is not None


def _locked_json(given: KeyInput) -> bool:
    return given.format == "encrypted-jwk" or locked_jwk(given.octets) is not None


def _stubborn_der(octets: bytes) -> bool:
    shape = shape_of(octets)
    if shape is Shape.PKCS8:
        return RSA_OBJECT in octets[:64]
    return shape in (Shape.PKCS1_PRIVATE, Shape.ENCRYPTED, Shape.PKCS12)
