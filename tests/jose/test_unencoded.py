"""Unencoded and detached payloads in every form, and what `crit` has to say (RFC 7797)."""

import hmac
import json
from itertools import product
from typing import Any

import pytest

from jwtdesk.analysis.inspect import inspect
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.read_token import read_token
from tests.made import SECRET, part

RAW = '{"alg":"HS256","b64":false,"crit":["b64"]}'
OPEN = '{"alg":"HS256","b64":true,"crit":["b64"]}'
FORMS = ["compact", "flattened", "general"]


def signed(
    form: str, header: str, octets: bytes, *, apart: bool = False, beside: object = None
) -> str:
    """Return a right token in one of the forms, with its payload inside or apart."""
    protected = part(header)
    raw = '"b64":false' in header
    content = octets if raw else encode(octets).encode()
    made = encode(hmac.digest(SECRET, protected.encode() + b"." + content, "sha256"))
    inside = "" if apart else content.decode("utf-8", "surrogateescape")
    if form == "compact":
        return f"{protected}.{inside}.{made}"
    entry: dict[str, Any] = {"protected": protected, "signature": made}
    if beside is not None:
        entry["header"] = beside
    whole = {} if apart else {"payload": inside}
    return json.dumps(whole | (entry if form == "flattened" else {"signatures": [entry]}))


def report(text: str, payload: bytes | None = None) -> dict[str, Any]:
    """Return the report on a token."""
    return inspect(text.encode(), SECRET, now=0, payload=payload).as_json()


@pytest.mark.parametrize(("form", "header"), list(product(FORMS, [RAW, OPEN, '{"alg":"HS256"}'])))
def test_a_payload_inside_verifies(form: str, header: str) -> None:
    """As it stands or encoded, blanks and tildes in it."""
    text = signed(form, header, b"It's 02~, twice")
    assert report(text)["signature"]["code"] == "verified"
    assert read_token(text).payload_octets == b"It's 02~, twice"


@pytest.mark.parametrize(
    ("form", "header", "octets"),
    list(
        product(
            FORMS, [RAW, OPEN, '{"alg":"HS256"}'], [b"$.02", b"\xff\x00.\n", "{\u20ac}".encode()]
        )
    ),
)
def test_any_octets_travel_apart(form: str, header: str, octets: bytes) -> None:
    """A detached payload may be anything, dots and binary too (RFC 7797 section 5.1)."""
    text = signed(form, header, octets, apart=True)
    assert report(text, octets)["signature"]["code"] == "verified"
    assert report(text, octets + b" ")["signature"]["code"] == "mismatch"
    assert report(text)["signature"]["code"] != "verified"


@pytest.mark.parametrize("form", FORMS[1:])
def test_json_carries_dots_and_line_ends(form: str) -> None:
    """Only between the dots of a compact token they have no place."""
    text = signed(form, RAW, b'a.b\n"c"')
    assert report(text)["signature"]["code"] == "verified"
    assert report(signed("compact", RAW, b"a.b"))["structure"]["code"] == "unencoded-dot"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ('{"alg":"HS256","b64":false}', "b64-without-crit"),
        ('{"alg":"HS256","b64":false,"crit":[]}', "b64-without-crit"),
        ('{"alg":"HS256","b64":false,"crit":["x"],"x":1}', "b64-without-crit"),
        ('{"alg":"HS256","b64":"false","crit":["b64"]}', "b64-not-boolean"),
        ('{"alg":"HS256","b64":null,"crit":["b64"]}', "b64-not-boolean"),
    ],
)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("apart", [False, True])
def test_a_misused_b64_is_refused_in_every_form(
    form: str, header: str, code: str, apart: bool
) -> None:
    """Right mathematics do not help: which octets were signed is not beyond doubt (section 6)."""
    text = signed(form, header, b"e30", apart=apart)
    read = read_token(text, b"e30" if apart else None)
    assert read.signatures[0].problem is not None
    assert read.signatures[0].problem.code == code
    assert code in {one.code for one in read.problems}
    assert report(text, b"e30" if apart else None)["signature"]["code"] == "malformed"


@pytest.mark.parametrize("form", FORMS[1:])
@pytest.mark.parametrize(
    ("header", "beside", "code"),
    [
        ('{"alg":"HS256"}', {"b64": False, "crit": ["b64"]}, "b64-not-protected"),
        ('{"alg":"HS256","crit":["b64"]}', {"b64": False}, "b64-not-protected"),
        ('{"alg":"HS256","b64":false}', {"crit": ["b64"]}, "b64-without-crit"),
    ],
)
def test_what_is_critical_must_be_protected(
    form: str, header: str, beside: object, code: str
) -> None:
    """RFC 7515 section 4.1.11: an unprotected `crit` or `b64` binds nobody, and misleads."""
    read = read_token(signed(form, header, b"e30", beside=beside))
    assert read.signatures[0].problem is not None
    assert read.signatures[0].problem.code == code


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("header", "code"),
    [
        ('{"alg":"HS256","crit":["exp"],"exp":1}', "crit-not-understood"),
        ('{"alg":"HS256","crit":["alg"]}', "crit-malformed"),
        ('{"alg":"HS256","crit":["zip"],"zip":"DEF"}', "crit-malformed"),
        ('{"alg":"HS256","crit":["x"]}', "crit-malformed"),
        ('{"alg":"HS256","crit":["b64","b64"],"b64":true}', "crit-malformed"),
        ('{"alg":"HS256","crit":"b64","b64":true}', "crit-malformed"),
        ('{"alg":"HS256","crit":[1]}', "crit-malformed"),
        ('{"alg":"HS256","crit":[]}', "crit-malformed"),
        (OPEN, "holds"),
    ],
)
def test_crit_binds_in_every_form(form: str, header: str, code: str) -> None:
    """The signature is right and the token is refused all the same."""
    told = report(signed(form, header, b"{}"))
    assert (told["signature"]["code"], told["policy"]["code"]) == ("verified", code)


@pytest.mark.parametrize("form", FORMS)
def test_a_jwt_is_never_unencoded(form: str) -> None:
    """RFC 7797 section 7 forbids it; the mathematics are right all the same."""
    header = '{"alg":"HS256","typ":"JWT","b64":false,"crit":["b64"]}'
    told = report(signed(form, header, b"{}"))
    assert (told["signature"]["code"], told["structure"]["code"]) == ("verified", "b64-in-jwt")
    assert told["structure"]["state"] == "warn"


def test_the_signatures_must_agree_about_it() -> None:
    """RFC 7797 section 3: one payload cannot be both encoded and not."""
    raw = json.loads(signed("general", RAW, b"e30"))
    raw["signatures"].append({"protected": part('{"alg":"HS256"}'), "signature": "AA"})
    assert report(json.dumps(raw))["structure"]["code"] == "b64-mixed"
