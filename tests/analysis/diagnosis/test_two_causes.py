"""Two things wrong at once."""

import base64

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from tests.analysis.diagnosis.making import (
    CLAIMS,
    SECRET,
    causes,
    ec_key,
    header,
    part,
    public,
    riddle,
    rsa_key,
    shown_instead,
    signature,
    token,
)

B64 = base64.b64encode(bytes(range(180, 220)))
RAW = base64.b64decode(B64)


def hexed(made: str) -> str:
    """Return a token with its signature in hexadecimal."""
    head, body, last = made.split(".")
    return f"{head}.{body}.{base64.urlsafe_b64decode(last + '==').hex()}"


LIES, RENAMED = token("HS512", RAW, head=header("HS256")), header("HS256")
SECRETS = [
    ({"secret-base64", "other-algorithm"}, LIES, B64),
    ({"secret-base64", "other-algorithm"}, shown_instead(token("HS512", RAW), head=RENAMED), B64),
    ({"secret-base64", "signature-hex"}, hexed(token("HS256", RAW)), B64),
    ({"other-algorithm", "signature-hex"}, hexed(token("HS384", SECRET, head=RENAMED)), SECRET),
]


@pytest.mark.parametrize(("ids", "made", "given"), SECRETS)
def test_a_secret_and_something_else(ids: set[str], made: str, given: bytes) -> None:
    """Each cause has its card, and both cards the same mend."""
    assert causes(riddle(made, given)) == ids


def test_der_in_hexadecimal() -> None:
    """What command lines print."""
    message = f"{part(header('ES256'))}.{part(CLAIMS)}"
    made = ec_key().sign(message.encode(), ec.ECDSA(hashes.SHA256()))
    case = riddle(f"{message}.{made.hex()}", public(ec_key()))
    assert causes(case) == {"signature-hex", "ecdsa-der"}


def test_hexadecimal_and_another_hash() -> None:
    """Under RSA."""
    case = riddle(hexed(token("RS512", rsa_key(), head=header("RS256"))), public(rsa_key()))
    assert causes(case) == {"signature-hex", "other-algorithm"}


def test_rewritten_json_and_another_hash() -> None:
    """A changed payload layout under a header that lies."""
    made = token("HS384", SECRET, head=header("HS256"), claims='{"a": 1, "b": 2}')
    case = riddle(shown_instead(made, claims='{"a":1,"b":2}'), SECRET)
    assert causes(case) == {"reserialized", "other-algorithm"}


def test_two_steps_of_a_secret() -> None:
    """Quoted after it was hashed and written as text."""
    import hashlib

    made = hashlib.sha256(b"pass").hexdigest().encode()
    case = riddle(token("HS256", b'"' + made + b'"'), b"pass")
    assert causes(case) == {"secret-hashed", "secret-quoted"}
    assert len(signature("HS256", b"", SECRET)) == 32
