"""The test keys as JWK members, written by the project's libraries and not by the project."""

from base64 import urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

from tests.keys.locate import key_file


def _b64(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()


def jwk_of(name: str, *, private: bool = True) -> dict[str, Any]:
    """Return the members of the test key `name` ("ec-p256")."""
    loaded: Any = load_pem_private_key(key_file(f"{name}-private-pkcs8.pem"), None)
    key = loaded if private else loaded.public_key()
    if name.startswith("rsa"):
        members = RSAAlgorithm.to_jwk(key, as_dict=True)
        return {one: value for one, value in members.items() if one != "key_ops"}
    if name.startswith("ec"):
        return dict(ECAlgorithm.to_jwk(key, as_dict=True))
    if name.startswith("ed"):
        return dict(OKPAlgorithm.to_jwk(key, as_dict=True))
    public = loaded.public_key().public_bytes_raw()
    if name.startswith("x"):
        members = {"kty": "OKP", "crv": name.title(), "x": _b64(public)}
        return {**members, "d": _b64(loaded.private_bytes_raw())} if private else members
    members = {"kty": "AKP", "alg": name.upper(), "pub": _b64(public)}
    return {**members, "priv": _b64(loaded.private_bytes_raw())} if private else members
