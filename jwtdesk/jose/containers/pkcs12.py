"""The encrypted private key inside a PKCS#12 file (RFC 7292), found without opening the rest."""

from jwtdesk.jose.der import OCTET_STRING, SEQUENCE, Der, Malformed
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

DATA = "1.2.840.113549.1.7.1"
KEY_BAG = "1.2.840.113549.1.12.10.1.1"
SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2"
EXPLICIT = 0xA0


def key_bag(octets: bytes) -> bytes | Problem:
    """Return the PKCS#8 octets, plain or encrypted, of the first key in a PKCS#12 file.

    Certificates and the integrity check are left alone; never raises.
    """
    try:
        fields = Der(octets).sequence()
        fields.number()
        for safe in _contents(fields.sequence()):
            for kind, value in _bags(safe):
                if kind in (KEY_BAG, SHROUDED_KEY_BAG):
                    return value
    except Malformed:
        return Problem(
            "der-malformed", tr("This looks like a PKCS#12 file, but its structure is damaged.")
        )
    return Problem("pkcs12-no-key", tr("No private key was found in this PKCS#12 file."))


def _contents(info: Der) -> list[Der]:
    safes = Der(_data(info)).sequence()
    found = []
    while safes.peek() == SEQUENCE:
        one = safes.sequence()
        if one.object_id() == DATA:
            found.append(Der(Der(one.take(EXPLICIT)).take(OCTET_STRING)).sequence())
    return found


def _data(info: Der) -> bytes:
    if info.object_id() != DATA:
        raise Malformed
    return Der(info.take(EXPLICIT)).take(OCTET_STRING)


def _bags(safe: Der) -> list[tuple[str, bytes]]:
    found = []
    while safe.peek() == SEQUENCE:
        bag = safe.sequence()
        found.append((bag.object_id(), bag.take(EXPLICIT)))
    return found
