"""Signatures of Wycheproof and of the RFCs, judged over their raw octets."""

import json
from base64 import urlsafe_b64decode
from typing import Any

import pytest

from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.key_rules import forbidden
from jwtdesk.jose.thumbprint import base64url
from jwtdesk.jose.verify import verify_octets
from tests.vectors.locate import vectors

PRIMITIVES = {
    # file, alg
    "ecdsa_secp256r1_sha256_p1363_test.json": "ES256",
    "ecdsa_secp384r1_sha384_p1363_test.json": "ES384",
    "ed25519_test.json": "Ed25519",
    "hmac_sha256_test.json": "HS256",
    "hmac_sha512_test.json": "HS512",
    "mldsa_44_verify_test.json": "ML-DSA-44",
    "mldsa_87_verify_test.json": "ML-DSA-87",
    "rsa_pss_2048_sha256_mgf1_32_test.json": "PS256",
    "rsa_signature_2048_sha256_test.json": "RS256",
}


def _octets(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _json(name: str) -> Any:
    return json.loads(vectors(name).read_text(encoding="utf-8"))


def _key(alg: str, group: dict[str, Any], test: dict[str, Any]) -> bytes:
    if alg.startswith("HS"):
        return bytes.fromhex(test["key"])
    if alg.startswith("ML"):
        pub = base64url(bytes.fromhex(group["publicKey"]))
        return json.dumps({"kty": "AKP", "alg": alg, "pub": pub}).encode()
    return str(group["publicKeyPem"]).encode()


def _applies(alg: str, group: dict[str, Any], test: dict[str, Any]) -> bool:
    """JOSE has neither truncated MACs nor signing contexts."""
    if alg.startswith("HS"):
        return bool(group["tagSize"] == int(alg[2:]))
    return not test.get("ctx")


@pytest.mark.parametrize(("file", "alg"), PRIMITIVES.items(), ids=PRIMITIVES)
def test_primitive_vectors(file: str, alg: str) -> None:
    """Every vector of the primitive gets the verdict that Wycheproof gives it."""
    wrong, count = [], 0
    for group in _json(f"wycheproof-prim/{file}")["testGroups"]:
        for test in group["tests"]:
            if not _applies(alg, group, test):
                continue
            count += 1
            signature = bytes.fromhex(test.get("sig", test.get("tag")))
            message = bytes.fromhex(test["msg"])
            verdict = verify_octets(alg, _key(alg, group, test), message, signature)
            if verdict != (test["result"] == "valid"):
                wrong.append(test["tcId"])
    assert count > 50
    assert not wrong


def _expected() -> dict[int, str]:
    overrides = _json("wycheproof-jose/EXPECTATION_OVERRIDES.json")
    table = overrides["json_web_signature_test.json"].items()
    return {int(number): one["use"] for numbers, one in table for number in numbers.split(",")}


def _compact(text: object) -> tuple[str, bytes, bytes] | None:
    """Return alg, signed octets and signature of a text that splits and decodes, else None."""
    if not isinstance(text, str) or text.count(".") != 2:
        return None
    signed, _, signature = text.rpartition(".")
    try:
        alg = json.loads(_octets(signed.split(".")[0]))["alg"]
        return (alg, signed.encode(), _octets(signature)) if isinstance(alg, str) else None
    except (ValueError, KeyError, TypeError):
        return None


@pytest.mark.parametrize("part", ["public", "private"])
def test_jws_vectors(part: str) -> None:
    """Every JWS that can be split gets the mathematical verdict, under either half of its key."""
    expected, wrong, count = _expected(), [], 0
    for group in _json("wycheproof-jose/json_web_signature_test.json")["testGroups"]:
        for test in group["tests"] if part in group else ():
            parsed = _compact(test["jws"])
            if parsed is None:
                continue
            count += 1
            use = expected.get(test["tcId"], test["result"])
            verdict = verify_octets(parsed[0], json.dumps(group[part]).encode(), *parsed[1:])
            if verdict != use.startswith("valid") and use != "either":
                wrong.append(test["tcId"])
    assert count > 100
    assert not wrong


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ((332, 334, 336, 338, 340), "key-alg-mismatch"),
        ((353, 354), "key-use-mismatch"),
        ((355, 356), "key-ops-mismatch"),
    ],
)
def test_right_signature_under_a_forbidding_key(numbers: tuple[int, ...], code: str) -> None:
    """Where only the key's own labels forbid it, the mathematics say yes and the rules say why."""
    seen = set()
    for group in _json("wycheproof-jose/json_web_signature_test.json")["testGroups"]:
        for test in group["tests"]:
            if test["tcId"] not in numbers:
                continue
            parsed = _compact(test["jws"])
            found = read_key(KeyInput(json.dumps(group.get("public", group["private"])).encode()))
            assert parsed is not None
            assert isinstance(found, Keys)
            problems = [one.code for one in forbidden(parsed[0], found.members[0])]
            assert problems == [code], test["tcId"]
            seen.add(test["tcId"])
    assert seen


