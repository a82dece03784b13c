"""Tokens inside a token: found at their path, and put back there."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.inner import MOST, inner_tokens, placed, whole_payload
from jwtdesk.analysis.json_tokens import LONGEST, MOST_MEMBERS
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Selective, Token
from tests.made import part, token

TOKEN = token()
JWE = part('{"alg":"dir","enc":"A128GCM"}') + "..AAAA.AAAA.AAAA"
SD_JWT = f"{TOKEN}~WyJzIiwxXQ~"
FLAT = json.dumps({"payload": "e30", "protected": part('{"alg":"HS256"}'), "signature": "AA"})
JWE_JSON = json.dumps({"ciphertext": "AAAA", "protected": part('{"enc":"A128GCM"}')})


def within(payload: str | bytes) -> list[tuple[str, str]]:
    """Return path and text of the tokens in a payload that was decrypted."""
    octets = payload.encode() if isinstance(payload, str) else payload
    return [
        (one.path, one.text) for one in inner_tokens(Token(Kind.JWE, "", payload_octets=octets))
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (TOKEN, "a signed token"),
        (FLAT, "a signed token"),
        (JWE, "an encrypted token"),
        (JWE_JSON, "an encrypted token"),
        (SD_JWT, "a token with selective disclosure"),
    ],
)
@pytest.mark.parametrize("around", [("", ""), (" \n", "\n")])
def test_the_whole_payload(text: str, what: str, around: tuple[str, str]) -> None:
    """Any token may be the payload, bare or in quotation marks, with white space around it."""
    for one in (text, json.dumps(text)):
        payload = one.join(around).encode()
        found = whole_payload(Token(Kind.JWE, "", payload_octets=payload))

        assert found
        assert (found.path, found.text, found.what) == ("", text, what)
        assert within(payload) == [("", text)]


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\xff" + TOKEN.encode(),
        "null",
        '"x"',
        '"',
        '""',
        "{",
        '{"payload":"e30"}',
        '{"signature":7}',
        '{"protected":',
        '["protected","payload","signature"]',
        "signature",
        '{"a":"' + TOKEN[:-20] + "." + TOKEN + '"}',
        '{"a":"a ' + TOKEN + '"}',
        '{"a":"eyJhIjoxfQ.e30.AAAA"}',
        '{"a":"{\\"signature\\":1}"}',
        json.dumps({"a": "e" + "A" * LONGEST, "b": '"' + TOKEN}),
    ],
)
def test_payloads_without_a_token(payload: str | bytes) -> None:
    """What only resembles a token is none."""
    assert within(payload) == []


@pytest.mark.parametrize(
    ("payload", "found"),
    [
        ({"vp_token": TOKEN}, [("$.vp_token", TOKEN)]),
        ({"vc": [1, SD_JWT, {"a b": JWE}]}, [("$.vc[1]", SD_JWT), ('$.vc[2]["a b"]', JWE)]),
        ({"a": f" {TOKEN}\n"}, [("$.a", f" {TOKEN}\n")]),
        ({"a": FLAT, "b": f"\n{JWE_JSON}"}, [("$.a", FLAT), ("$.b", f"\n{JWE_JSON}")]),
        ([TOKEN, TOKEN], [("$[0]", TOKEN), ("$[1]", TOKEN)]),
        ({"x": json.loads(FLAT), "y": {"z": TOKEN}}, [("$.x", FLAT), ("$.y.z", TOKEN)]),
        ({"x": {**json.loads(FLAT), "header": {"x": TOKEN}}}, None),
        ({"x": {"ciphertext": TOKEN}}, None),
        ({"x": {"signature": 1, "y": TOKEN}}, [("$.x.y", TOKEN)]),
    ],
)
def test_tokens_in_claims(payload: object, found: list[tuple[str, str]] | None) -> None:
    """Texts and objects that are tokens, by their path; what is inside one is found in that one."""
    expected = found or [("$.x", json.dumps(payload["x"]))]  # type: ignore[index]  # a case's object
    assert within(json.dumps(payload)) == expected


def test_of_a_name_twice_both_are_found() -> None:
    """They stand at one path."""
    assert within(f'{{"a":"{TOKEN}","a":"{JWE}"}}') == [("$.a", TOKEN), ("$.a", JWE)]


def test_disclosures_key_binding_and_header() -> None:
    """Each has paths of its own."""
    bound = token(header='{"alg":"HS256","typ":"kb+jwt"}')
    disclosed = [part(json.dumps(["s", "vc", {"t": TOKEN}])), part(json.dumps(["s", JWE]))]
    header = json.dumps({"alg": "HS256", "trust_chain": [TOKEN]})
    issued = token(json.dumps({"id_token": TOKEN}), header)
    read = read_token("~".join([issued, *disclosed, part(b"\xff"), bound]))
    expected = ["$.id_token", "~0$[2].t", "~1$[1]", "~kb", "header:$.trust_chain[0]"]

    assert [one.path for one in inner_tokens(read)] == expected
    selective = Selective("sha-256", (), None, key_binding=TOKEN)
    assert "~kb" in [one.path for one in inner_tokens(replace(read, selective=selective))]


def test_no_key_binding() -> None:
    """An SD-JWT may end with a tilde, or with what is no token."""
    for end in ("", "x"):
        assert inner_tokens(read_token(f"{token('{}')}~{end}")) == ()


def test_a_token_that_is_not_open_has_nothing_inside() -> None:
    """Its payload is not known."""
    assert inner_tokens(read_token(JWE)) == ()
    assert whole_payload(read_token(JWE)) is None


def test_bounds() -> None:
    """No more than so many are told, and none beyond so many members or characters."""
    assert len(within(json.dumps([TOKEN] * (MOST + 1)))) == MOST
    assert within("[" + "1," * MOST_MEMBERS + f'"{TOKEN}"]') == []
    odd = json.dumps("{" + '"signature"' * 70_000)
    assert within(f"[{','.join([odd] * 14)},{json.dumps(TOKEN)}]") == []


@pytest.mark.parametrize(
    ("text", "path", "new", "result"),
    [
        (f" {TOKEN}\n", "", JWE, f" {JWE}\n"),
        (f' "{TOKEN}" ', "", JWE, f' "{JWE}" '),
        (json.dumps(FLAT), "", FLAT, json.dumps(FLAT)),
        (f'{{"a" : "{TOKEN}",\n"n":1.0}}', "$.a", JWE, f'{{"a" : "{JWE}",\n"n":1.0}}'),
        (f'{{"a":{FLAT}}}', "$.a", JWE_JSON, f'{{"a":{JWE_JSON}}}'),
        (f'{{"a":{FLAT}}}', "$.a", JWE, f'{{"a":"{JWE}"}}'),
        (f'{{"a":"{TOKEN}"}}', "$.a", JWE_JSON, f'{{"a":{json.dumps(JWE_JSON)}}}'),
        (f'["s","{TOKEN}"]', "~3$[1]", JWE, f'["s","{JWE}"]'),
        (f'{{"x":"{TOKEN}"}}', "header:$.x", JWE, f'{{"x":"{JWE}"}}'),
        (f'{{"a":1,"a":"{TOKEN}"}}', "$.a", JWE, f'{{"a":1,"a":"{JWE}"}}'),
        (f"{TOKEN}~AAAA~{TOKEN}", "~kb", JWE, f"{TOKEN}~AAAA~{JWE}"),
        ('{"a":1}', "$.b", JWE, '{"a":1}'),
        ("no JSON", "$.b", JWE, "no JSON"),
    ],
)
def test_putting_a_token_back(text: str, path: str, new: str, result: str) -> None:
    """The new token stands where the old one stood; everything else is kept."""
    assert placed(text, path, new) == result


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8) | st.sampled_from([TOKEN, JWE, SD_JWT]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
)


@given(VALUES, st.booleans())
def test_putting_the_same_token_back_changes_nothing(value: object, ascii_only: bool) -> None:
    """Whatever the payload, and each token that is found is one."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    for path, inner in within(text.encode("utf-8", "surrogatepass")):
        assert placed(text, path, inner) == text
        assert inner in {TOKEN, JWE, SD_JWT}


@given(st.binary(), st.text())
def test_any_payload(octets: bytes, text: str) -> None:
    """Octets of any kind are looked through without a fault."""
    within(octets)
    assert placed(text, "$.x", TOKEN) == text
