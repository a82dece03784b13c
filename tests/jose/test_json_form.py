"""A token changes its form and keeps its bytes."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.json_form import to_compact, to_flattened, to_general
from jwtdesk.jose.jwe_form import json_jwe
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from tests.made import part, token
from tests.vectors.locate import vectors

HS = part('{"alg":"HS256"}')
RAW = part('{"alg":"HS256","b64":false,"crit":["b64"]}')
ENC = part('{"alg":"dir","enc":"A128GCM"}')
ONE = token()
SD = f"{ONE}~WyJ4Il0~WyJ5Il0~"
JWE = f"{ENC}..aXY.Y3Q.dGFn"
KEYED = f"{ENC}.a2V5.aXY.Y3Q.dGFn"


def code(found: str | Problem) -> str:
    """Return the code of a refusal, or the text that was made."""
    return found.code if isinstance(found, Problem) else found


def text(found: str | Problem) -> str:
    """Return what was made; a refusal fails the test with its sentence."""
    assert isinstance(found, str), found
    return found


@pytest.mark.parametrize(
    "compact", [ONE, SD, f"{SD}{ONE}", f"{ONE}~", JWE, KEYED, f"{RAW}.$0 2.AA", f"{HS}..AA"]
)
def test_a_compact_token_comes_back_whole(compact: str) -> None:
    """Through flattened and general JSON and back, every byte of every part is the same."""
    first = read_token(compact)
    flat = text(to_flattened(first))
    whole = text(to_general(read_token(flat)))
    assert to_compact(first) == compact
    assert to_general(first) == whole
    assert to_flattened(read_token(whole)) == flat
    assert to_compact(read_token(flat)) == compact
    assert to_compact(read_token(whole)) == compact


SPACE = st.text(" \t\r\n", max_size=3)


@given(st.data())
def test_spacing_and_order_survive_in_what_is_not_moved(data: st.DataObject) -> None:
    """Members that no form owns keep their lexemes and the white space between them."""
    members = {
        '"payload"': f'"{part("{}")}"',
        '"protected"': f'"{HS}"',
        '"signature"': '"AA"',
        '"x"': '{ "n" : 1.0e1 , "s":"\\u00e9" }',
        '"y"': "[ 1 ,2 ]",
    }
    order = data.draw(st.permutations(list(members)))
    rows = [
        f"{data.draw(SPACE)}{name}{data.draw(SPACE)}:{data.draw(SPACE)}{members[name]}"
        for name in order
    ]
    flat = "{" + ",".join(f"{row}{data.draw(SPACE)}" for row in rows) + "}"
    whole = text(to_general(read_token(flat)))
    for name, row in zip(order, rows, strict=True):
        assert row.strip() in whole, name
    back = text(to_flattened(read_token(whole)))
    assert json.loads(back) == json.loads(flat)
    for row in rows:
        assert row.strip() in back
    assert to_compact(read_token(whole)) == to_compact(read_token(flat))


def general(*entries: dict[str, Any], **beside: Any) -> str:
    """Return a JWS of several signatures, or whatever the entries make it."""
    return json.dumps({"payload": "e30", "signatures": entries, **beside})


def recipients(*entries: dict[str, Any], **beside: Any) -> str:
    """Return a JWE of several recipients."""
    return json.dumps({"protected": ENC, "ciphertext": "Y3Q", "recipients": entries, **beside})


SIGNED = {"protected": HS, "signature": "AA"}


@pytest.mark.parametrize(
    ("given", "index", "found"),
    [
        (general(SIGNED, {**SIGNED, "signature": "BB"}), 1, f"{HS}.e30.BB"),
        (general({**SIGNED, "header": {}}), 0, f"{HS}.e30.AA"),
        (general({**SIGNED, "header": {"kid": "k"}}), 0, "header-lost"),
        (general({**SIGNED, "header": 1}), 0, "header-lost"),
        (general({"header": {}, "signature": "AA"}), 0, "protected-missing"),
        (general(SIGNED), 1, "entry-missing"),
        (general(SIGNED), -1, "entry-missing"),
        (general(SIGNED, payload=1), 0, "member-not-text"),
        (general(SIGNED, payload="e30.e30"), 0, "member-not-text"),
        (general({**SIGNED, "signature": ["AA"]}), 0, "member-not-text"),
        (general({**SIGNED, "protected": RAW}, payload="$.02"), 0, "unencoded-dot"),
        (general({**SIGNED, "protected": RAW}, payload=2), 0, "member-not-text"),
        (general({**SIGNED, "protected": RAW}, payload="a~b"), 0, f"{RAW}.a~b.AA"),
        (general(SIGNED)[:-2], 0, "json-broken"),
        (recipients({"encrypted_key": "a2V5"}), 0, f"{ENC}.a2V5..Y3Q."),
        (recipients({}, {"encrypted_key": "a2V5"}, iv="aXY", tag="dGFn"), 1, KEYED),
        (recipients({}, iv="aXY", tag="dGFn"), 0, JWE),
        (recipients({"header": {"kid": "k"}}), 0, "header-lost"),
        (recipients({}, unprotected={"kid": "k"}), 0, "header-lost"),
        (recipients({}, aad="YWFk"), 0, "aad-lost"),
        (recipients({}, protected=""), 0, "protected-missing"),
        (recipients({}, iv=1), 0, "member-not-text"),
        (recipients({}), 1, "entry-missing"),
        (recipients({})[:-1], 0, "json-broken"),
        ("not a token", 0, "not-a-token"),
    ],
)
def test_what_would_be_lost_is_refused(given: str, index: int, found: str) -> None:
    """The compact form has one entry and a protected header; anything else is said, not dropped."""
    assert code(to_compact(read_token(given), index)) == found


@pytest.mark.parametrize(
    ("header", "index", "found"),
    [
        ({"disclosures": ["WyJ4Il0"]}, 0, f"{HS}.e30.AA~WyJ4Il0~"),
        ({"disclosures": ["WyJ4Il0"]}, 1, f"{HS}.e30.BB~WyJ4Il0~"),
        ({"disclosures": [], "kb_jwt": ONE}, 0, f"{HS}.e30.AA~{ONE}"),
        ({"disclosures": [], "kid": "k"}, 0, "header-lost"),
        ({"disclosures": [1]}, 0, "disclosures-not-texts"),
        ({"disclosures": ["a~b"]}, 0, "disclosures-not-texts"),
        ({"disclosures": [], "kb_jwt": 1}, 0, "disclosures-not-texts"),
        ({"disclosures": []}, 2, "entry-missing"),
    ],
)
def test_an_sd_jwt_gets_its_tildes(header: dict[str, Any], index: int, found: str) -> None:
    """RFC 9901 section 8: disclosures and key binding stand beside the first signature."""
    given = general({**SIGNED, "header": header}, {**SIGNED, "signature": "BB"})
    assert code(to_compact(read_token(given), index)) == found


def test_the_json_of_an_sd_jwt_must_be_whole() -> None:
    """A text that lacks its end is shown, but not written in another form."""
    given = general({**SIGNED, "header": {"disclosures": []}})
    assert code(to_compact(read_token(given[:-2]))) == "json-broken"


def test_four_parts_are_no_encrypted_token() -> None:
    """Nothing is guessed into a JWE that is not whole."""
    assert code(json_jwe("a.b.c.d")) == "parts-missing"


def test_an_sd_jwt_without_a_protected_header_stays_json() -> None:
    """The issuer's signature must cover a header of its own."""
    given = general({"header": {"disclosures": []}, "signature": "AA"})
    assert code(to_compact(read_token(given))) == "protected-missing"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (general(SIGNED, SIGNED), "several-entries"),
        (general(1), "several-entries"),  # type: ignore[arg-type] # what no serialisation has
        (general(SIGNED, protected=HS), "two-forms"),
        (recipients({}, {}), "several-entries"),
        (f"{HS}.e30", "parts-missing"),
        (f"{HS}.e30~WyJ4Il0~", "parts-missing"),
        (f"{HS}.e30.AA.AA", "parts-missing"),
        ("not a token", "not-a-token"),
        (general(SIGNED)[:-1], "json-broken"),
    ],
)
def test_only_one_entry_is_flattened(given: str, found: str) -> None:
    """Several signatures have no flattened form (RFC 7515 section 7.2.2)."""
    assert code(to_flattened(read_token(given))) == found


