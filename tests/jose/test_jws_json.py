"""The JSON serialisations are read as far as they go."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Token
from tests.made import part

HS = part('{"alg":"HS256"}')
RAW = part('{"alg":"HS256","b64":false,"crit":["b64"]}')
ENC = part('{"enc":"A128GCM"}')
SEALED = {"iv": "A" * 16, "ciphertext": "", "tag": "A" * 22}


def read(value: object, detached: bytes | None = None) -> Token:
    """Return the reading of a JSON value."""
    return read_token(json.dumps(value), detached)


def codes(token: Token) -> list[str]:
    """Return the codes of everything wrong with a token."""
    return [one.code for one in token.problems]


def faults(token: Token) -> list[str | None]:
    """Return for each signature the code of what stops it."""
    return [one.problem.code if one.problem else None for one in token.signatures]


def test_a_flattened_token_is_read_whole() -> None:
    """The headers are merged, the segments stand where they say, the input is what was signed."""
    text = json.dumps(
        {"payload": "e30", "protected": HS, "header": {"kid": "k"}, "signature": "AA"}
    )
    token = read_token(text)
    assert (token.kind, codes(token), faults(token)) == (Kind.JWS_JSON, [], [None])
    assert token.jose_header == {"kid": "k", "alg": "HS256"}
    assert token.signatures[0].input == f"{HS}.e30".encode()
    for segment in (token.header, token.payload, token.signature):
        assert segment is not None
        assert text[segment.span.start : segment.span.end] == segment.encoded


def test_every_signature_of_a_general_token_is_read() -> None:
    """Each has its own header, and its faults carry its number."""
    first = {"protected": HS, "signature": "AA"}
    second = {"header": {"alg": "none"}, "signature": "AA?"}
    token = read({"payload": "e30", "signatures": [first, second]})
    assert [one.header["alg"] for one in token.signatures] == ["HS256", "none"]
    assert [one.input for one in token.signatures] == [f"{HS}.e30".encode(), b".e30"]
    assert faults(token) == [None, "base64-foreign"]
    assert all(one.message.startswith("Signature 2: ") for one in token.problems)


@pytest.mark.parametrize(
    ("value", "found", "stopped"),
    [
        ({"payload": "e30", "signatures": []}, ["member-not-list"], []),
        ({"payload": "e30", "signatures": [1]}, ["member-not-object"], []),
        (
            {"payload": 1, "protected": HS, "signature": "AA"},
            ["member-not-text"],
            ["member-not-text"],
        ),
        ({"payload": "e30", "protected": HS}, ["signature-missing"], ["signature-missing"]),
        (
            {"payload": "e30", "protected": HS, "signature": 1},
            ["member-not-text"],
            ["member-not-text"],
        ),
        ({"payload": "e30", "protected": HS, "signature": ""}, ["signature-empty"], [None]),
        (
            {"payload": "e30", "protected": 1, "signature": "AA"},
            ["member-not-text", "alg-missing"],
            ["member-not-text"],
        ),
        ({"payload": "e30", "protected": "", "signature": "AA"}, ["alg-missing"], ["alg-missing"]),
        (
            {"payload": "e30", "protected": "W10", "signature": "AA"},
            ["header-not-object"],
            ["header-not-object"],
        ),
        (
            {"payload": "e30", "protected": HS, "header": 1, "signature": "AA"},
            ["member-not-object"],
            ["member-not-object"],
        ),
        (
            {"payload": "e30", "protected": HS, "header": {"alg": "none"}, "signature": "AA"},
            ["header-overlap"],
            ["header-overlap"],
        ),
        (
            {
                "payload": "e30",
                "header": {"alg": "HS256", "b64": False, "crit": ["b64"]},
                "signature": "AA",
            },
            [],
            ["b64-not-protected"],
        ),
        (
            {"payload": "?", "protected": HS, "signature": "AA"},
            ["base64-foreign", "payload-not-json"],
            ["base64-foreign"],
        ),
        ({"protected": HS, "signature": "AA"}, ["payload-missing"], [None]),
        ({"payload": "", "protected": HS, "signature": "AA"}, ["payload-empty"], [None]),
        (
            {
                "payload": "e30",
                "signature": "AA",
                "signatures": [{"protected": HS, "signature": "AA"}],
            },
            ["two-forms"],
            [None],
        ),
        (
            {
                "payload": "e30",
                "protected": HS,
                "signatures": [{"protected": HS, "signature": "AA"}],
            },
            ["two-forms"],
            [None],
        ),
        (
            {
                "payload": "e30",
                "header": {},
                "signatures": [{"protected": HS, "signature": "AA"}],
            },
            ["two-forms"],
            [None],
        ),
        (
            {
                "payload": "$.02",
                "signatures": [
                    {"protected": RAW, "signature": "AA"},
                    {"protected": HS, "signature": "AA"},
                ],
            },
            ["b64-mixed", "payload-not-json"],
            [None, None],
        ),
        ({"payload": "e30", "header": {"alg": "none"}, "signature": ""}, [], [None]),
    ],
)
def test_every_fault_is_named(
    value: dict[str, object], found: list[str], stopped: list[str | None]
) -> None:
    """The token is a JWS all the same, and each fault is told."""
    token = read(value)
    assert (token.kind, codes(token), faults(token)) == (Kind.JWS_JSON, found, stopped)


def test_a_repeated_member_is_named() -> None:
    """Two payloads in one object are a fault of the whole."""
    text = f'{{"payload":"e30","payload":"e30","protected":"{HS}","signature":"AA"}}'
    assert codes(read_token(text)) == ["duplicate-member"]


def test_an_unencoded_payload_stands_as_it_is() -> None:
    """RFC 7797 section 5.3: the text of the member is what was signed."""
    token = read({"payload": "$.02", "protected": RAW, "signature": "AA"})
    assert token.payload_octets == b"$.02"
    assert token.signatures[0].input == f"{RAW}.$.02".encode()


def test_a_detached_payload_takes_the_empty_place() -> None:
    """RFC 7515 Appendix F, encoded unless the header says otherwise."""
    token = read({"protected": HS, "signature": "AA"}, b"{}")
    assert (codes(token), token.payload_octets) == ([], b"{}")
    assert token.signatures[0].input == f"{HS}.e30".encode()
    raw = read({"protected": RAW, "signature": "AA"}, b"\xff")
    assert raw.signatures[0].input == f"{RAW}.".encode() + b"\xff"


def test_only_the_first_hundred_signatures_are_read() -> None:
    """The others are counted, and that is said."""
    token = read({"payload": "e30", "signatures": [{"protected": HS, "signature": "AA"}] * 150})
    assert (len(token.signatures), codes(token)) == (100, ["too-many"])


def test_disclosures_make_it_an_sd_jwt() -> None:
    """RFC 9901 section 8: they stand in the unprotected header of the first signature."""
    header = {"disclosures": ["WyJ4Il0", 1]}
    token = read({"payload": "e30", "protected": HS, "header": header, "signature": "AA"})
    assert (token.kind, token.disclosures) == (Kind.SD_JWT, ("WyJ4Il0",))


@pytest.mark.parametrize(
    ("value", "found", "headers"),
    [
        ({"protected": ENC, "header": {"alg": "dir"}, **SEALED}, [], 1),
        (
            {"protected": ENC, "recipients": [{"header": {"alg": "dir"}}, {}], **SEALED},
            ["alg-missing", "direct-among-several"],
            2,
        ),
        ({"ciphertext": ""}, ["alg-missing"], 1),
        ({"unprotected": 1, "ciphertext": ""}, ["member-not-object"], 1),
        ({"protected": ENC, "recipients": [], **SEALED}, ["member-not-list"], 0),
    ],
)
def test_an_encrypted_token_shows_its_headers(
    value: dict[str, object], found: list[str], headers: int
) -> None:
    """RFC 7516 section 7.2: shared and own headers are merged, one for each recipient."""
    token = read(value)
    assert (token.kind, codes(token), len(token.signatures)) == (Kind.JWE_JSON, found, headers)


def test_a_text_that_lacks_its_end_is_read_and_told() -> None:
    """Half a paste still shows what it has."""
    text = json.dumps({"payload": "e30", "signatures": [{"protected": HS, "signature": "AA"}]})
    token = read_token(text[:-2])
    assert (token.kind, codes(token), faults(token)) == (Kind.JWS_JSON, ["json-cut-off"], [None])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ('{"payload":"e30","payload":"e30","protected":"HS","signature":"AA"}', Severity.WARNING),
        ('{"payload":"e30","protected":"HS","signature":"AA","x":{"a":1,"a":2}}', Severity.WARNING),
        (
            '{"payload":"e30","protected":"HS","signature":"AA","header":{"a":1,"a":2}}',
            Severity.ERROR,
        ),
        (
            (
                '{"payload":"e30","signatures":[{"protected":"HS","signature":"AA"},'
                '{"protected":"HS","signature":"AA","header":{"a":1,"a":2}}]}'
            ),
            Severity.ERROR,
        ),
        ('{"unprotected":{"alg":"x","enc":"x","enc":"y"},"ciphertext":""}', Severity.ERROR),
    ],
)
def test_a_name_twice_is_an_error_in_a_header_only(text: str, severity: Severity) -> None:
    """RFC 7515 section 4: header names are unique, in the unprotected header too."""
    (found,) = read_token(text.replace("HS", HS)).problems
    assert (found.code, found.severity) == ("duplicate-member", severity)


MEMBERS = ["payload", "protected", "header", "signature", "signatures", "ciphertext", "recipients"]
ANY: list[object] = ["e30", HS, ENC, "", "?", 1, None, [], [{}], {}, [{"header": {}}], [1]]


@given(st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(ANY)))
def test_any_members_are_read(value: dict[str, object]) -> None:
    """Whatever stands under the names of a token, nothing raises."""
    assert isinstance(read(value).kind, Kind)


def test_a_payload_that_travels_apart_is_no_fault_of_the_form() -> None:
    """As in the compact form: a warning, unless the header promises claims."""
    found = {
        header: read_token(json.dumps({"protected": part(header), "signature": "AA"}))
        for header in ('{"alg":"HS256"}', '{"alg":"HS256","typ":"JWT"}')
    }
    told = [[one.severity for one in each.problems] for each in found.values()]
    assert told == [[Severity.WARNING], [Severity.ERROR]]


def test_the_header_is_told_before_the_payload() -> None:
    """A wrong “b64” makes an unencoded payload look wrong, character by character."""
    token = read(
        {"payload": '{"a":1}', "protected": part('{"alg":"HS256","b64":false}'), "signature": "AA"}
    )
    assert token.problems[0].code == "b64-without-crit"
    assert token.problems[1].code == "base64-foreign"
