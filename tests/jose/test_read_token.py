"""Any text is read as a token as far as it goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.not_a_token import LIMIT
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Token
from tests.made import part, token

HEADER = part('{"alg":"HS256"}')
CLAIMS = part('{"sub":"ada"}')
ENCRYPTED = part('{"alg":"dir","enc":"A128GCM"}')
RAW = part('{"alg":"HS256","b64":false,"crit":["b64"]}')
RAW_JWT = part('{"alg":"HS256","b64":false,"crit":["b64"],"typ":"JWT"}')
JWT = part('{"alg":"HS256","typ":"JWT"}')
AT_JWT = part('{"alg":"HS256","typ":"application/AT+jwt"}')
UNSIGNED = part('{"alg":"none"}')
ODD_ALG = part('{"alg":"nOnE"}')
TWICE = part('{"alg":"HS256","alg":"none"}')


def codes(read: Token) -> list[str]:
    """Return the codes of everything wrong with a token."""
    return [one.code for one in read.problems]


def fault(read: Token) -> str | None:
    """Return the code of what keeps the first signature from being computed with."""
    return read.signatures[0].problem.code if read.signatures[0].problem else None


def test_a_sound_token_is_read_whole() -> None:
    """Header, payload and signature are there, with their places and the octets signed."""
    text = token()
    read = read_token(text)
    assert (read.kind, read.text, codes(read), fault(read)) == (Kind.JWS, text, [], None)
    assert read.header is not None
    assert read.payload is not None
    assert read.signature is not None
    cut = [text[one.span.start : one.span.end] for one in (read.header, read.payload)]
    assert cut == text.split(".")[:2]
    assert text[read.signature.span.start :] == read.signature.encoded
    assert read.signatures[0].input == text.rpartition(".")[0].encode()
    assert read.payload_octets == b'{"sub":"ada"}'
    assert (read.alg, read.jose_header) == ("HS256", {"alg": "HS256"})


@pytest.mark.parametrize(
    ("text", "kind", "found", "stopped"),
    [
        (HEADER, Kind.JWS, ["parts-missing"], "parts-missing"),
        (f"{HEADER}.{CLAIMS}", Kind.JWS, ["parts-missing"], "parts-missing"),
        (f"{UNSIGNED}.{CLAIMS}", Kind.JWS, ["parts-missing"], None),
        (f"{UNSIGNED}.{CLAIMS}.", Kind.JWS, [], None),
        (f"{UNSIGNED}.{CLAIMS}.AA", Kind.JWS, ["unsecured-with-signature"], None),
        (f"{HEADER}.{CLAIMS}.", Kind.JWS, ["signature-empty"], None),
        (f"{ODD_ALG}.{CLAIMS}.", Kind.JWS, ["signature-empty"], None),
        (f"{HEADER}.{CLAIMS}.AA.", Kind.JWS, ["parts-surplus"], "parts-surplus"),
        (f"{HEADER}.{CLAIMS}.AA.x.y.z", Kind.JWS, ["parts-surplus"], "parts-surplus"),
        (f"{TWICE}.{CLAIMS}.", Kind.JWS, ["duplicate-member"], None),
        (f"e30.{CLAIMS}.AA", Kind.JWS, ["alg-missing"], "alg-missing"),
        (f"W10.{CLAIMS}.AA", Kind.JWS, ["header-not-object"], "header-not-object"),
        (
            f"{HEADER[:9]}.{CLAIMS}.AA",
            Kind.JWS,
            ["base64-length", "header-not-json"],
            "base64-length",
        ),
        (f"{HEADER[:8]}.{CLAIMS}.AA", Kind.JWS, ["header-not-json"], "header-not-json"),
        (f"gICA.{CLAIMS}.AA", Kind.JWS, ["header-not-utf8"], "header-not-utf8"),
        (f"{HEADER}.{CLAIMS}.A?A", Kind.JWS, ["base64-foreign"], "base64-foreign"),
        (f"{HEADER}.{CLAIMS}?.AA", Kind.JWS, ["base64-foreign"], "base64-foreign"),
        (
            f"{HEADER}.{CLAIMS}.A+A/",
            Kind.JWS,
            2 * ["base64-standard-alphabet"],
            "base64-standard-alphabet",
        ),
        (f"{HEADER}.{CLAIMS}.A", Kind.JWS, ["base64-length"], "base64-length"),
        (f"{HEADER}.{CLAIMS}.AB", Kind.JWS, ["base64-trailing-bits"], None),
        (f"{HEADER}.{CLAIMS}.AA==", Kind.JWS, ["base64-padding"], None),
        (f"{HEADER}..AA", Kind.JWS, ["payload-empty"], None),
        (f"{HEADER}.gICA.AA", Kind.JWS, ["payload-not-utf8"], None),
        (HEADER + "." + part("{") + ".AA", Kind.JWS, ["payload-not-json"], None),
        (HEADER + "." + part("[1]") + ".AA", Kind.JWS, ["payload-not-object"], None),
        (HEADER + "." + part("[" * 300 + "]" * 300) + ".AA", Kind.JWS, ["payload-too-deep"], None),
        (f"{ENCRYPTED}..AAAAAAAAAAAAAAAA..AAAAAAAAAAAAAAAAAAAAAA", Kind.JWE, [], "encrypted"),
        (
            f"{ENCRYPTED}.?...",
            Kind.JWE,
            ["base64-foreign", "iv-missing", "tag-missing"],
            "encrypted",
        ),
        (f"{HEADER}....", Kind.JWE, ["enc-missing"], "encrypted"),
        (f"{HEADER[:8]}....", Kind.JWE, ["header-not-json"], "encrypted"),
        (f"{HEADER}.{CLAIMS}.AA~WyJ4Il0~", Kind.SD_JWT, ["disclosure-wrong-length"], None),
        (f"{HEADER}.{CLAIMS}.AA~~", Kind.SD_JWT, ["disclosure-empty"], None),
        (f"{RAW}.$02.AA", Kind.JWS, ["payload-not-json"], None),
        (f"{RAW}.a~b.AA", Kind.JWS, ["payload-not-json"], None),
        (f"{RAW}.$.02.AA", Kind.JWS, ["unencoded-dot", "payload-not-json"], None),
        (f"{RAW}.$02", Kind.JWS, ["parts-missing", "payload-not-json"], "parts-missing"),
        (RAW, Kind.JWS, ["parts-missing"], "parts-missing"),
        (
            part('{"alg":"HS256","b64":false}') + ".e30.AA",
            Kind.JWS,
            ["b64-without-crit"],
            "b64-without-crit",
        ),
    ],
)
def test_every_fault_is_named(text: str, kind: Kind, found: list[str], stopped: str | None) -> None:
    """The kind is recognised, each fault told, and the signature stopped only where it must be."""
    read = read_token(text)
    assert (read.kind, codes(read), fault(read)) == (kind, found, stopped)


@pytest.mark.parametrize(
    ("header", "severity"),
    [(HEADER, Severity.WARNING), (JWT, Severity.ERROR), (AT_JWT, Severity.ERROR)],
)
@pytest.mark.parametrize("payload", ["gICA", part("no"), part("[]"), ""])
def test_a_payload_without_claims_is_wrong_only_in_a_jwt(
    header: str, severity: Severity, payload: str
) -> None:
    """A JWS may carry anything; what calls itself a JWT must carry an object."""
    assert [one.severity for one in read_token(f"{header}.{payload}.AA").problems] == [severity]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("hello", "not-a-token"),
        ("a.b.c", "not-a-token"),
        ("~/.ssh/id_rsa", "not-a-token"),
        ("about ~ three", "not-a-token"),
        ("....", "not-a-token"),
        ("-----BEGIN PUBLIC KEY-----\nAAAA", "is-key"),
        ("ssh-ed25519 AAAA", "is-key"),
        ("v4.public.AAAA", "is-paseto"),
        ("gAAAAABh", "is-fernet"),
        ('{"kty":"oct"}', "is-key"),
        ('{"keys":[]}', "is-key"),
        ('{"sub":"ada"}', "not-a-token"),
        ('{"sub":', "not-a-token"),
        ("{]", "not-a-token"),
        ("x" * (LIMIT + 1), "too-large"),
    ],
)
def test_what_is_no_token_is_named_for_what_it_is(text: str, code: str) -> None:
    """One sentence says what the text is instead."""
    read = read_token(text)
    assert (read.kind, codes(read), read.signatures) == (Kind.UNREADABLE, [code], ())
    assert (read.alg, read.jose_header) == (None, {})


def test_white_space_is_removed_and_said() -> None:
    """The token is read as if it had never been broken."""
    text = token()
    read = read_token(f" {text[:9]}\n{text[9:]}\n")
    assert read.text == text
    assert [one.message for one in read.cleaned] == ["2 line breaks and 1 blank removed"]


def test_an_unencoded_payload_keeps_its_white_space() -> None:
    """RFC 7797: it stands as it is between the dots; only what is around goes."""
    read = read_token(f"{RAW}.two words.AA\n")
    assert read.payload_octets == b"two words"
    assert read.signatures[0].input == f"{RAW}.two words".encode()
    assert [one.message for one in read.cleaned] == ["1 line break removed"]
    assert read_token(f"{RAW}.two words.AA").cleaned == ()


def test_a_detached_payload_is_signed_encoded() -> None:
    """RFC 7515 Appendix F: the payload travels apart, the signature covers its encoding."""
    read = read_token(f"{JWT}..AA", b'{"a":1}')
    assert (read.payload_octets, codes(read)) == (b'{"a":1}', [])
    assert read.signatures[0].input == (JWT + "." + part('{"a":1}')).encode()


def test_a_name_twice_in_a_detached_payload_is_told() -> None:
    """It is read like one inside the token; what is no JSON is not odd there."""
    assert codes(read_token(f"{HEADER}..AA", b'{"a":1,"a":2}')) == ["duplicate-member"]
    assert codes(read_token(f"{HEADER}..AA", b"\xff")) == []
    assert codes(read_token(f"{HEADER}..AA", b"text")) == []


def test_a_detached_unencoded_payload_is_signed_as_it_is() -> None:
    """RFC 7797 section 5: whatever its octets are."""
    read = read_token(f"{RAW_JWT}..AA", b"\xff.\x00")
    assert read.payload_octets == b"\xff.\x00"
    assert read.signatures[0].input == RAW_JWT.encode() + b".\xff.\x00"


def test_the_token_s_own_payload_counts() -> None:
    """A detached payload beside it is said to be ignored, unless it is the same."""
    assert codes(read_token(f"{HEADER}.{CLAIMS}.AA", b"{}")) == ["payload-twice"]
    assert codes(read_token(f"{HEADER}.{part('[]')}.AA", b"{}")) == [
        "payload-twice",
        "payload-not-object",
    ]
    assert codes(read_token(f"{HEADER}.{CLAIMS}.AA", b'{"sub":"ada"}')) == []
    assert read_token(HEADER, b"{}").payload_octets == b"{}"


def test_two_readings_of_one_text_are_equal() -> None:
    """What was cleaned away does not make another token."""
    assert read_token(f"{token()}\n") == read_token(token())


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and every place lies within the text."""
    read = read_token(text)
    spans = [one.span for one in read.problems if one.span]
    assert all(0 <= one.start <= one.end <= len(read.text) + 1 for one in spans)


@given(
    st.lists(
        st.sampled_from([HEADER, CLAIMS, RAW, ENCRYPTED, ".", "~", "=", "é", "\ud800", " ", "{"]),
        max_size=8,
    ),
    st.none() | st.binary(max_size=5),
)
def test_any_mixture_of_parts_is_read(pieces: list[str], detached: bytes | None) -> None:
    """However the pieces are put together, the answer is a token of some kind."""
    assert isinstance(read_token("".join(pieces), detached).kind, Kind)
