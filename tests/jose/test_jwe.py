"""An encrypted token is read whole: its parts, its recipients, and what is wrong with them."""

import json

import pytest

from jwtdesk.jose.base64url import decode
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Token
from tests.made import part

ENC = part('{"enc":"A128GCM"}')
SEALED = {"iv": "A" * 16, "ciphertext": "AAAA", "tag": "A" * 22}
KW = {"header": {"alg": "A128KW"}, "encrypted_key": "AAAA"}


def read(value: object) -> Token:
    """Return the reading of a JSON value."""
    return read_token(json.dumps(value))


def problems(token: Token) -> list[str]:
    """Return the codes of everything wrong with the structure."""
    return [one.code for one in token.problems]


def faults(token: Token) -> list[str | None]:
    """Return for each recipient the code of what stops it."""
    assert token.encrypted
    return [one.problem.code if one.problem else None for one in token.encrypted.recipients]


def test_the_five_parts_are_there() -> None:
    """What is authenticated is the header as it was received (RFC 7516 section 5.1)."""
    head = part('{"alg":"A128KW","enc":"A128GCM"}')
    token = read_token(f"{head}.AQ.{'A' * 16}.Ag.{'B' * 21}A")
    assert token.encrypted
    assert (token.kind, problems(token)) == (Kind.JWE, [])
    assert token.encrypted.aad == head.encode()
    assert (token.encrypted.protected, token.encrypted.iv) == (head, bytes(12))
    assert (token.encrypted.ciphertext, token.encrypted.tag) == (
        b"\x02",
        decode("B" * 21 + "A").octets,
    )
    (recipient,) = token.encrypted.recipients
    assert recipient.header == {"alg": "A128KW", "enc": "A128GCM"}
    assert (recipient.encrypted_key, recipient.problem) == (b"\x01", None)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("iv", "AAAA", "iv-length"),
        ("iv", "", "iv-missing"),
        ("tag", "AAAA", "tag-length"),
        ("tag", "", "tag-missing"),
        ("tag", "?", "base64-foreign"),
        ("ciphertext", "A", "base64-length"),
        ("key", "", "encrypted-key-missing"),
        ("key", "A+", "base64-standard-alphabet"),
    ],
)
def test_the_place_of_a_fault_is_its_part(name: str, text: str, code: str) -> None:
    """So that the part can be shown in the token."""
    parts = {"head": part('{"alg":"A128KW","enc":"A128GCM"}'), "key": "AAAA", **SEALED, name: text}
    before = list(parts)[: list(parts).index(name)]
    token = read_token(".".join(parts.values()))
    found = next(one for one in token.problems if one.code == code)
    start = sum(len(parts[one]) + 1 for one in before)
    assert found.span
    assert start <= found.span.start <= found.span.end <= start + len(text) + 1


def test_the_json_parts_are_there() -> None:
    """The additional data joins the header behind a dot."""
    value = {"protected": ENC, "unprotected": {"jku": "u"}, "aad": "QUFE", **SEALED, **KW}
    token = read(value)
    assert token.encrypted
    assert (token.kind, problems(token), faults(token)) == (Kind.JWE_JSON, [], [None])
    assert token.encrypted.aad == f"{ENC}.QUFE".encode()
    assert token.encrypted.recipients[0].header == {
        "jku": "u",
        "alg": "A128KW",
        "enc": "A128GCM",
    }
    assert token.jose_header == token.encrypted.recipients[0].header


def test_empty_additional_data_is_none() -> None:
    """RFC 7516 section 7.2.1: the member must be absent when it is empty."""
    token = read({"protected": ENC, "aad": "", **SEALED, **KW})
    assert token.encrypted
    assert token.encrypted.aad == ENC.encode()
    assert problems(token) == ["aad-empty"]


def test_what_some_read_as_a_signed_token_is_told() -> None:
    """Here the ciphertext decides (RFC 7516 section 9); others look for a payload first."""
    token = read({"protected": ENC, **SEALED, **KW, "payload": "e30", "signature": "AA"})
    assert (token.kind, problems(token), faults(token)) == (Kind.JWE_JSON, ["two-kinds"], [None])


