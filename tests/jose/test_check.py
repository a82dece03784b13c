"""Every answer about a signature, with the sentence a person reads."""

import hmac
import json
from collections.abc import Mapping

import pytest

from jwtdesk.jose.check import check_signature
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Signature
from jwtdesk.jose.verify import SignatureCode
from tests.jose.jwk_of import jwk_of
from tests.keys.locate import key_file, key_named

INPUT = b"eyJhbGciOiJIUzI1NiJ9.e30"


def _signed(name: str, alg: str, **header: Value) -> Signature:
    from jwtdesk.jose.algorithm import algorithm
    from jwtdesk.jose.sign import sign

    chosen = algorithm(alg)
    assert chosen is not None
    made = sign(chosen, key_named(name), INPUT)
    assert isinstance(made, bytes)
    return Signature({"alg": alg, **header}, "", made, INPUT)


def _keys(octets: bytes) -> Keys:
    found = read_key(KeyInput(octets))
    assert isinstance(found, Keys)
    return found


def _set(*members: Mapping[str, object]) -> Keys:
    return _keys(json.dumps({"keys": list(members)}).encode())


P256 = _keys(key_file("ec-p256-public-spki.pem"))
SECRET = _keys(b"a shared secret")
ES256 = _signed("ec-p256-private-pkcs8.pem", "ES256")
WRONG = Signature({"alg": "HS256"}, "", bytes(32), INPUT)


@pytest.mark.parametrize(
    ("signature", "keys", "code", "word"),
    [
        (ES256, P256, SignatureCode.VERIFIED, "right"),
        (ES256, None, SignatureCode.NO_KEY, "give the key"),
        (
            ES256,
            Unreadable(Problem("x", "The key is cut off.")),
            SignatureCode.KEY_UNUSABLE,
            "The key is cut off.",
        ),
        (
            ES256,
            _keys(key_file("ec-p384-public-spki.pem")),
            SignatureCode.KEY_UNUSABLE,
            "ES256 needs a P-256 key; this is P-384.",
        ),
        (
            ES256,
            SECRET,
            SignatureCode.KEY_UNUSABLE,
            "ES256 needs a P-256 key; this is a shared secret of 15 bytes.",
        ),
        (ES256, Keys((), "JWK Set"), SignatureCode.KEY_UNUSABLE, "There is no key here."),
        (WRONG, SECRET, SignatureCode.MISMATCH, "this key did not sign these bytes"),
        (
            Signature({"alg": "HS256"}, "", bytes(20), INPUT),
            SECRET,
            SignatureCode.MISMATCH,
            "20 bytes, but HS256 makes 32",
        ),
        (
            Signature({"alg": "RS256"}, "", bytes(20), INPUT),
            _keys(key_file("rsa-2048-public-spki.pem")),
            SignatureCode.MISMATCH,
            "20 bytes, but RS256 makes 256",
        ),
        (
            Signature({"alg": "EdDSA"}, "", bytes(20), INPUT),
            _keys(key_file("ed448-public-spki.pem")),
            SignatureCode.MISMATCH,
            "20 bytes, but EdDSA makes 114",
        ),
        (
            Signature({}, "", b"x", INPUT, Problem("signature-base64", "No base64url.")),
            SECRET,
            SignatureCode.MALFORMED,
            "No base64url.",
        ),
        (
            Signature({"alg": "HS256"}, "", b"", INPUT),
            SECRET,
            SignatureCode.MALFORMED,
            "no signature",
        ),
        (Signature({"alg": "none"}, "", b"", INPUT), None, SignatureCode.UNSECURED, "not signed"),
        (Signature({"alg": "none"}, "", b"x", INPUT), None, SignatureCode.MALFORMED, "none"),
        (
            Signature({"alg": "XX1"}, "", b"x", INPUT),
            SECRET,
            SignatureCode.UNSUPPORTED_ALGORITHM,
            "XX1",
        ),
        (
            Signature({"alg": "hs256"}, "", b"x", INPUT),
            SECRET,
            SignatureCode.UNSUPPORTED_ALGORITHM,
            "HS256 is meant",
        ),
        (
            Signature({"alg": ["HS256"]}, "", b"x", INPUT),
            SECRET,
            SignatureCode.UNSUPPORTED_ALGORITHM,
            "names no algorithm",
        ),
        (Signature({}, "", b"x", INPUT), None, SignatureCode.UNSUPPORTED_ALGORITHM, "no algorithm"),
    ],
)
def test_every_answer(
    signature: Signature, keys: Keys | Unreadable | None, code: SignatureCode, word: str
) -> None:
    """Each situation has its code, and a sentence that says what it is."""
    answer = check_signature(signature, keys)
    assert answer.code is code
    assert word in answer.text


def test_private_key_verifies_through_its_public_part() -> None:
    """The key that signs also checks."""
    answer = check_signature(ES256, _keys(key_file("ec-p256-private-sec1.pem")))
    assert answer.code is SignatureCode.VERIFIED


