"""Every encoded part has a name, and changing one changes nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.base64url import encode
from jwtdesk.jose.json_form import to_flattened, to_general
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.segments import segments, with_segment
from tests.made import part, token
from tests.vectors.locate import vectors

HS = part('{"alg":"HS256"}')
RAW = part('{"alg":"HS256","b64":false,"crit":["b64"]}')
ENC = part('{"alg":"dir","enc":"A128GCM"}')
ONE = token()
SD = f"{ONE}~WyJ4Il0~WyJ5Il0~"
KB = f"{SD}{token('{}')}"
JWE = f"{ENC}.a2V5.aXY0.Y3Q0.dGFn"
FIRST = {"protected": HS, "signature": "AAAA"}
JSON = json.dumps({"payload": "e30", "signatures": [FIRST, {"signature": "BBBB"}, {}]})
BROAD = json.dumps(
    {
        "protected": ENC,
        "aad": "YWFk",
        "recipients": [{"header": {"kid": "a"}, "encrypted_key": "a2V5"}],
        "iv": "aXY0",
        "ciphertext": "Y3Q0",
        "tag": "dGFn",
    }
)
SIGNED = ["Header", "Payload", "Signature"]
BINDING = ["Key binding header", "Key binding payload", "Key binding signature"]
ENCRYPTED = ["Header", "Encrypted key", "Initialisation vector", "Ciphertext", "Authentication tag"]


def flat(text: str) -> str:
    """Return a compact token in flattened JSON."""
    made = to_flattened(read_token(text))
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ONE, SIGNED),
        (f"{HS}.e30", SIGNED[:2]),
        (HS + ".", SIGNED[:2]),
        (f"{ONE}.AA", SIGNED),
        (SD, [*SIGNED, "Disclosure 1", "Disclosure 2"]),
        (KB, [*SIGNED, "Disclosure 1", "Disclosure 2", *BINDING]),
        (f"{RAW}.$.02.AAAA", SIGNED),
        (f"{RAW}.$", SIGNED[:2]),
        (JWE, ENCRYPTED),
        (JSON, ["Payload", "Header 1", "Signature 1", "Signature 2"]),
        (flat(ONE), ["Payload", "Header", "Signature"]),
        (flat(SD), ["Payload", "Header", "Disclosure 1", "Disclosure 2", "Signature"]),
        (flat(KB), ["Payload", "Header", "Disclosure 1", "Disclosure 2", *BINDING, "Signature"]),
        (flat(JWE), ENCRYPTED),
        (BROAD, ["Header", "Additional authenticated data", *ENCRYPTED[1:]]),
        ("no token", []),
        ('{"kty":"oct"}', []),
    ],
)
def test_every_part_has_a_name_and_a_place(text: str, names: list[str]) -> None:
    """In the words of a reader, in the order of the text, exactly where it stands."""
    read = read_token(text)
    found = segments(read)
    assert [one.name for one in found] == names
    assert all(read.text[one.span.start : one.span.end] == one.encoded for one in found)


@pytest.mark.parametrize("text", [ONE, KB, JWE, JSON, BROAD, flat(KB), f"{RAW}.$ 02.AAAA"])
def test_what_is_put_back_is_what_was(text: str) -> None:
    """The octets of a part in its place give the very text."""
    read = read_token(text)
    for index, one in enumerate(segments(read)):
        assert with_segment(read, index, one.octets) == text


@given(st.sampled_from([ONE, KB, JWE, JSON, BROAD, flat(KB)]), st.binary(), st.data())
def test_one_part_changes_and_nothing_else(text: str, octets: bytes, data: st.DataObject) -> None:
    """Whatever the octets are."""
    read = read_token(text)
    found = segments(read)
    index = data.draw(st.integers(0, len(found) - 1))
    span = found[index].span
    made = with_segment(read, index, octets)
    assert made == text[: span.start] + encode(octets) + text[span.end :]


@pytest.mark.parametrize("index", [-1, 3, 99])
def test_a_part_that_is_not_there_changes_nothing(index: int) -> None:
    """The text is what it was."""
    assert with_segment(read_token(ONE), index, b"x") == ONE


def test_a_text_with_escapes_is_understood() -> None:
    """A JSON text may write its letters in other ways; a key binding so written is left out."""
    text = (
        flat(KB)
        .replace('"payload":"e', '"payload":"\\u0065')
        .replace('"kb_jwt":"e', '"kb_jwt":"\\u0065')
    )
    found = segments(read_token(text))
    assert (found[0].name, found[0].octets) == ("Payload", b'{"sub":"ada"}')
    assert not {one.name for one in found} & set(BINDING)


@pytest.mark.parametrize(
    ("text", "octets", "made"),
    [
        (f"{RAW}.$.AAAA", b"x y", f"{RAW}.x y.AAAA"),
        (f"{RAW}.$.AAAA", b"x.y", "unencoded-dot"),
        (f"{RAW}.$.AAAA", b"\xff", "payload-not-utf8"),
        (flat(f"{RAW}.$.AAAA"), b'x".\n', flat(f"{RAW}.$.AAAA").replace("$", 'x\\".\\n')),
    ],
)
def test_an_unencoded_payload_stays_as_it_is(text: str, octets: bytes, made: str) -> None:
    """RFC 7797: it is text, and between dots it has no dot."""
    read = read_token(text)
    index = [one.is_payload for one in segments(read)].index(True)
    found = with_segment(read, index, octets)
    assert (found.code if isinstance(found, Problem) else found) == made


def test_the_examples_of_rfc_7520_come_back() -> None:
    """Compact, flattened and general, signed and encrypted: every part is found and fits."""
    seen = 0
    for path in sorted(vectors("jose-cookbook").glob("*/*.json")):
        if path.name.startswith("4.2."):
            continue  # b64 is false without crit, so that its payload is not canonical base64url
        one = json.loads(path.read_text("utf-8"))
        forms = one.get("output", {}) if isinstance(one, dict) else {}
        for form in forms.values():
            read = read_token(form if isinstance(form, str) else json.dumps(form))
            for index, each in enumerate(segments(read)):
                assert with_segment(read, index, each.octets) == read.text
                seen += 1
            assert isinstance(to_general(read), str | Problem)
    assert seen
