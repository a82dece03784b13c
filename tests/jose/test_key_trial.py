"""The library's own validation, whose words are never shown."""

import json

import pytest

from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_trial import try_key
from jwtdesk.jose.material.rsa_signing import RsaSigning
from jwtdesk.jose.thumbprint import unsigned
from tests.jose.jwk_of import jwk_of
from tests.keys.locate import PASSPHRASE, key_file

RSA = jwk_of("rsa-2048")


def _composite() -> dict[str, str]:
    """Return a key whose numbers agree but whose p is no prime (p has the factor 3)."""
    p, q, e = 3 * (2**521 - 1), 2**607 - 1, 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    numbers = {"n": p * q, "e": e, "d": d, "p": p, "q": q, "dp": d % (p - 1), "dq": d % (q - 1),
               "qi": pow(q, -1, p)}  # fmt: skip
    return {"kty": "RSA", **{name: unsigned(value) for name, value in numbers.items()}}


@pytest.mark.parametrize(
    "octets",
    [
        json.dumps(RSA).encode(),
        json.dumps({name: RSA[name] for name in ("kty", "n", "e", "d")}).encode(),
        key_file("rsa-2048-private-encrypted-pkcs8.pem"),
        key_file("rsa-2048.p12"),
        b"a shared secret",
    ],
)
def test_sound_key_passes(octets: bytes) -> None:
    """A key that the library accepts gives no problem."""
    assert try_key(KeyInput(octets, passphrase=PASSPHRASE)) is None


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (json.dumps(_composite()).encode(), "key-inconsistent"),
        (key_file("rsa-2048.p12"), "key-encrypted"),
        (b"-----BEGIN PRIVATE KEY-----", "pem-empty"),
    ],
)
def test_unsound_key_is_refused(octets: bytes, code: str) -> None:
    """A key that only the slow validation can tell is refused in our own words."""
    problem = try_key(KeyInput(octets))
    assert problem is not None
    assert problem.code == code


def test_panic_is_contained(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that is no Exception, as the library throws, becomes a sentence."""

    def panic(*_: object, **__: object) -> None:
        raise BaseException("d = 12345")  # noqa: TRY002 - what pyo3 raises is no Exception either

    monkeypatch.setattr(RsaSigning, "load", panic)
    problem = try_key(KeyInput(json.dumps(RSA).encode()))
    assert problem is not None
    assert "12345" not in problem.message
