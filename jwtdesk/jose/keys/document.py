"""Any JSON with keys inside it: service accounts, certificate maps, discovery documents."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import note, too_large
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from jwtdesk.jose.armour import Block

MOST_KEYS, MOST_VALUES = 100, 20_000
# Each costs up to some seconds to open.
MOST_ENCRYPTED = 2
LONGEST_URL = 200


def _score(octets: bytes) -> float:
    from jwtdesk.jose.jwk.kind import JsonKind, json_kind

    return 0.92 if json_kind(octets) is JsonKind.OTHER else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    from jwtdesk.jose.jwk.parse import parse_json
    from jwtdesk.jose.merge import merged

    parsed = too_large(given.octets) or parse_json(given.octets)
    if isinstance(parsed, Problem):
        return Unreadable(parsed)
    notes = list(parsed.notes)
    found = [key for _, key in zip(range(MOST_KEYS), _keys(parsed.value, given), strict=False)]
    members = merged(one for one in found if isinstance(one, Key))
    faults = [one for one in found if isinstance(one, Problem)]
    if not members:
        return Unreadable(faults[0] if faults else _nothing(parsed.value))
    notes.append(note("document-key", tr("The key was found inside a larger JSON text.")))
    left = (Problem(one.code, one.message, one.span, Severity.WARNING) for one in faults)
    return Keys(members, tr("JSON with a key inside"), len(members) > 1, (*notes, *left))


def _keys(root: object, given: KeyInput) -> Iterator[Key | Problem]:
    from jwtdesk.jose.jwk.read import read_jwk
    from jwtdesk.jose.pem_block import read_block

    waiting: list[tuple[str | None, object]] = [(None, root)]
    closed = 0
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        kid, value = waiting.pop()
        if isinstance(value, dict) and "kty" in value:
            yield read_jwk(value, probe=False)
        elif isinstance(value, dict):
            waiting.extend(reversed(_named(value)))
        elif isinstance(value, list):
            waiting.extend((kid, one) for one in reversed(value))
        elif isinstance(value, str):
            for block in _blocks(value):
                closed += block.encrypted
                if not block.encrypted or closed <= MOST_ENCRYPTED:
                    yield _named_key(kid, read_block(block, given.passphrase, []))


def _blocks(text: str) -> "tuple[Block, ...]":
    """Return the PEM blocks in `text`, or its one bare base64 body as a block without a label."""
    from jwtdesk.jose.armour import Block, armoured, read_armour
    from jwtdesk.jose.bare_base64 import bare_body

    if armoured(text):
        return read_armour(text).blocks
    body = bare_body(text.encode("utf-8", "replace")) if text[:1] == "M" else None
    return () if body is None else (Block("", body),)


def _named_key(kid: str | None, read: Key | Problem) -> Key | Problem:
    return replace(read, kid=kid) if isinstance(read, Key) else read


def _named(members: dict[str, object]) -> list[tuple[str | None, object]]:
    """Return the values of an object, each with the `kid` that the object gives it, if any.

    A map of PEM texts names each; a service account names its one key beside it.
    """
    from jwtdesk.jose.armour import armoured

    if all(isinstance(one, str) and armoured(one) for one in members.values()):
        return list(members.items())
    own = members.get("private_key_id")
    return [(own if isinstance(own, str) else None, one) for one in members.values()]


def _nothing(value: object) -> Problem:
    where = value.get("jwks_uri") if isinstance(value, dict) else None
    if isinstance(where, str):
        return Problem(
            "key-discovery-document",
            tr(
                "This is a discovery document. It holds no keys, but says where they are: {url}",
                url=where[:LONGEST_URL],
            ),
        )
    return Problem(
        "document-no-key",
        tr(
            "This JSON holds no key: a JWK has a member kty. "
            "If the text itself is the secret, choose Shared secret."
        ),
    )


KEY_FORMAT = KeyFormat("document", "JSON with a key inside", 32, _score, _read)
