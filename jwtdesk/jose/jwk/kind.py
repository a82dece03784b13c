"""Which kind of JSON key text some octets are, before any key in them is read."""

import re
from enum import Enum

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jwk.parse import opens_json, parse_json
from jwtdesk.jose.problem import Problem

TYPE_MEMBER = re.compile(rb"kty\\?[\"']")


class JsonKind(Enum):
    """One key, a set of keys, some other JSON, or no JSON at all."""

    KEY = "key"
    SET = "set"
    OTHER = "other"
    NONE = "none"


# Each of the JSON formats asks, and reading does once more.
@remembered(2)
def json_kind(octets: bytes) -> JsonKind:
    """Return what the octets are; a broken JSON that mentions `kty` counts as one key."""
    if not opens_json(octets):
        return JsonKind.NONE
    parsed = parse_json(octets)
    if isinstance(parsed, Problem):
        meant = TYPE_MEMBER.search(octets.replace(b"\0", b"")) is not None
        return JsonKind.KEY if meant else JsonKind.NONE
    value = parsed.value
    if isinstance(value, dict) and "kty" in value:
        return JsonKind.KEY
    if isinstance(value, dict) and isinstance(value.get("keys"), list):
        return JsonKind.SET
    if isinstance(value, list) and any(isinstance(one, dict) and "kty" in one for one in value):
        return JsonKind.SET
    return JsonKind.OTHER if isinstance(value, dict | list) else JsonKind.NONE
