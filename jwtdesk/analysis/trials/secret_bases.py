"""Where the octets of a shared secret may come from, given what the user entered."""

import json
from dataclasses import dataclass, field

from jwtdesk.analysis.hypothesis import Case
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import KeyInput, Keys, SecretEncoding
from jwtdesk.jose.secret_text import secret_octets

MOST_SECRETS = 12
# Longer texts are no secrets; each is tried in a thousand forms.
LONGEST = 16_384


@dataclass(frozen=True, slots=True)
class SecretBase:
    """A secret as text, and the encoding it is being read in."""

    octets: bytes = field(repr=False)
    encoding: SecretEncoding = SecretEncoding.UTF8

    @property
    def read(self) -> bytes | None:
        """The secret as it is read now, None when it cannot be."""
        found = secret_octets(self.octets, self.encoding)
        return found if isinstance(found, bytes) else None


def secret_bases(case: Case) -> tuple[SecretBase, ...]:
    """Return the secrets of `case`: the text given, or the `k` of each secret JWK.

    Empty when the key is of another type: its text is no secret, but for the key confusion.
    """
    given = case.given
    if not given.octets or len(given.octets) > LONGEST:
        return ()
    members = case.keys.members if isinstance(case.keys, Keys) else ()
    if any(one.type is not KeyType.OCT for one in members):
        return ()
    inside = _members(given) if given.format != "secret" else []
    if inside:
        return tuple(SecretBase(one, SecretEncoding.BASE64URL) for one in inside[:MOST_SECRETS])
    return (SecretBase(given.octets, given.encoding),)


def _members(given: KeyInput) -> list[bytes]:
    """Return the text of every `k` in a JWK or JWK Set; none for any other text."""
    if given.octets.lstrip()[:1] not in (b"{", b"["):
        return []
    try:
        value = json.loads(given.octets)
    except (ValueError, RecursionError):
        return []
    listed = value.get("keys", [value]) if isinstance(value, dict) else value
    owners = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    spelled = [one.get("k") for one in owners]
    return [one.encode("utf-8", "surrogatepass") for one in spelled if isinstance(one, str)]
