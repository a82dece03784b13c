"""A compressed payload is shown unpacked, and what was signed stays what was received."""

import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.inspect import inspect
from jwtdesk.jose.inflate import MOST, deflate
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.zipped import deflated
from tests.made import SECRET, part, token

ZIP = '{"alg":"HS256","zip":"DEF"}'
CLAIMS = b'{"iss":"https://issuer.example","nbf":1620992383,"exp":1620992384}'


def test_a_smart_health_card_reads_as_its_claims() -> None:
    """The claims are the unpacked ones; the signature covers the segment as it stands."""
    text = token(deflate(CLAIMS), ZIP)
    read = read_token(text)
    assert (read.payload_octets, read.zipped, read.problems) == (CLAIMS, True, ())
    assert read.signatures[0].input == text.rpartition(".")[0].encode()
    report: dict[str, Any] = inspect(text.encode(), SECRET, now=1_700_000_000).as_json()
    assert report["signature"]["code"] == "verified"
    assert report["payload"] == json.loads(CLAIMS)
    assert report["time"]["state"] == "bad"


def test_the_json_form_is_unpacked_too() -> None:
    """The header of the first signature says how the payload travelled."""
    value = {"payload": part(deflate(CLAIMS)), "protected": part(ZIP), "signature": "AA"}
    read = read_token(json.dumps(value))
    assert (read.payload_octets, read.zipped, read.problems) == (CLAIMS, True, ())
    broken = read_token(json.dumps({**value, "payload": part(b"\xff\xff")}))
    assert [one.code for one in broken.problems] == ["zip-broken"]
    del value["payload"]
    apart = read_token(json.dumps(value), b"\xff\xff")
    assert [one.code for one in apart.problems] == ["zip-broken"]


@pytest.mark.parametrize(
    ("payload", "code", "severity"),
    [
        (deflate(CLAIMS)[:-3], "zip-cut-off", Severity.ERROR),
        (deflate(CLAIMS) + b"x", "zip-trailing", Severity.ERROR),
        (deflate(CLAIMS) + b"xyz", "zip-trailing", Severity.ERROR),
        (deflate(bytes(MOST + 1)), "zip-too-large", Severity.ERROR),
        (b"\xff\xff", "zip-broken", Severity.ERROR),
        (zlib.compress(CLAIMS), "zip-broken", Severity.ERROR),
        (CLAIMS, "zip-unused", Severity.WARNING),
        (deflate(b"\xff"), "payload-not-utf8", Severity.WARNING),
        (deflate(b"[1]"), "payload-not-object", Severity.WARNING),
        (b"", "payload-empty", Severity.WARNING),
    ],
)
def test_every_fault_of_a_compressed_payload_is_named(
    payload: bytes, code: str, severity: Severity
) -> None:
    """One sentence at the place of the payload; what cannot be unpacked is kept as received."""
    read = read_token(token(payload, ZIP))
    (found,) = read.problems
    assert read.payload is not None
    assert (found.code, found.severity, found.span) == (code, severity, read.payload.span)
    assert read.zipped is code.startswith("payload-not")
    assert read.zipped or read.payload_octets == payload


@pytest.mark.parametrize("header", ['{"alg":"HS256","zip":"GZ"}', '{"alg":"HS256","zip":1}'])
def test_another_method_is_not_ours(header: str) -> None:
    """Only DEF has a meaning; anything else leaves the payload as it is."""
    read = read_token(token(CLAIMS, header))
    assert (read.payload_octets, read.zipped) == (CLAIMS, False)


def test_a_detached_payload_is_unpacked_too() -> None:
    """It takes the place of the segment, compressed as it was signed."""
    read = read_token(f"{part(ZIP)}..AA", deflate(CLAIMS))
    assert (read.payload_octets, read.zipped, read.problems) == (CLAIMS, True, ())


@given(st.binary(max_size=300))
def test_what_is_compressed_comes_back(octets: bytes) -> None:
    """Whatever the octets are."""
    assert deflated({"alg": "HS256"}, octets) == octets
    read = read_token(token(deflated({"zip": "DEF"}, octets), ZIP))
    assert (read.payload_octets, read.zipped) == (octets, True)
