"""Published and collected tokens: no verdict on a signature is wrong, nothing hostile hurts."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jwtdesk.analysis.inspect import inspect
from tests.vectors.hostile import tokens
from tests.vectors.locate import vectors

NOW = 1_795_400_100


@cache
def loaded(path: Path) -> Any:
    """Return the JSON of a file of vectors."""
    return json.loads(path.read_text("utf-8"))


def report(token: object, key: object, payload: bytes | None = None) -> dict[str, Any]:
    """Return the report on `token` as JSON; values that are no texts are dumped first."""
    text = token if isinstance(token, str) else json.dumps(token)
    octets = key if isinstance(key, bytes) or key is None else json.dumps(key).encode()
    found = inspect(text.encode("utf-8", "surrogatepass"), octets, now=NOW, payload=payload)
    return dict(json.loads(json.dumps(found.as_json())))


def wycheproof() -> Iterator[tuple[int, str, dict[str, Any], str]]:
    """Yield the number, the token, the key and the expected result of each test of the suite."""
    folder = vectors("wycheproof-jose")
    name = "json_web_signature_test.json"
    overrides = loaded(folder / "EXPECTATION_OVERRIDES.json")[name]
    uses = {
        int(one): each["use"] for numbers, each in overrides.items() for one in numbers.split(",")
    }
    for group in loaded(folder / name)["testGroups"]:
        for test in group["tests"]:
            for key in (group.get("public"), group.get("private")):
                if key is not None:
                    expected = uses.get(test["tcId"], test["result"])
                    yield test["tcId"], test["jws"], key, expected


def test_wycheproof_is_answered_rightly() -> None:
    """Every signature of the suite that is right verifies, and no other one does."""
    wrong = []
    for number, token, key, expected in wycheproof():
        code = report(token, key)["signature"]["code"]
        if expected in {"valid", "invalid"} and (code == "verified") != (expected == "valid"):
            wrong.append((number, expected, code))
    assert wrong == []


def test_wycheproof_s_forbidden_keys_verify_and_break_the_policy() -> None:
    """The mathematics are right, the key's own members forbid the use: both are shown."""
    seen = 0
    for _, token, key, expected in wycheproof():
        if expected.startswith("valid-signature"):
            found = report(token, key)
            assert (found["signature"]["code"], found["policy"]["state"]) == ("verified", "bad")
            seen += 1
    assert seen


def test_wycheproof_s_json_form_is_read_as_one() -> None:
    """The suite assumes compact tokens; a debugger reads both."""
    token, key = next((token, key) for number, token, key, _ in wycheproof() if number == 17)
    assert report(token, key)["kind"] == "jws-json"


@pytest.mark.parametrize("name", ["rfc7515", "rfc7519", "rfc8037", "rfc9964_mldsa"])
def test_the_examples_of_the_specifications_verify(name: str) -> None:
    """Every signed example with its own key, and the unsecured ones as unsecured."""
    key: object = None
    for one in loaded(vectors("rfc-examples") / f"{name}.json"):
        key = one.get("key") or ({"keys": one["keys"]} if "keys" in one else None) or key
        token = one.get("compact") or one.get("json_general") or one.get("json_flattened")
        if token is None or "encrypted" in one.get("ref", "") or "nested" in one.get("ref", ""):
            continue
        found = report(token, _jwk(key) if "none" not in str(one.get("alg")) else None)
        unsecured = "none" in json.dumps(found["header"])
        assert found["signature"]["code"] == ("unsecured" if unsecured else "verified")


def _jwk(key: object) -> object:
    """Return a key as a JWK: the set of RFC 9964 writes the octets of ML-DSA in its own way."""
    if isinstance(key, dict) and key.get("kty") == "AKP":
        return {name: value for name, value in key.items() if name != "priv"}
    return key


def test_an_unknown_critical_member_breaks_the_policy() -> None:
    """RFC 7515 Appendix E: such a token must be refused."""
    (one,) = [
        each for each in loaded(vectors("rfc-examples") / "rfc7515.json") if "E" in each["ref"][-1]
    ]
    found = report(one["compact"], None)
    assert (found["policy"]["state"], found["policy"]["code"]) == ("bad", "crit-not-understood")


@pytest.mark.parametrize("folder", ["jws", "curve25519", "rfc7797"])
def test_the_cookbook_verifies_in_every_form(folder: str) -> None:
    """RFC 7520: compact, flattened and general, detached where the example is."""
    seen = 0
    for path in sorted((vectors("jose-cookbook") / folder).glob("*.json")):
        one = loaded(path)
        keys = one["input"]["key"]
        key = {"keys": keys} if isinstance(keys, list) else keys
        detached = one["input"]["payload"].encode() if "detached" in one["title"].lower() else None
        without_crit = path.name.startswith("4.2.")
        for form in one["output"].values():
            found = report(form, key, detached)
            expected = "malformed" if without_crit else "verified"
            assert found["signature"]["code"] == expected, (path.name, found["signature"])
            seen += 1
    assert seen


PROVIDERS = {
    "valid": "verified",
    "unsecured": "unsecured",
    "unsupported": "unsupported-algorithm",
    "invalid": "mismatch",
    "valid-as-hmac-of-pem": "key-unusable",
}


def test_the_tokens_of_the_big_providers_are_answered_rightly() -> None:
    """Each with its key, wrapped as it was found."""
    folder = vectors("provider-tokens")
    for one in loaded(folder / "tokens.json"):
        key = (folder / one["key_file"]).read_bytes() if "key_file" in one else None
        key = one["secret_utf8"].encode() if "secret_utf8" in one else key
        found = report(one["token"], key)
        if one["name"] == "crit-unknown":
            assert (found["signature"]["code"], found["policy"]["state"]) == ("verified", "bad")
        else:
            assert found["signature"]["code"] == PROVIDERS[one["verify"]], one["name"]


def test_selective_disclosure_is_recognised() -> None:
    """The issuer's signature verifies, compact and in JSON, whatever is disclosed."""
    for one in loaded(vectors("sd-jwt") / "generated_valid.json"):
        key = {"keys": one["issuer_public_jwks"]}
        for name in (
            "issuance",
            "presentation",
            "issuance_json_flattened",
            "presentation_json_general",
        ):
            if name in one:
                found = report(one[name], key)
                assert (found["kind"], found["signature"]["code"]) == ("sd-jwt", "verified")


def test_nothing_hostile_raises() -> None:
    """Every token of the hostile set gives a report that can be dumped."""
    seen = 0
    for one in tokens():
        assert report(one.text, b"secret")["schema"] == 1, one.name
        seen += 1
    assert seen