def test_inconsistent_private_key_verifies_through_its_public_part() -> None:
    """A key whose private part is wrong still checks with its sound public part."""
    keys = _keys(json.dumps({**jwk_of("ec-p256"), "d": jwk_of("ec-p256")["x"]}).encode())
    answer = check_signature(ES256, keys)
    assert answer.code is SignatureCode.VERIFIED
    assert answer.key is not None
    assert [one.code for one in answer.key.problems] == ["key-inconsistent"]


def _named(name: str, kid: str | None) -> dict[str, object]:
    members = jwk_of(name, private=False)
    return members if kid is None else {**members, "kid": kid}


@pytest.mark.parametrize(
    ("members", "kid", "code", "word"),
    [
        ([("rsa-2048", "a"), ("ec-p256", "b")], None, SignatureCode.VERIFIED, "“b” made it"),
        ([("rsa-2048", "a"), ("ec-p256", None)], "c", SignatureCode.VERIFIED, "key 2 of the set"),
        ([("rsa-2048", "a"), ("ec-p256", "b")], "b", SignatureCode.VERIFIED, "“b” made it"),
        (
            [("rsa-2048", "a"), ("ec-p256", "b")],
            "a",
            SignatureCode.KEY_UNUSABLE,
            "ES256 needs a P-256 key; this is an RSA key of 2,048 bits.",
        ),
        ([("ec-p256", "b")], "other", SignatureCode.VERIFIED, "this key made it"),
        (
            [("rsa-2048", "a"), ("ed25519", "b")],
            None,
            SignatureCode.KEY_UNUSABLE,
            "None of the 2 keys fits ES256.",
        ),
        ([("rsa-2048", "a"), ("ec-p256", "b")], 7, SignatureCode.VERIFIED, "“b” made it"),
    ],
)
def test_choice_within_a_set(
    members: list[tuple[str, str | None]], kid: Value, code: SignatureCode, word: str
) -> None:
    """The key that kid names is the only one tried; with no match, or no kid, all are."""
    keys = _set(*(_named(name, own) for name, own in members))
    signature = Signature({**ES256.header, "kid": kid}, "", ES256.octets, INPUT)
    answer = check_signature(signature, keys)
    assert answer.code is code
    assert word in answer.text
    assert answer.key in keys.members


def test_mismatch_in_a_set_says_that_the_kid_is_missing() -> None:
    """When kid names no key and none verifies, both are said."""
    two = [{"kty": "oct", "k": "YWFh", "kid": "a"}, {"kty": "oct", "k": "YmJi", "kid": "b"}]
    signature = Signature({"alg": "HS256", "kid": "c"}, "", bytes(32), INPUT)
    answer = check_signature(signature, _set(*two))
    assert answer.code is SignatureCode.MISMATCH
    assert "none of the 2 keys tried" in answer.text
    assert "No key of the set has the kid “c”." in answer.text


def test_kid_of_an_unusable_key() -> None:
    """A key that kid names and that cannot be used is the answer: no other takes its place."""
    keys = _set({"kty": "PQC", "kid": "a"}, _named("ec-p256", "b"))
    signature = Signature({**ES256.header, "kid": "a"}, "", ES256.octets, INPUT)
    answer = check_signature(signature, keys)
    assert answer.code is SignatureCode.KEY_UNUSABLE
    assert answer.text.startswith("Key 1 of the set cannot be used: The key type “PQC”")
    twice = _set({"kty": "PQC", "kid": "a"}, _named("ec-p256", "a"))
    assert check_signature(signature, twice).code is SignatureCode.VERIFIED


def test_an_empty_payload_may_travel_apart() -> None:
    """Whoever forgot to give it is told, instead of being told that the key is wrong."""
    empty = Signature({"alg": "HS256"}, "", bytes(32), b"e30.")
    answer = check_signature(empty, SECRET)
    assert answer.code is SignatureCode.MISMATCH
    assert "detached" in answer.text


def test_length_is_not_told_when_keys_differ() -> None:
    """With RSA keys of several sizes no one length is right."""
    small = jwk_of("rsa-1024", private=False)
    keys = _set(jwk_of("rsa-2048", private=False), small)
    answer = check_signature(Signature({"alg": "RS256"}, "", bytes(20), INPUT), keys)
    assert answer.code is SignatureCode.MISMATCH
    assert "20 bytes" not in answer.text


@pytest.mark.parametrize(
    ("signature", "key"),
    [
        (
            _signed("rsa-1024-private-pkcs8.pem", "RS256"),
            key_file("rsa-1024-private-pkcs8.pem"),
        ),
        (
            Signature({"alg": "HS256"}, "", hmac.digest(b"x", INPUT, "sha256"), INPUT),
            b"x",
        ),
    ],
)
def test_weak_keys_compute(signature: Signature, key: bytes) -> None:
    """Weakness is a finding, not a refusal: a one-byte secret and RSA of 1,024 bits verify."""
    assert check_signature(signature, _keys(key)).code is SignatureCode.VERIFIED
