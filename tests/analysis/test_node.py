"""Lines of the tree of tokens."""

import json
from dataclasses import replace

import pytest

from jwtdesk.analysis.chain_check import Chain, Row
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.node import certificate_nodes, node_of
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.certificate_details import details
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Encrypted, Recipient
from tests.certificates import LEAF
from tests.made import SECRET, part, token
from tests.made_selective import confirmed, kb_jwt, sd_jwt

NOW = 1_800_000_000
HEAD, BODY, MAC = token().split(".")
ENTRY = {"protected": HEAD, "signature": MAC}
JWE = part('{"alg":"dir","enc":"A128GCM"}') + "..AAAA.AAAA.AAAA"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (token(), "Signed token, HS256"),
        (token(header='{"alg":"none"}'), "Unsigned token"),
        (part('{"typ":"JWT"}') + ".e30.AAAA", "Signed token, no algorithm"),
        (json.dumps({"payload": BODY, "signatures": [ENTRY]}), "Signed token, HS256"),
        (json.dumps({"payload": BODY, "signatures": [ENTRY] * 2}), "Signed token, 2 signatures"),
        (JWE, "Encrypted token, dir + A128GCM"),
        (part('{"alg":"dir"}') + "..AAAA.AAAA.AAAA", "Encrypted token, dir"),
        (f"{token()}~", "Selective disclosure token, HS256"),
        (part('{"alg":"\\u202eX"}') + ".e30.AAAA", "Signed token, \\u202eX"),
        (part('{"alg":"' + "X" * 99 + '"}') + ".e30.AAAA", f"Signed token, {'X' * 60}…"),
        ("hello", "Not a token"),
    ],
)
def test_titles(text: str, title: str) -> None:
    """What it is, in a reader's words, whatever its header holds."""
    found = inspect(text.encode(), SECRET, now=NOW)
    node = node_of(found.token, found.verdict, ("$.a",))

    assert (node.title, node.kind, node.path) == (title, found.token.kind, ("$.a",))
    assert node.detail == found.verdict.headline


def test_the_number_of_recipients() -> None:
    """Several recipients are counted."""
    encrypted = Encrypted("", b"", b"", b"", b"", (Recipient({}, b""),) * 3)
    found = inspect(JWE.encode(), now=NOW)
    node = node_of(replace(read_token(JWE), encrypted=encrypted), found.verdict)

    assert node.title == "Encrypted token, 3 recipients"


def test_a_wrong_key_binding_decides() -> None:
    """A presentation that its holder did not sign is not all right, whoever issued it."""
    bare = sd_jwt({"sub": "a", "cnf": confirmed()})
    found = inspect(f"{bare}{kb_jwt(bare, sd_hash='x')}".encode(), SECRET, now=NOW)
    assert found.verdict.signature.state is State.OK
    lamp = node_of(found.token, found.verdict).lamp
    assert (lamp.state, lamp.code) == (State.BAD, "kb-sd-hash")


def test_a_key_binding_is_named() -> None:
    """By where it stands."""
    found = inspect(token().encode(), SECRET, now=NOW)

    assert node_of(found.token, found.verdict, ("~kb",)).title == "Key binding, HS256"


@pytest.mark.parametrize(
    ("payload", "secret", "code"),
    [
        ("{}", SECRET, "verified"),
        ("{}", b"x", "mismatch"),
        ('{"exp":1}', SECRET, "expired"),
        ("7", SECRET, "payload-not-object"),
    ],
)
def test_the_lamp_that_matters(payload: str, secret: bytes, code: str) -> None:
    """The first that is bad, else that warns, else the signature's."""
    found = inspect(token(payload).encode(), secret, now=NOW)

    assert node_of(found.token, found.verdict).lamp.code == code


def test_lines_for_certificates() -> None:
    """Each has its subject and issuer; none is ever said to be good."""
    read = details(LEAF.der)
    rows = (Row(read, None), Row(read, "It has expired."), Row(None, "This is not one."))
    nodes = certificate_nodes(Chain("header.x5c", rows, (), ()), ("$.vc",))

    assert [one.path for one in nodes] == [("$.vc", f"header.x5c[{at}]") for at in range(3)]
    assert [one.title for one in nodes] == ["Certificate: CN=leaf"] * 2 + ["Certificate"]
    assert [one.lamp.state for one in nodes] == [State.UNKNOWN, State.WARN, State.BAD]
    assert [one.detail for one in nodes] == ["Issued by CN=middle"] * 2 + ["This is not one."]
    assert {one.kind for one in nodes} == {"certificate"}
