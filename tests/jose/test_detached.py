"""A payload leaves its token and comes back, and the signature stays right."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.inspect import inspect
from jwtdesk.jose.detached import attach, detach
from jwtdesk.jose.json_form import to_flattened, to_general
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from tests.made import SECRET, part, token
from tests.vectors.locate import vectors

HS = part('{"alg":"HS256"}')
RAW = part('{"alg":"HS256","b64":false,"crit":["b64"]}')
ENC = part('{"alg":"dir","enc":"A128GCM"}')
ONE = token()
HEAD, _, TAIL = ONE.split(".")


def code(found: str | Problem) -> str:
    """Return the code of a refusal, or the text that was made."""
    return found.code if isinstance(found, Problem) else found


@given(st.binary(min_size=1, max_size=60), st.booleans())
def test_there_and_back(octets: bytes, general: bool) -> None:
    """Any octets, in every form; without them and with them apart, the same verdict."""
    text = token(octets)
    write = to_general if general else to_flattened
    made = write(read_token(text))
    assert isinstance(made, str)
    for form in (text, made):
        apart = detach(read_token(form))
        assert isinstance(apart, str)
        bare = read_token(apart, octets)
        assert bare.payload_octets == octets
        assert bare.signatures == read_token(form).signatures
        back = attach(replace(bare, detached=None), octets)
        assert isinstance(back, str)
        assert read_token(back).payload_octets == octets
        assert json.loads(back) == json.loads(form) if form == made else back == form


def test_the_signature_of_a_detached_payload_verifies() -> None:
    """Encoded or not, the octets given apart are what was signed."""
    found = inspect(f"{HEAD}..{TAIL}".encode(), SECRET, now=0, payload=b'{"sub":"ada"}')
    report: dict[str, Any] = found.as_json()
    assert report["signature"]["code"] == "verified"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ONE, f"{HEAD}..{TAIL}"),
        (f"{RAW}.$ 02.AA", f"{RAW}..AA"),
        (
            f'{{ "payload": "e30", "protected": "{HS}", "signature": "AA" }}',
            f'{{ "protected": "{HS}", "signature": "AA" }}',
        ),
        (f"{HS}..AA", "payload-absent"),
        (f'{{"protected":"{HS}","signature":"AA"}}', "payload-absent"),
        (f'{{"payload":"e30","protected":"{HS}","signature":"AA"', "json-broken"),
        (f"{ONE}~WyJ4Il0~", "not-detachable"),
        (f"{HS}.e30", "not-detachable"),
        ("no token", "not-detachable"),
        (f"{ENC}..aXY0.Y3Q0.dGFn", "not-detachable"),
    ],
)
def test_a_payload_is_taken_out(text: str, found: str) -> None:
    """Where there is one, of a signed token; everything else keeps its bytes."""
    assert code(detach(read_token(text))) == found


@pytest.mark.parametrize(
    ("text", "octets", "found"),
    [
        (f"{HS}..AA", b"\xff", f"{HS}._w.AA"),
        (f"{RAW}..AA", b"x y", f"{RAW}.x y.AA"),
        (f"{RAW}..AA", b"x.y", "unencoded-dot"),
        (f"{RAW}..AA", b"\xff", "payload-not-utf8"),
        (
            f'{{"protected":"{RAW}","signature":"AA"}}',
            b'x."',
            f'{{"payload":"x.\\"","protected":"{RAW}","signature":"AA"}}',
        ),
        (
            f'{{"payload" : "", "protected":"{HS}","signature":"AA"}}',
            b"{}",
            f'{{"payload" : "e30", "protected":"{HS}","signature":"AA"}}',
        ),
        (f'{{"protected":"{RAW}","signature":"AA"}}', b"\xff", "payload-not-utf8"),
        (ONE, b"{}", "payload-present"),
        (f"{ONE}~", b"{}", "not-detachable"),
    ],
)
def test_a_payload_is_put_back(text: str, octets: bytes, found: str) -> None:
    """Into its empty place, encoded as the header says."""
    assert code(attach(read_token(text), octets)) == found


def test_the_detached_example_of_rfc_7520_is_made_whole() -> None:
    """Section 4.5: with its payload put back it is an ordinary token with the same signature."""
    (path,) = (vectors("jose-cookbook") / "jws").glob("4_5*")
    one = json.loads(path.read_text("utf-8"))
    octets = one["input"]["payload"].encode()
    for form in one["output"].values():
        text = form if isinstance(form, str) else json.dumps(form)
        whole = attach(read_token(text), octets)
        assert isinstance(whole, str)
        key = json.dumps(one["input"]["key"]).encode()
        report: dict[str, Any] = inspect(whole.encode(), key, now=0).as_json()
        assert report["signature"]["code"] == "verified"
        apart = detach(read_token(whole))
        assert isinstance(apart, str)
        assert apart == form or json.loads(apart) == form
