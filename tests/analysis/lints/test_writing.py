"""How a token is written: base64url, names twice, forms of signatures, bytes that are no text."""

import base64
import gzip
import json

import pytest

from jwtdesk.jose.problem import Severity
from tests.analysis.lints.reviewed import (
    ERROR,
    HEADER,
    INFO,
    PAYLOAD,
    WARNING,
    in_header,
    in_payload,
    of,
    review,
    severity,
)
from tests.keys.locate import key_file
from tests.made import SECRET, part, token

TOKEN = token(PAYLOAD, HEADER)
P256 = key_file("ec-p256-public-spki.pem")
RSA = key_file("rsa-2048-public-spki.pem")
EMPTY = part("{}")
ES256 = part('{"alg":"ES256"}') + f".{EMPTY}"


def test_a_clean_token() -> None:
    """Nothing is found in a token as it should be."""
    assert review(TOKEN, SECRET) == ()


def test_padding() -> None:
    """A padded part is told once, at its place in the token."""
    head, rest = part('{"alg":"HS256" }'), part("{}")
    padded = f"{head}==.{rest}=.{rest}="
    (found,) = of("base64-padding", review(padded))

    assert found.severity is WARNING
    assert found.where == "token"
    assert found.span
    assert padded[found.span.start : found.span.end] == "=="


def test_the_other_alphabet() -> None:
    """Standard base64 makes many libraries refuse the token."""
    payload = base64.b64encode(b'{"a":"???>>>~~~"}').decode().rstrip("=")
    assert {"/", "+"} & set(payload)

    assert severity("base64-standard-alphabet", review(f"{part(HEADER)}.{payload}.AAAA")) is ERROR


@pytest.mark.parametrize(
    "identity", ["base64-standard-alphabet", "base64-padding", "trailing-bits"]
)
def test_the_right_alphabet(identity: str) -> None:
    """A minus and an underscore are base64url."""
    payload = part('{"a":"???>>>~~~"}')
    assert {"-", "_"} & set(payload)

    assert not of(identity, review(f"{part(HEADER)}.{payload}.AAAA"))