def test_a_detached_payload_stays_detached() -> None:
    """A payload that travels apart is not written into the token."""
    flat = text(to_flattened(read_token(f"{HS}..AA", b"{}")))
    assert json.loads(flat) == SIGNED
    assert to_compact(read_token(flat, b"{}")) == f"{HS}..AA"


def test_the_layout_of_a_person_stays() -> None:
    """What is moved stands where it stood; the rest is not laid out anew."""
    flat = f'{{\n  "payload": "e30",\n  "protected": "{HS}",\n  "signature": "AA"\n}}'
    whole = (
        f'{{\n  "payload": "e30",\n  "signatures":[{{"protected": "{HS}","signature": "AA"}}]\n}}'
    )
    assert to_general(read_token(flat)) == whole
    assert to_general(read_token(whole)) == whole


def test_recipients_without_members_of_their_own_are_one_empty_object() -> None:
    """RFC 7516 section 7.2.1: the list has an element even where that has nothing to say."""
    flat = text(to_flattened(read_token(JWE)))
    assert json.loads(text(to_general(read_token(flat))))["recipients"] == [{}]


@pytest.mark.parametrize("folder", ["jws", "rfc7797", "curve25519", "jwe"])
def test_the_cookbook_s_forms_become_one_another(folder: str) -> None:
    """RFC 7520 writes each example in up to three forms: each is made from each, where it can."""
    seen = 0
    for path in sorted((vectors("jose-cookbook") / folder).glob("*.json")):
        seen += _forms(path)
    assert seen


def _forms(path: Path) -> int:
    one = json.loads(path.read_text("utf-8"))
    detached = one["input"].get("payload", "").encode() if "Detached" in one["title"] else None
    forms = {
        name: form if isinstance(form, str) else json.dumps(form)
        for name, form in one["output"].items()
    }
    for form in forms.values():
        read = read_token(form, detached)
        flat, whole = to_flattened(read), to_general(read)
        if isinstance(flat, str) and "json_flat" in forms:
            assert json.loads(flat) == json.loads(forms["json_flat"]), path.name
        if "json" in forms:
            # The book leaves a list of one empty recipient out; RFC 7516 wants it there.
            made = {k: v for k, v in json.loads(text(whole)).items() if v != [{}]}
            assert made == json.loads(forms["json"]), path.name
        if "compact" in forms:
            assert to_compact(read) == forms["compact"], path.name
        elif isinstance(to_compact(read), str):
            assert path.name.startswith("4.2."), path.name
    return len(forms)