def test_ml_dsa_examples_of_rfc_9964() -> None:
    """The three signatures of RFC 9964 appendix A verify, and not over changed octets."""
    for example in _json("rfc-examples/rfc9964_mldsa.json"):
        parsed = _compact(example["compact"])
        assert parsed is not None
        alg, signed, signature = parsed
        key = json.dumps(example["key"]).encode()
        assert verify_octets(alg, key, signed, signature)
        assert not verify_octets(alg, key, signed + b"x", signature)


def test_provider_tokens() -> None:
    """Every token whose key file is given has the verdict that its makers meant."""
    wrong, count = [], 0
    for one in _json("provider-tokens/tokens.json"):
        parsed = _compact(one["token"])
        if parsed is None or not one.get("key_file") or one["verify"] not in ("valid", "invalid"):
            continue
        key = vectors(f"provider-tokens/{one['key_file']}").read_bytes()
        count += 1
        if verify_octets(parsed[0], key, *parsed[1:]) != (one["verify"] == "valid"):
            wrong.append(one["name"])
    assert count > 20
    assert not wrong


@pytest.mark.parametrize(
    "name",
    [
        "curve25519/jws",
        "jws/4_1.rsa_v15_signature",
        "jws/4_2.rsa-pss_signature",
        "jws/4_3.ecdsa_signature",
        "jws/4_4.hmac-sha2_integrity_protection",
        "jws/4_5.signature_with_detached_content",
        "jws/4_7.protecting_content_only",
    ],
)
def test_cookbook_signatures(name: str) -> None:
    """The signatures of RFC 7520 and RFC 8037 verify over the input they print."""
    example = _json(f"jose-cookbook/{name}.json")
    given, made = example["input"], example["signing"]
    key = json.dumps(given["key"]).encode()
    signed, signature = made["sig-input"].encode(), _octets(made["sig"])
    assert verify_octets(given["alg"], key, signed, signature)
    assert not verify_octets(given["alg"], key, signed + b".", signature)


def test_cookbook_unencoded_payload() -> None:
    """The signature over an unencoded payload verifies over its raw octets (RFC 7797)."""
    example = _json("jose-cookbook/rfc7797/hmac-sha2_b64_false.json")
    signed, _, signature = example["output"]["compact"].rpartition(".")
    key = json.dumps(example["input"]["key"]).encode()
    assert verify_octets("HS256", key, signed.encode(), _octets(signature))


def test_examples_of_rfc_7515() -> None:
    """The compact examples of RFC 7515 appendix A verify; the unsecured one never does."""
    count = 0
    for example in _json("rfc-examples/rfc7515.json"):
        parsed = _compact(example.get("compact"))
        if parsed is None:
            continue
        key = json.dumps(example.get("key")).encode()
        assert verify_octets(parsed[0], key, *parsed[1:]) == (example["expect"] == "valid")
        count += 1
    assert count >= 5
