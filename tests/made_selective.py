"""SD-JWTs made for a test, over exactly the texts that it gives."""

import json

from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.selective.hashes import digest_of
from jwtdesk.jose.sign import sign
from tests.jose.jwk_of import jwk_of
from tests.keys.locate import key_file
from tests.made import part, token

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


def holder(name: str = "ec-p256") -> Key:
    """Return the private test key `name`, as a holder has it."""
    keys = read_key(KeyInput(key_file(f"{name}-private-pkcs8.pem")))
    assert isinstance(keys, Keys)
    return keys.members[0]


def confirmed(name: str = "ec-p256", **members: object) -> dict[str, object]:
    """Return a `cnf` with the public test key `name`."""
    return {"jwk": {**jwk_of(name, private=False), **members}}


def kb_jwt(
    presentation: str,
    key: Key | None = None,
    *,
    header: dict[str, object] | None = None,
    without: tuple[str, ...] = (),
    alg: str = "ES256",
    **claims: object,
) -> str:
    """Return a key binding JWT for `presentation`, with other members where a test wants them."""
    right = {"iat": 1_000, "aud": "us", "nonce": "n", "sd_hash": digest_of(presentation, "sha-256")}
    said = {name: one for name, one in (right | claims).items() if name not in without}
    top = {"alg": alg, "typ": "kb+jwt"} | (header or {})
    start = f"{part(json.dumps(top))}.{part(json.dumps(said))}"
    chosen = algorithm(alg)
    assert chosen is not None
    made = sign(chosen, key or holder(), start.encode())
    assert isinstance(made, bytes)
    return f"{start}.{encode(made)}"
