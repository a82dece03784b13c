"""SD-JWTs made for a test, over exactly the texts that it gives."""

import json

from tests.made import part, token

from jwtdesk.jose.selective.hashes import digest_of

SALT = "c2FsdA"


def disclosed(name: str | None, value: object, salt: object = SALT) -> str:
    """Return a disclosure of a member, or with the name None of a list entry."""
    return part(json.dumps([salt, value] if name is None else [salt, name, value]))


def digest(disclosure: str, hash_name: str = "sha-256") -> str:
    """Return the digest of a disclosure."""
    return digest_of(disclosure, hash_name)


def entry(disclosure: str) -> dict[str, str]:
    """Return what stands for a list entry that is disclosed."""
    return {"...": digest(disclosure)}


def holding(*disclosures: str, **claims: object) -> dict[str, object]:
    """Return an object with the `claims` and with the digests of the disclosures."""
    return {"_sd": [digest(one) for one in disclosures], **claims}


def sd_jwt(payload: object, *disclosures: str, binding: str = "") -> str:
    """Return an SD-JWT over `payload` (a JSON value, or a JSON text), signed with HMAC."""
    text = payload if isinstance(payload, str) else json.dumps(payload)
    return "~".join([token(text), *disclosures, binding])
