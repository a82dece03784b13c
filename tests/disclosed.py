"""Tokens with selective disclosure made for a test, from exactly the elements that it gives."""

import hashlib
import json
from collections.abc import Mapping

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.algorithms import ECAlgorithm

from jwtdesk.jose.base64url import encode
from tests.keys.locate import key_file
from tests.made import SECRET, token

HOLDER = key_file("ec-p256-private-pkcs8.pem")
SALT = "c2FsdC1vZi0xNi1vY3RldHM"


def disclosure(*elements: object) -> str:
    """Return the disclosure of `elements`, after a salt: a name and a value, or a value alone."""
    return encode(json.dumps([SALT, *elements], ensure_ascii=False).encode())


def digest(text: str) -> str:
    """Return the digest of a disclosure (SHA-256)."""
    return encode(hashlib.sha256(text.encode()).digest())


def entry(text: str) -> dict[str, str]:
    """Return what stands in a list in the place of the disclosure `text`."""
    return {"...": digest(text)}


def issued(
    claims: Mapping[str, object], *disclosures: str, ending: str = "", secret: bytes = SECRET
) -> str:
    """Return an SD-JWT over `claims`, with `disclosures` and perhaps a key binding."""
    return "~".join((token(json.dumps(claims), secret=secret), *disclosures, ending))


NAME = disclosure("given_name", "Ada")
STREET = disclosure("street", "1 Main Street")
ADDRESS = disclosure("address", {"city": "London", "_sd": [digest(STREET)]})
ROLE = disclosure("admin")
CLAIMS = {
    "iss": "https://id.example",
    "_sd": [digest(NAME), digest(ADDRESS), digest("a decoy")],
    "roles": ["reader", entry(ROLE)],
}
PERSON = issued(CLAIMS, NAME, ADDRESS, STREET, ROLE)
"""A name, an address with a street inside it, a role in a list, and one decoy."""


def holder_claims() -> dict[str, object]:
    """Return the claim that names `HOLDER` as the key of the token's holder."""
    private = load_pem_private_key(HOLDER, None)
    assert isinstance(private, EllipticCurvePrivateKey)
    return {"cnf": {"jwk": ECAlgorithm.to_jwk(private.public_key(), as_dict=True)}}


def bound(presented: str, aud: str, nonce: str, iat: int) -> str:
    """Return `presented` with a key binding by `HOLDER`."""
    claims = {"aud": aud, "nonce": nonce, "iat": iat, "sd_hash": digest(presented)}
    return presented + jwt.encode(claims, HOLDER, "ES256", {"typ": "kb+jwt"})