def stray(text: str) -> str:
    """Return a text with its last character replaced by another spelling of the same octets."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return text[:-1] + alphabet[alphabet.index(text[-1]) + 1]


def test_stray_bits() -> None:
    """The last character of a part carries bits of no byte."""
    assert severity("trailing-bits", review(stray(TOKEN), SECRET)) is WARNING
    assert severity("trailing-bits", review(stray(TOKEN))) is WARNING


def test_stray_bits_of_a_cut_signature() -> None:
    """Where a wrong signature lost its end they are but a trace of that."""
    text = part('{"alg":"RS256"}') + f".{EMPTY}.{stray(part(b'x' * 100))}"

    assert severity("trailing-bits", review(text, RSA)) is INFO


def test_stray_bits_of_the_payload_of_a_wrong_token() -> None:
    """In another part they are no trace of a lost end."""
    text = part('{"alg":"HS256"}') + f".{stray(EMPTY)}.{part(b'x' * 32)}"

    assert severity("trailing-bits", review(text, SECRET)) is WARNING


@pytest.mark.parametrize(
    ("header", "payload", "expected", "where"),
    [
        (HEADER, '{"a":1,"a":2}', WARNING, "payload"),
        (HEADER, '{"b":{"a":1,"\\u0061":1}}', WARNING, "payload"),
        ('{"alg":"HS256","alg":"none"}', "{}", ERROR, "header"),
        (HEADER, '{"a":1,"b":{"a":1},"A":2}', None, ""),
        (HEADER, '{"a":1,"a":', None, ""),
    ],
)
def test_a_name_twice(header: str, payload: str, expected: Severity | None, where: str) -> None:
    """The same name in one object, however it is spelled, is told with its place."""
    found = of("duplicate-key", review(token(payload, header)))

    assert [one.severity for one in found] == ([expected] if expected else [])
    assert [one.where for one in found] == ([where] if where else [])
    assert all(one.span for one in found)


def der(*numbers: int) -> bytes:
    """Return a DER sequence of numbers."""
    coded = [one.to_bytes(one.bit_length() // 8 + 1, "big") for one in numbers]
    body = b"".join(bytes([2, len(one)]) + one for one in coded)
    return bytes([0x30, len(body)]) + body


ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@pytest.mark.parametrize(
    ("octets", "is_der", "is_zero"),
    [
        (der(1 << 255, 1 << 254), True, False),
        (der(1, 0), True, True),
        (bytes(64), False, True),
        ((1).to_bytes(32, "big") + bytes(32), False, True),
        (ORDER.to_bytes(32, "big") * 2, False, True),
        ((ORDER - 1).to_bytes(32, "big") * 2, False, False),
        (der(1, 2) + b"x", False, False),
        (der(1), False, False),
        (b"\x30\x80", False, False),
        (b"\x30" + b"x" * 63, False, False),
        (b"x" * 200, False, False),
        (b"x" * 63, False, False),
    ],
)
def test_forms_of_ecdsa(octets: bytes, is_der: bool, is_zero: bool) -> None:
    """A wrapped signature, and one made of nothing, are told with or without a key."""
    for key in (None, P256):
        found = review(f"{ES256}.{part(octets)}", key)

        assert severity("ecdsa-der", found) is (ERROR if is_der else None)
        assert severity("ecdsa-zero", found) is (ERROR if is_zero else None)


@pytest.mark.parametrize(
    ("alg", "length"), [("ES384", 96), ("ES512", 132), ("ES256K", 64), ("HS256", 32), ("XX", 64)]
)
def test_zeros_on_every_curve(alg: str, length: int) -> None:
    """Only ECDSA has numbers that may not be zero."""
    found = review(f"{part(json.dumps({'alg': alg}))}.{EMPTY}.{part(bytes(length))}")

    assert bool(of("ecdsa-zero", found)) is alg.startswith("ES")


def test_an_empty_signature_has_no_form() -> None:
    """Nothing is neither wrapped nor zero."""
    found = review(f"{ES256}.")

    assert not of("ecdsa-zero", found)
    assert not of("ecdsa-der", found)


@pytest.mark.parametrize(
    ("header", "payload", "expected"),
    [
        (HEADER, b"\xff\xfe{}", ERROR),
        ('{"alg":"HS256"}', b"\xff\xfe{}", INFO),
        ('{"alg":"HS256","typ":"at+jwt"}', b"\xed\xa0\x80", ERROR),
        (HEADER, "{}", None),
        (HEADER, '{"a":"ü"}', None),
        (HEADER, "", None),
    ],
)
def test_a_payload_that_is_no_text(
    header: str, payload: str | bytes, expected: Severity | None
) -> None:
    """Octets that are no UTF-8 are an error only where the header promises a JWT."""
    assert severity("not-utf8", review(token(payload, header))) is expected


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (gzip.compress(b"{}"), "(gzip), 2 bytes unpacked: JSON object."),
        (bytes.fromhex("d28443a10126a10442313142abcd43010203"), "COSE_Sign1"),
        (b"\xff\xfe{}", "It was damaged when copied"),
    ],
)
def test_a_payload_that_is_no_text_is_named(payload: bytes, words: str) -> None:
    """Where it is something known, that is said instead of guesses at how it was damaged."""
    (found,) = of("not-utf8", review(token(payload)))
    assert words in found.detail


def test_a_header_that_is_no_text() -> None:
    """Without a readable header nothing is known."""
    found = of("not-utf8", review(part(b"{\xff}") + f".{EMPTY}.AAAA"))

    assert [(one.severity, one.where) for one in found] == [(ERROR, "header")]


def test_findings_come_worst_first() -> None:
    """Errors stand before warnings, and these before what is only worth knowing."""
    found = in_payload('{"sub":"a@example.com","exp":"1","a":1,"a":2}')
    order = [ERROR, WARNING, INFO]
    ranks = [order.index(one.severity) for one in found]

    assert set(ranks) == {0, 1, 2}
    assert ranks == sorted(ranks)


def test_an_encrypted_token_has_a_header_only() -> None:
    """What cannot be read is not judged."""
    head = part('{"alg":"RSA1_5","enc":"A128GCM","kid":"/dev/null"}')
    found = review(f"{head}.AAAA.AAAA.AAAA.{'A' * 22}")

    assert {one.id for one in found} == {"deprecated-alg", "kid-path"}


@pytest.mark.parametrize(
    ("alg", "expected"),
    [
        ("EdDSA", INFO),
        ("Ed25519", None),
        ("RSA1_5", WARNING),
        ("RS1", WARNING),
        ("HS1", WARNING),
        ("RSA-SHA1", WARNING),
        ("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", WARNING),
        ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", WARNING),
        ("none", None),
        ("RS256", None),
        ("HS256", None),
        ("RSA-OAEP", None),
        ("http://example.com/HS1", None),
    ],
)
def test_old_algorithms(alg: str, expected: Severity | None) -> None:
    """Broken ones deserve a change, a vague name is worth knowing."""
    assert severity("deprecated-alg", in_header(json.dumps({"alg": alg}))) is expected


def test_an_algorithm_that_is_no_text() -> None:
    """A number is no old algorithm."""
    assert not of("deprecated-alg", in_header('{"alg":1}'))


@pytest.mark.parametrize(
    ("header", "payload", "expected"),
    [
        ('{"alg":"HS256"}', "{}", INFO),
        ('{"alg":"HS256","typ":"JWT"}', "{}", None),
        ('{"alg":"HS256","typ":""}', "{}", None),
        ('{"alg":"HS256"}', "[]", None),
        ('{"alg":"HS256"}', "text", None),
    ],
)
def test_a_type_that_is_not_named(header: str, payload: str, expected: Severity | None) -> None:
    """Only a token with claims needs to say what kind of token it is."""
    assert severity("typ-missing", review(token(payload, header))) is expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [(4096, None), (4097, INFO), (8170, INFO), (8171, WARNING), (9000, WARNING)],
)
def test_sizes(size: int, expected: Severity | None) -> None:
    """A cookie holds 4,096 characters, a header line 8,192 with what stands before the token."""
    start = part('{"alg":"HS512","typ":"JWT"}') + "."
    text = f"{start}{'e' * (size - len(start) - 1)}."

    assert len(text) == size
    assert severity("oversize-header", review(text)) is expected


def test_a_json_serialisation_does_not_travel_in_headers() -> None:
    """Only compact tokens stand in header lines."""
    text = json.dumps(
        {"payload": "e" * 20_000, "protected": part(HEADER), "signature": part(b"x" * 32)}
    )
    assert not of("oversize-header", review(text))