@pytest.mark.parametrize(
    ("value", "found", "stops"),
    [
        (
            {"protected": ENC, **SEALED, "recipients": [KW, {}]},
            ["alg-missing"],
            [None, "alg-missing"],
        ),
        (
            {"protected": ENC, **SEALED, **KW, "unprotected": {"alg": "dir"}},
            ["header-overlap"],
            ["header-overlap"],
        ),
        (
            {"protected": ENC, **SEALED, **KW, "unprotected": {"enc": "x"}},
            ["header-overlap"],
            ["header-overlap"],
        ),
        (
            {"protected": part('{"enc":"A128GCM","alg":"dir"}'), **SEALED, **KW},
            ["header-overlap", "encrypted-key-surplus"],
            ["header-overlap"],
        ),
        ({"protected": 1, **SEALED, **KW}, ["member-not-text"], ["member-not-text"]),
        ({"protected": part("{"), **SEALED, **KW}, ["header-not-json"], ["header-not-json"]),
        ({"protected": "?", **SEALED, **KW}, None, ["base64-foreign"]),
        (
            {"protected": part('{"enc":"A128GCM","enc":"A128GCM"}'), **SEALED, **KW},
            ["duplicate-member"],
            [None],
        ),
        ({"protected": ENC, **SEALED, **KW, "header": 1}, None, ["member-not-object"]),
        ({"protected": ENC, **SEALED, **KW, "encrypted_key": 1}, None, ["member-not-text"]),
        ({"protected": ENC, **SEALED, **KW, "iv": 1}, None, ["member-not-text"]),
        ({"protected": ENC, **SEALED, **KW, "tag": None}, None, ["member-not-text"]),
        (
            {"protected": ENC, **SEALED, **KW, "aad": "?"},
            ["base64-foreign"] * 2,
            ["base64-foreign"],
        ),
        ({"protected": ENC, **SEALED, **KW, "recipients": [KW]}, ["two-forms"], [None]),
        (
            {
                **SEALED,
                "recipients": [
                    {"header": {"alg": "dir", "enc": "A128GCM"}},
                    {"header": {"alg": "dir", "enc": "A256GCM"}},
                ],
            },
            ["direct-among-several", "enc-mixed"],
            ["enc-mixed", "enc-mixed"],
        ),
        (
            {"protected": ENC, "ciphertext": "AAAA", **KW},
            ["iv-missing", "tag-missing"],
            ["iv-missing"],
        ),
    ],
)
def test_what_is_wrong_is_named(
    value: object, found: list[str] | None, stops: list[str | None]
) -> None:
    """The structure tells all of it; a recipient the first thing that stops it."""
    token = read(value)
    assert faults(token) == stops
    assert found is None or problems(token) == found
    assert all(one.message.endswith((".", "”")) for one in token.problems)


def test_several_recipients_are_numbered() -> None:
    """So that a reader knows which of them is meant."""
    token = read({"protected": ENC, **SEALED, "recipients": [KW, {}]})
    assert token.problems[0].message.startswith("Recipient 2: The header has no “alg”")


def test_of_many_recipients_the_first_are_read() -> None:
    """Each may cost an exponentiation; how many there are is said."""
    token = read({"protected": ENC, **SEALED, "recipients": [KW] * 2000})
    assert token.encrypted
    assert len(token.encrypted.recipients) == len(token.signatures) == 32
    assert token.problems[0].message == "Of 2,000 entries the first 32 are read."


@pytest.mark.parametrize(
    ("count", "code"), [(1, "missing"), (3, "missing"), (4, "missing"), (6, "surplus")]
)
def test_a_cut_off_token_is_told_how_many_parts_it_needs(count: int, code: str) -> None:
    """Whoever copied too little of an encrypted token is not told about signatures."""
    parts = [part('{"alg":"dir","enc":"A128GCM"}'), "", "A" * 16, "AA", "A" * 22, "AA"]
    token = read_token(".".join(parts[:count]))
    assert token.problems[0].code == f"parts-{code}"
    assert token.problems[0].message == f"An encrypted token has five parts; this has {count}."
    assert token.signatures[0].problem == token.problems[0]
