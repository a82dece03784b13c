"""Whether a key binding belongs to just these disclosures: its `sd_hash` (RFC 9901 4.3.1)."""

import hashlib
from binascii import b2a_base64
from collections.abc import Iterator, Mapping

from jwtdesk.analysis.quoted import instead
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.selective.hashes import HASHES, digest_of
from jwtdesk.jose.token import Selective
from jwtdesk.jose.words import tr

_URL = str.maketrans("+/", "-_")


def digest_fault(claims: Mapping[str, Value], selective: Selective) -> Problem | None:
    """Return why the `claims` of a key binding do not cover just this presentation."""
    found = claims.get("sd_hash")
    if "sd_hash" not in claims:
        message = tr("The key binding has no “sd_hash”, so that it is bound to no presentation.")
        return Problem("kb-sd-hash", message)
    if not isinstance(found, str):
        message = tr(
            "“sd_hash” of the key binding must be a text; it is {found}.", found=instead(found)
        )
        return Problem("kb-sd-hash", message)
    if not selective.hash_name:
        message = tr("“sd_hash” cannot be checked: the hash that the token names is not known.")
        return Problem("kb-sd-hash", message, severity=Severity.WARNING)
    bound = selective.bound.decode("utf-8", "surrogatepass")
    if found == digest_of(bound, selective.hash_name):
        return None
    tried = _tried(bound, selective.hash_name)
    message = next((why for made, why in tried if made == found), "") or tr(
        "“sd_hash” belongs to another presentation: disclosures were added, removed or "
        "changed after the holder had signed."
    )
    return Problem("kb-sd-hash", message)


def _tried(bound: str, hash_name: str) -> Iterator[tuple[str, str]]:
    """Yield digests made in the wrong ways that occur, each with the sentence about it."""
    for other in HASHES.keys() - {hash_name}:
        message = tr(
            "“sd_hash” is made with {other}; the token says {named}.", other=other, named=hash_name
        )
        yield digest_of(bound, other), message
    message = tr("“sd_hash” leaves the last tilde (~) out: it must be made with it.")
    yield digest_of(bound[:-1], hash_name), message
    message = tr("“sd_hash” is made of the issuer's part alone: the disclosures must be in it.")
    issued = bound.partition("~")[0]
    for part in (f"{issued}~", issued):
        yield digest_of(part, hash_name), message
    octets = hashlib.new(HASHES[hash_name], bound.encode("utf-8", "surrogatepass")).digest()
    standard = b2a_base64(octets, newline=False).decode("ascii")
    message = tr("“sd_hash” is right, but not written in base64url without padding.")
    for spelled in (standard, standard.rstrip("="), standard.translate(_URL), octets.hex()):
        yield spelled, message
