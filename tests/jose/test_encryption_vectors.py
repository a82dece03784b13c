"""Encrypted tokens of the RFCs and of Wycheproof: none wrongly opened, none wrongly refused."""

import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from jwtdesk.analysis.inspect import inspect
from tests.jose.encryption_keys import codes, keys_of, opened
from tests.vectors.locate import vectors

OPEN = {"decrypted", "verified"}
FILES = ("json_web_encryption", "json_web_key", "json_web_crypto")


def loaded(name: str) -> Any:
    """Return the JSON of a file of vectors."""
    return json.loads(vectors(name).read_text("utf-8"))


@pytest.mark.parametrize("at", range(5))
def test_examples_of_rfc_7516(at: int) -> None:
    """Appendix A: compact, general with two recipients, flattened."""
    one = loaded("rfc-examples/rfc7516.json")[at]
    held = one.get("compact") or one.get("json_general") or one.get("json_flattened")
    token = held if isinstance(held, str) else json.dumps(held)
    found = opened(token, keys_of(one.get("key") or {"keys": one["keys"]}))
    assert set(codes(found)) == {"decrypted"}
    assert found.plaintext == one["plaintext"].encode()


def cookbook() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and the content of every example of RFC 7520 section 5 that is here."""
    for path in sorted(vectors("jose-cookbook/jwe").glob("*.json")):
        yield path.name, json.loads(path.read_text("utf-8"))


def test_examples_of_rfc_7520() -> None:
    """Every form that the cookbook prints: compact, general and flattened."""
    count = 0
    for name, example in cookbook():
        keys = keys_of(example["input"]["key"])
        for form, token in example["output"].items():
            text = token if isinstance(token, str) else json.dumps(token)
            found = opened(text, keys)
            assert found.plaintext == example["input"]["plaintext"].encode(), (name, form)
            count += 1
    assert count >= 17


def test_the_keys_of_rfc_7520_may_be_used() -> None:
    """Their own members allow what the examples do: the policy is not broken."""
    for name, example in cookbook():
        key = json.dumps(example["input"]["key"]).encode()
        token = json.dumps(example["output"]["json_flat"]).encode()
        assert inspect(token, key, now=0).verdict.policy.state.value != "bad", name


def wycheproof(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Yield the test, the key and the expectation of each encrypted or signed token."""
    overrides = loaded("wycheproof-jose/EXPECTATION_OVERRIDES.json")[f"{name}_test.json"]
    uses = {
        int(one): each["use"] for numbers, each in overrides.items() for one in numbers.split(",")
    }
    for group in loaded(f"wycheproof-jose/{name}_test.json")["testGroups"]:
        for test in group["tests"]:
            # Only the private half decrypts; a signature is checked with the public one.
            half = "private" if "jwe" in test else "public"
            key = group.get(half, group["private"])
            yield test, key, uses.get(test["tcId"], test["result"])


@pytest.mark.parametrize("name", FILES)
def test_wycheproof_is_answered_rightly(name: str) -> None:
    """Right ones open; wrong ones do not, or break the policy, or are warned about."""
    wrong, count = [], 0
    for test, key, expected in wycheproof(name):
        held = test.get("jwe", test.get("jws"))
        token = held if isinstance(held, str) else json.dumps(held)
        report = inspect(token.encode(), json.dumps(key).encode(), now=0)
        opens = report.verdict.signature.code in OPEN
        refused = report.verdict.policy.state.value == "bad"
        warned = any(one.severity.value != "info" for one in report.findings)
        right = {
            "valid": opens and not refused,
            "invalid": not opens or refused,
            "debugger: JSON serialization": opens,
            "decryptable + key-alg-mismatch warning": opens and refused,
        }
        count += 1
        if not right.get(expected, warned):
            wrong.append((test["tcId"], expected, report.verdict.signature))
    assert count >= 18
    assert wrong == []


def hostile() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every encrypted token that was written to hurt readers."""
    for one in loaded("hostile/tokens.json"):
        if one["class"] == "jwe":
            yield one["id"], one["text"]


def test_hostile_tokens_are_answered_within_bounds() -> None:
    """Bombs, cut streams, huge counts, odd headers: a sentence, and little memory."""
    keys = keys_of(b"k" * 16)
    sizes = {"jwe-empty": 0, "jwe-zip-boundary": 256_100}
    seen = 0
    for name, text in hostile():
        seen += 1
        tracemalloc.start()
        found = opened(text, keys)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 50_000_000, name
        assert all(one.text.endswith((".", "”")) for one in found.checks), name
        plain = found.plaintext
        assert (plain if plain is None else len(plain)) == sizes.get(name), name
    assert seen > 20
