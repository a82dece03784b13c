"""Which key can serve which algorithm, and the sentence when it cannot."""

import json

import pytest

from jwtdesk.jose.algorithm import algorithm, algorithms
from jwtdesk.jose.key_fit import misfit
from tests.jose.jwk_of import jwk_of
from tests.keys.locate import key_named, key_of

KEYS = {
    "rsa-2048": ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    "rsa-1024": ("RS256", "RS384", "RS512", "PS256", "PS384"),
    "ec-p256": ("ES256",),
    "ec-p384": ("ES384",),
    "ec-p521": ("ES512",),
    "ec-secp256k1": ("ES256K",),
    "ed25519": ("Ed25519", "EdDSA"),
    "ed448": ("Ed448", "EdDSA"),
    "x25519": (),
    "ml-dsa-44": ("ML-DSA-44",),
    "ml-dsa-87": ("ML-DSA-87",),
}


@pytest.mark.parametrize("name", KEYS)
def test_key_serves_exactly_its_algorithms(name: str) -> None:
    """A key fits the algorithms of its type and curve, and none asks for nothing."""
    key = key_named(f"{name}-private-pkcs8.pem")
    fitting = [one.name for one in algorithms() if misfit(one, key, signing=True) is None]
    assert tuple(fitting) == (*KEYS[name], "none")


@pytest.mark.parametrize(
    ("alg", "file", "sentence"),
    [
        ("ES256", "ec-p384-public-spki.pem", "ES256 needs a P-256 key; this is P-384."),
        (
            "ES256K",
            "ec-p256-public-spki.pem",
            "ES256K needs a secp256k1 key; this is P-256.",
        ),
        (
            "HS256",
            "rsa-2048-public-spki.pem",
            "HS256 needs a shared secret; this is an RSA key of 2,048 bits.",
        ),
        (
            "RS256",
            "ed25519-public-spki.pem",
            "RS256 needs an RSA key; this is a key of type Ed25519.",
        ),
        (
            "EdDSA",
            "x25519-public-spki.pem",
            (
                "EdDSA needs an Ed25519 or Ed448 key; "
                "this is an X25519 key, which encrypts but cannot sign."
            ),
        ),
        (
            "ML-DSA-44",
            "ml-dsa-65-public-spki.pem",
            "ML-DSA-44 needs an ML-DSA-44 key; this is a key of type ML-DSA-65.",
        ),
        (
            "PS512",
            "rsa-1024-private-pkcs8.pem",
            "PS512 needs an RSA key of at least 1,034 bits; this one has 1,024.",
        ),
        (
            "ES256",
            "ec-p256-public-spki.pem",
            "This is a public key: it can check, but signing needs the private one.",
        ),
    ],
)
def test_sentence_says_what_is_needed_and_what_is_there(alg: str, file: str, sentence: str) -> None:
    """A misfit names the algorithm, what it needs and what it got."""
    chosen = algorithm(alg)
    assert chosen is not None
    problem = misfit(chosen, key_named(file), signing=True)
    assert problem is not None
    assert problem.message == sentence


@pytest.mark.parametrize(("text", "size"), [(b"x", "1 byte."), (b"y" * 32, "32 bytes.")])
def test_secret_for_another_algorithm(text: bytes, size: str) -> None:
    """A secret offered for RSA is called a secret, with its length."""
    chosen = algorithm("RS256")
    assert chosen is not None
    problem = misfit(chosen, key_of(text), signing=False)
    assert problem is not None
    assert problem.message == f"RS256 needs an RSA key; this is a shared secret of {size}"


def test_inconsistent_key_cannot_sign() -> None:
    """A key left public because its parts disagree says that, not that it is public."""
    chosen = algorithm("ES256")
    assert chosen is not None
    key = key_of(json.dumps({**jwk_of("ec-p256"), "d": jwk_of("ec-p256")["x"]}).encode())
    problem = misfit(chosen, key, signing=True)
    assert problem is not None
    assert problem.code == "key-inconsistent"
    assert misfit(chosen, key, signing=False) is None
