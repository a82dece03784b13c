"""The keys that a token brings along in its own header: they prove nothing about who signed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import KeyInput


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A key from the header member `member` ("jwk" or "x5c"), as a text that can be read."""

    member: str
    given: KeyInput


def own_keys(header: Mapping[str, Value]) -> tuple[OwnKey, ...]:
    """Return what `jwk` and `x5c` of a JOSE header offer (RFC 7515 sections 4.1.3 and 4.1.6).

    The certificate of a chain is its first, whose key is meant. A private `jwk` is offered too:
    that it is there is the finding. Whether a key can be read is not judged here. Never raises.
    """
    found = []
    jwk, chain = header.get("jwk"), header.get("x5c")
    if isinstance(jwk, dict) and "kty" in jwk:
        text = json.dumps(jwk, indent=2, ensure_ascii=False, default=str)
        found.append(OwnKey("jwk", KeyInput(text.encode("utf-8", "backslashreplace"))))
    first = chain[0] if isinstance(chain, list) and chain else None
    if isinstance(first, str) and first:
        found.append(OwnKey("x5c", KeyInput(first.encode("utf-8", "backslashreplace"))))
    return tuple(found)
