"""Findings about encrypted tokens: counts, tags, algorithms, labels of keys."""

import json

import pytest

from tests.analysis.lints.reviewed import ERROR, WARNING, of, review, severity
from tests.jose.encryption_keys import keys_of, sealed, secret
from tests.made import part, token

SECRET = secret(b"k" * 16)
KEYS = keys_of(SECRET)


def shell(header: dict[str, object], tag: str = "A" * 22) -> str:
    """Return an encrypted token that no key opens, under any header."""
    return f"{part(json.dumps(header))}.AAAA.{'A' * 16}.AA.{tag}"


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (10_000, None),
        (1_000, None),
        (1_000_000, None),
        (999, WARNING),
        (1_000_001, WARNING),
        (10**30, WARNING),
        (0, ERROR),
        ("many", ERROR),
    ],
)
def test_iteration_counts(count: object, expected: object) -> None:
    """RFC 7518 section 4.8.1.2: at least 1,000; a huge one stalls whoever opens the token."""
    header = {"alg": "PBES2-HS256+A128KW", "enc": "A128GCM", "p2s": "AAAAAAAAAAA", "p2c": count}
    assert severity("high-iteration-count", review(shell(header))) is expected


def test_a_count_matters_for_passwords_only() -> None:
    """Another algorithm does not read it."""
    found = review(shell({"alg": "A128KW", "enc": "A128GCM", "p2c": 1}))
    assert not of("high-iteration-count", found)


@pytest.mark.parametrize(
    ("alg", "salt", "expected"),
    [
        ("PBES2-HS256+A128KW", "AAAAAAAAAAA", None),
        ("PBES2-HS256+A128KW", "AAAAAAAAAA", WARNING),
        ("PBES2-HS512+A256KW", "AA", WARNING),
        ("PBES2-HS512+A256KW", "", WARNING),
        ("PBES2-HS512+A256KW", 7, None),
        ("A128KW", "AA", None),
    ],
)
def test_salts(alg: str, salt: object, expected: object) -> None:
    """RFC 7518 section 4.8.1.1: eight octets or more; what is no salt is told elsewhere."""
    found = review(shell({"alg": alg, "enc": "A128GCM", "p2s": salt, "p2c": 4096}))
    assert severity("short-salt", found) is expected


EPK = {"kty": "OKP", "crv": "X25519", "x": "A" * 42 + "E"}


@pytest.mark.parametrize(
    ("member", "where"),
    [
        ({"apu": "QWw="}, "header.apu"),
        ({"apu": "QWw", "apv": "Qm9i"}, None),
        ({"apv": "QWx"}, "header.apv"),
        ({"apu": "*", "apv": 1}, None),
        ({"epk": EPK}, None),
        ({"epk": EPK | {"x": EPK["x"] + "="}}, "header.epk"),
        ({"epk": EPK | {"x": "AA"}}, None),
        ({"epk": "AA="}, None),
    ],
)
def test_members_that_are_read_all_the_same(member: dict[str, object], where: object) -> None:
    """Strict libraries refuse them; what cannot be read at all is told by the decryption."""
    found = of("loose-member", review(shell({"alg": "ECDH-ES", "enc": "A128GCM"} | member)))
    assert [one.where for one in found] == ([where] if where else [])


def test_loose_members_matter_in_encrypted_tokens_only() -> None:
    """In a signed one nobody reads them."""
    assert not of("loose-member", review(token(header='{"alg":"HS256","apu":"QWw="}')))


@pytest.mark.parametrize(
    ("header", "tag", "where"),
    [
        ({"alg": "dir", "enc": "A128GCM"}, "AAAAAA", "token"),
        ({"alg": "dir", "enc": "A256CBC-HS512"}, "A" * 22, "token"),
        ({"alg": "A128GCMKW", "enc": "A128GCM", "tag": "AAAAAA"}, "A" * 22, "header.tag"),
        ({"alg": "dir", "enc": "A128GCM"}, "A" * 22, None),
        ({"alg": "dir", "enc": "A128GCM"}, "", None),
        ({"alg": "dir", "enc": "unknown"}, "AA", None),
        ({"alg": "A128GCMKW", "enc": "A128GCM", "tag": 1}, "A" * 22, None),
        ({"alg": "A128GCMKW", "enc": "A128GCM", "tag": "A" * 22}, "A" * 22, None),
    ],
)
def test_parts_of_a_tag(header: dict[str, object], tag: str, where: str | None) -> None:
    """A part of a tag is an error wherever it stands; an absent one is told as missing."""
    found = of("short-tag", review(shell(header, tag)))
    assert [one.where for one in found] == ([where] if where else [])


def test_padding_of_the_last_century_is_deprecated() -> None:
    """RFC 8725 section 3.2."""
    assert severity("deprecated-alg", review(shell({"alg": "RSA1_5", "enc": "A128GCM"}))) is WARNING
    assert not of("deprecated-alg", review(shell({"alg": "RSA-OAEP", "enc": "A128GCM"})))


@pytest.mark.parametrize(
    ("labels", "identity"),
    [
        ({"use": "sig"}, "key-use-mismatch"),
        ({"alg": "A128GCMKW"}, "key-alg-mismatch"),
        ({"key_ops": ["encrypt"]}, "key-ops-mismatch"),
    ],
)
def test_a_key_that_is_not_for_this(labels: dict[str, object], identity: str) -> None:
    """It opens, and that it should not is an error."""
    token = sealed({"alg": "A128KW", "enc": "A128GCM"}, b"{}", KEYS)
    found = review(token, json.dumps({**SECRET, **labels}).encode())
    assert severity(identity, found) is ERROR


def test_of_several_recipients_the_key_s_own_is_meant() -> None:
    """A secret is not held against the algorithm of the RSA recipient."""
    value = {
        "protected": part('{"enc":"A128GCM"}'),
        "recipients": [{"header": {"alg": one}} for one in ("RSA-OAEP", "A128KW", 7)],
        "iv": "A" * 16,
        "ciphertext": "AA",
        "tag": "A" * 22,
    }
    right, wrong = ({**SECRET, "alg": one} for one in ("A128KW", "A256KW"))
    text = json.dumps(value)
    assert not of("key-alg-mismatch", review(text, json.dumps(right).encode()))
    assert of("key-alg-mismatch", review(text, json.dumps(wrong).encode()))
    value["recipients"] = [{"header": {"alg": "RSA-OAEP"}}]
    assert not of("key-alg-mismatch", review(json.dumps(value), json.dumps(wrong).encode()))


def test_what_is_encrypted_is_not_readable_by_everyone() -> None:
    """Personal data and secrets inside are no finding: that is what encryption is for."""
    inside = b'{"email":"ada@example.com","password":"x","exp":1800000100}'
    token = sealed({"alg": "A128KW", "enc": "A128GCM"}, inside, KEYS)
    found = review(token, json.dumps(SECRET).encode())
    assert not of("personal-data", found)
    assert not of("sensitive-value", found)


def test_an_extension_for_signatures_is_not_understood() -> None:
    """`b64` means nothing for encryption (RFC 7797 section 1)."""
    header = {"alg": "dir", "enc": "A128GCM", "b64": True, "crit": ["b64"]}
    assert severity("crit-not-understood", review(shell(header))) is ERROR
