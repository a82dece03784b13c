"""One door for signatures and for encryption, and what a report makes of it."""

import json

import pytest

from jwtdesk.analysis.checks import checked
from jwtdesk.analysis.inspect import inspect
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from tests.jose.encryption_keys import keys_of, sealed, secret
from tests.keys.locate import key_file
from tests.made import SECRET, part, token

JWK = secret(b"k" * 16)
KEY = json.dumps(JWK).encode()
CLAIMS = b'{"iss":"joe","exp":1800000000}'
WRAPPED = sealed({"alg": "A128KW", "enc": "A128GCM"}, CLAIMS, keys_of(JWK))


def test_a_signature_is_checked_and_the_token_stays() -> None:
    """One answer for each signature."""
    read = read_token(token())
    found = checked(read, read_key(KeyInput(SECRET)))
    assert found.token is read
    assert [one.code.value for one in found.answers] == ["verified"]


def test_an_encrypted_token_comes_back_with_its_payload() -> None:
    """One answer for each recipient."""
    found = checked(read_token(WRAPPED), read_key(KeyInput(KEY)))
    assert found.token.payload_octets == CLAIMS
    assert [one.code.value for one in found.answers] == ["decrypted"]


def test_the_report_tells_what_was_inside() -> None:
    """Payload, claims and dates, as of a signed token."""
    report = inspect(WRAPPED.encode(), KEY, now=1_799_999_000).as_json()
    assert report["kind"] == "jwe"
    assert report["payload"] == json.loads(CLAIMS)
    assert report["payload_text"] == CLAIMS.decode()
    assert report["header"] == {"alg": "A128KW", "enc": "A128GCM"}
    signature = report["signature"]
    assert isinstance(signature, dict)
    assert (signature["state"], signature["code"]) == ("ok", "decrypted")
    assert str(report["headline"]).startswith("Decrypted, and the token is in date")
    assert report["signatures"] == []


def test_octets_that_are_no_text_have_no_payload_text() -> None:
    """DESIGN: null where the octets are not UTF-8."""
    binary = sealed({"alg": "dir", "enc": "A128GCM"}, b"\xff", keys_of(JWK))
    report = inspect(binary.encode(), KEY, now=0).as_json()
    assert (report["payload"], report["payload_text"]) == (None, None)
    assert report["structure"] == inspect(binary.encode(), None, now=0).as_json()["structure"]


def test_every_recipient_has_its_lamp() -> None:
    """The first is for someone else."""
    value = {"protected": part('{"enc":"A128GCM"}'), "iv": "A" * 16, "tag": "A" * 22}
    heads = [{"header": {"alg": "RSA-OAEP"}, "encrypted_key": "AA"}, {"header": {"alg": "dir"}}]
    text = json.dumps({**value, "ciphertext": "AA", "recipients": heads})
    report = inspect(text.encode(), KEY, now=0).as_json()
    assert report["kind"] == "jwe-json"
    signatures = report["signatures"]
    assert isinstance(signatures, list)
    assert [one["lamp"]["code"] for one in signatures] == ["key-unusable", "cannot-decrypt"]
    assert [one["header"]["alg"] for one in signatures] == ["RSA-OAEP", "dir"]


@pytest.mark.parametrize(
    ("labels", "code"),
    [({"use": "sig"}, "key-use-mismatch"), ({"key_ops": ["wrapKey"]}, "key-ops-mismatch")],
)
def test_mathematics_and_policy_are_told_apart(labels: dict[str, object], code: str) -> None:
    """It opens; that the key forbids it makes the policy bad."""
    verdict = inspect(WRAPPED.encode(), json.dumps({**JWK, **labels}).encode(), now=0).verdict
    assert (verdict.signature.code, verdict.policy.state.value) == ("decrypted", "bad")
    assert verdict.policy.code == code


def test_an_open_door_for_everyone_is_said() -> None:
    """Whoever has the public key can write: the line below the headline says so."""
    private = key_file("rsa-2048-private-pkcs8.pem")
    text = sealed({"alg": "RSA-OAEP-256", "enc": "A128GCM"}, CLAIMS, keys_of(private))
    report = inspect(text.encode(), private, now=0)
    assert "anyone who has the public key could have encrypted this" in report.verdict.reason
    assert report.key is not None
    assert report.key.private


def test_a_secret_text_is_the_key_itself() -> None:
    """DESIGN: for `dir` and PBES2 the octets of the secret count."""
    for alg in ("dir", "PBES2-HS256+A128KW"):
        text = sealed({"alg": alg, "enc": "A128GCM"}, CLAIMS, keys_of(b"sixteen letters!"))
        assert (
            inspect(text.encode(), b"sixteen letters!", now=0).verdict.signature.code == "decrypted"
        )
