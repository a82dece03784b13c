"""The JSON serialisation keeps disclosures in the first unprotected header (RFC 9901 section 8)."""

import json
from typing import Any

import pytest

from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Token
from tests.made import token
from tests.made_selective import disclosed, holding

NAME, OTHER = disclosed("name", "Ada"), disclosed("age", 36)
HEAD, BODY, MAC = token(json.dumps(holding(NAME))).split(".")
ENTRY = {"protected": HEAD, "signature": MAC}


def flattened(header: object, **members: object) -> Token:
    """Read a flattened JSON serialisation with this unprotected header."""
    return read_token(json.dumps({"payload": BODY, **ENTRY, "header": header, **members}))


def general(*headers: object) -> Token:
    """Read a general JSON serialisation with one signature for each unprotected header."""
    listed = [{**ENTRY, "header": one} for one in headers]
    return read_token(json.dumps({"payload": BODY, "signatures": listed}))


def codes(found: Token) -> list[str]:
    """Return the codes of what is wrong."""
    return [one.code for one in found.problems if one.severity is Severity.ERROR]


@pytest.mark.parametrize("read", [flattened, general])
def test_both_forms_carry_disclosures(read: Any) -> None:
    """In the only, or the first, unprotected header."""
    found = read({"disclosures": [NAME], "kb_jwt": "a.b.c"})
    assert (found.kind, found.problems) == (Kind.SD_JWT, ())
    assert found.disclosures == (NAME,)
    assert found.selective.payload == {"name": "Ada"}
    assert found.selective.key_binding == "a.b.c"
    assert found.selective.bound == f"{HEAD}.{BODY}.{MAC}~{NAME}~".encode()


def test_the_first_signature_is_the_one_that_is_bound() -> None:
    """RFC 9901 section 8.1."""
    found = general({"disclosures": []}, {"kid": "two"})
    assert codes(found) == []
    assert found.selective is not None
    assert found.selective.bound == f"{HEAD}.{BODY}.{MAC}~".encode()


@pytest.mark.parametrize("header", [{}, {"kid": "x"}])
def test_without_any_it_is_an_ordinary_token(header: object) -> None:
    """No member says that it is selective."""
    found = flattened(header)
    assert (found.kind, found.selective) == (Kind.JWS_JSON, None)


def test_a_key_binding_alone_makes_it_selective() -> None:
    """Nothing need be disclosed."""
    found = flattened({"kb_jwt": "a.b.c"})
    assert (found.kind, found.disclosures) == (Kind.SD_JWT, ())


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"disclosures": NAME}, "disclosures-not-list"),
        ({"disclosures": None}, "disclosures-not-list"),
        ({"disclosures": {"a": NAME}}, "disclosures-not-list"),
        ({"disclosures": [5]}, "disclosure-not-text"),
        ({"disclosures": [[NAME]]}, "disclosure-not-text"),
        ({"disclosures": [""]}, "disclosure-empty"),
        ({"disclosures": [OTHER]}, "disclosure-unreferenced"),
        ({"disclosures": [NAME, NAME]}, "disclosure-twice"),
        ({"disclosures": [f"{NAME}~"]}, "disclosure-not-base64url"),
        ({"kb_jwt": 5}, "kb-not-text"),
        ({"kb_jwt": None}, "kb-not-text"),
        ({"kb_jwt": ""}, "kb-not-text"),
    ],
)
def test_every_misuse_is_named(header: object, code: str) -> None:
    """`disclosures` is a list of texts, `kb_jwt` a text."""
    found = flattened(header)
    assert (found.kind, codes(found)) == (Kind.SD_JWT, [code])


@pytest.mark.parametrize("name", ["disclosures", "kb_jwt"])
def test_later_signatures_must_not_carry_them(name: str) -> None:
    """Only the first may (RFC 9901 section 8.1)."""
    found = general({}, {name: []})
    assert (found.kind, codes(found)) == (Kind.SD_JWT, ["disclosures-misplaced"])
    assert name in found.problems[0].message


@pytest.mark.parametrize("name", ["disclosures", "kb_jwt"])
def test_the_protected_header_must_not_carry_them(name: str) -> None:
    """The holder could not change them there."""
    head, body, mac = token(header=json.dumps({"alg": "HS256", name: []})).split(".")
    found = read_token(json.dumps({"payload": body, "protected": head, "signature": mac}))
    assert (found.kind, codes(found)) == (Kind.SD_JWT, ["disclosures-misplaced"])


@pytest.mark.parametrize("name", ["disclosures", "kb_jwt"])
def test_no_protected_header_may_carry_them(name: str) -> None:
    """The second signature's may not either."""
    head, _, mac = token(json.dumps(holding(NAME)), json.dumps({"alg": "HS256", name: []})).split(
        "."
    )
    entries = [{**ENTRY, "header": {"disclosures": [NAME]}}, {"protected": head, "signature": mac}]
    found = read_token(json.dumps({"payload": BODY, "signatures": entries}))
    assert codes(found) == ["disclosures-misplaced"]


@pytest.mark.parametrize("name", ["disclosures", "kb_jwt"])
def test_beside_the_headers_nobody_looks_for_them(name: str) -> None:
    """At the top, or beside one of several signatures."""
    listed = {"payload": BODY, "signatures": [{**ENTRY, name: []}]}
    for found in (flattened({}, **{name: []}), read_token(json.dumps(listed))):
        assert (found.kind, codes(found)) == (Kind.SD_JWT, ["disclosures-misplaced"])
        assert "stands outside the unprotected header" in found.problems[0].message
        span = found.problems[0].span
        assert span is not None
        assert found.text[: span.start].endswith(f'"{name}": [')


def test_without_digests_other_members_mean_nothing() -> None:
    """What is not understood is ignored (RFC 7515 section 7.2)."""
    found = flattened({}, payload="e30", disclosures=[NAME])
    assert (found.kind, codes(found)) == (Kind.JWS_JSON, [])


def test_parts_that_are_no_texts_do_not_stop_the_reading() -> None:
    """What is missing is empty."""
    found = read_token('{"payload":"e30","protected":5,"signature":7,"header":{"disclosures":[]}}')
    assert found.selective is not None
    assert found.selective.bound == b".e30.~"


def test_a_payload_that_is_no_text_is_no_set_of_claims() -> None:
    """Then no disclosure has a place."""
    found = flattened({"disclosures": [NAME]}, payload=5)
    assert found.selective is not None
    assert found.selective.payload is None


def test_a_fault_is_placed_in_the_text() -> None:
    """Its span covers the disclosure without its quotes."""
    found = flattened({"disclosures": [NAME, OTHER]})
    (span,) = (one.span for one in found.problems)
    assert span is not None
    assert found.text[span.start : span.end] == OTHER


def test_an_escape_in_a_disclosure_is_resolved_first() -> None:
    """The digest is over the text that the JSON string stands for."""
    escaped = "".join(f"\\u{ord(one):04x}" for one in NAME)
    text = json.dumps({"payload": BODY, **ENTRY, "header": {"disclosures": ["@"]}})
    found = read_token(text.replace("@", escaped))
    assert codes(found) == []
    assert found.selective is not None
    assert found.selective.payload == {"name": "Ada"}


def test_no_signature_at_all_is_no_sd_jwt() -> None:
    """There is no header that could carry disclosures."""
    assert read_token('{"payload":"e30","signatures":[]}').selective is None
