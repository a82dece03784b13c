"""Types of claims, numbers, odd characters, nesting, and what should not stand in a token."""

import json

import pytest

from jwtdesk.jose.problem import Severity
from tests.analysis.lints.reviewed import (
    ERROR,
    INFO,
    WARNING,
    in_header,
    in_payload,
    of,
    review,
    severity,
)
from tests.made import part, token


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"api"', None),
        ('["api","web"]', None),
        ("7", ERROR),
        ("null", ERROR),
        ("{}", ERROR),
        ("true", ERROR),
        ('["api",7]', ERROR),
        ("[null]", ERROR),
        ("[]", WARNING),
        ('""', WARNING),
        ('["api",""]', WARNING),
    ],
)
def test_audiences(value: str, expected: Severity | None) -> None:
    """A text or a list of texts, and not an empty one."""
    assert severity("aud-type", in_payload(f'{{"aud":{value}}}')) is expected


def test_no_audience() -> None:
    """A missing audience is of no wrong type."""
    assert not of("aud-type", in_payload('{"sub":"a"}'))
    assert not of("aud-type", in_payload("[]"))


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ('{"sub":1}', WARNING),
        ('{"sub":null}', WARNING),
        ('{"jti":1.5}', WARNING),
        ('{"cnf":"x"}', WARNING),
        ('{"act":[]}', WARNING),
        ('{"iss":12345}', INFO),
        ('{"email_verified":"true"}', INFO),
        ('{"scope":["a","b"]}', INFO),
        ('{"amr":"pwd"}', INFO),
        ('{"address":"street"}', INFO),
        ('{"name":true}', INFO),
        ('{"sub":"1","jti":"2","iss":"3","scope":"a b","email_verified":false}', None),
        ('{"cnf":{"jkt":"x"},"ver":1,"scp":["a"],"roles":["b"]}', None),
    ],
)
def test_types_of_claims(payload: str, expected: Severity | None) -> None:
    """What libraries refuse deserves a change; what big issuers do is worth knowing."""
    assert severity("claim-type", in_payload(payload)) is expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('{"alg":"HS256","kid":1}', WARNING),
        ('{"alg":"HS256","typ":[]}', WARNING),
        ('{"alg":"HS256","x5c":"MIIB"}', WARNING),
        ('{"alg":"HS256","jwk":"x"}', WARNING),
        ('{"alg":"HS256","kid":null}', None),
        ('{"alg":"HS256","kid":"1","x5c":["MIIB"]}', None),
    ],
)
def test_types_in_headers(header: str, expected: Severity | None) -> None:
    """Header parameters have types, too (RFC 7515 section 4.1)."""
    found = of("claim-type", in_header(header))

    assert [one.severity for one in found] == ([expected] if expected else [])
    assert all(one.where.startswith("header.") for one in found)


@pytest.mark.parametrize(
    ("number", "lost"),
    [
        ("9007199254740991", False),
        ("9007199254740992", True),
        ("-9007199254740993", True),
        ("12345678901234567890123", True),
        ("1.000000000000000005", True),
        ("0.1000000000000000055511151231257827", True),
        ("1e999", True),
        ("1e-999", True),
        ("123456789012345678e1", True),
        ("0.10", False),
        ("1E2", False),
        ("-0", False),
        ("0.30000000000000004", False),
        ("1.5e300", False),
        ("1795400000.123456", False),
        ('"9007199254740993"', False),
        ('"a\\"9007199254740993"', False),
    ],
)
def test_numbers_too_exact(number: str, lost: bool) -> None:
    """A number that a reader with floating point changes is worth knowing."""
    found = of("number-precision", in_payload(f'{{"a":[1,{{"id":{number}}}],"exp":1800000600}}'))

    assert [one.severity for one in found] == ([INFO] if lost else [])
    assert all(one.where == "payload.a[1].id" and one.span for one in found)


def test_many_exact_numbers() -> None:
    """After many that are exact the search ends; a broken text is not searched."""
    exact = ",".join(["1.00000000000000000"] * 600)

    assert not of("number-precision", in_payload(f"[{exact},9007199254740993]"))
    assert not of("number-precision", in_payload('{"a":9007199254740993'))


@pytest.mark.parametrize(
    ("text", "identity", "expected"),
    [
        ("\\ud800", "lone-surrogate", WARNING),
        ("\\udc00\\ud800", "lone-surrogate", WARNING),
        ("\\ud83d\\ude00", "lone-surrogate", None),
        ("\\\\ud800", "lone-surrogate", None),
        ("😀", "lone-surrogate", None),
        ("a\u202eb", "bidi-control", WARNING),
        ("a\\u202eb", "bidi-control", WARNING),
        ("\u2066x\u2069", "bidi-control", WARNING),
        ("\\u200f\u05e9\u05dc\u05d5\u05dd", "bidi-control", INFO),
        ("\u05e9\u05dc\u05d5\u05dd", "bidi-control", None),
        ("\\\\u202e", "bidi-control", None),
        ("ad\u200bmin", "invisible-char", WARNING),
        ("ad\\u200bmin", "invisible-char", WARNING),
        ("ad\u200dmin", "invisible-char", WARNING),
        ("admin\u200c", "invisible-char", WARNING),
        ("\\u0000", "invisible-char", WARNING),
        ("\\u001b[31m", "invisible-char", WARNING),
        ("\u3164", "invisible-char", WARNING),
        ("A\u00a0User", "invisible-char", INFO),
        ("A\\u202fUser", "invisible-char", INFO),
        ("A\u3000User", "invisible-char", None),
        ("a\U000e0041", "invisible-char", WARNING),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "invisible-char", None),
        ("👨\u200d👩\u200d👧", "invisible-char", None),
        ("🏴\U000e0067\U000e0062\U000e007f", "invisible-char", None),
        ("❤\ufe0f", "invisible-char", None),
        ("line\\nbreak\\ttab\\r", "invisible-char", None),
        ("\\\\u0000", "invisible-char", None),
        ("\u0430dmin", "mixed-script", WARNING),
        ("\\u0430dmin", "mixed-script", WARNING),
        ("paypa1\u0435", "mixed-script", WARNING),
        ("g\u03bfogle", "mixed-script", WARNING),
        ("\U0001d41admin", "mixed-script", WARNING),
        ("\u041c\u043e\u0441\u043a\u0432\u0430 city", "mixed-script", None),
        ("\\n\u041c\u043e\u0441\u043a\u0432\u0430", "mixed-script", None),
        ("IT-\u043e\u0442\u0434\u0435\u043b", "mixed-script", None),
        ("Jürgen Škoda", "mixed-script", None),
        ("東京Tower", "mixed-script", None),
        ("10µm 5kΩ", "mixed-script", None),
    ],
)
def test_odd_characters(text: str, identity: str, expected: Severity | None) -> None:
    """What deceives is told; what belongs into a language or an emoji is not."""
    found = of(identity, in_payload(f'{{"exp":1800000600,"a":{{"b":"{text}"}}}}'))

    assert [one.severity for one in found] == ([expected] if expected else [])
    assert all(one.where == "payload.a.b" and one.span for one in found)


def test_odd_characters_in_names_and_headers() -> None:
    """Names of members and the header are looked through as well."""
    assert of("mixed-script", in_payload('{"\u0430dmin":true}'))[0].where.startswith("payload[")
    assert (
        of("invisible-char", in_header('{"alg":"HS256","kid":"a\u200bb"}'))[0].where == "header.kid"
    )


def test_odd_characters_in_what_is_no_json() -> None:
    """A byte order mark in front may be why a text is no JSON."""
    assert severity("invisible-char", in_payload("\ufeff{}")) is WARNING
    assert severity("mixed-script", in_payload("{\u0430dmin \\u12")) is WARNING


def test_far_places_are_not_searched() -> None:
    """In a long text the finding stands without a place."""
    (found,) = of("invisible-char", in_payload(f'{{"a":"{"x" * 100_000}","b":"\u200b"}}'))

    assert (found.where, found.span) == ("payload", None)


@pytest.mark.parametrize(
    ("depth", "expected"),
    [(16, None), (17, INFO), (32, INFO), (33, WARNING), (199, WARNING), (300, WARNING)],
)
@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ('{"a":', "}")])
def test_depth(depth: int, expected: Severity | None, open_: str, close: str) -> None:
    """Many readers give up at 64 levels or fewer."""
    payload = open_ * depth + "1" + close * depth

    assert severity("deep-nesting", in_payload(payload)) is expected


def test_many_brackets_are_not_deep() -> None:
    """Lists side by side are not inside each other; a broken text is not judged."""
    assert not of("deep-nesting", in_payload("[" + ",".join(["[]"] * 50) + "]"))
    assert not of("deep-nesting", in_payload("[" * 50))


INNER = token('{"a":1}')
DIRECT = part('{"alg":"dir"}')
DISCLOSED = part("[]")
DETACHED = part('{"alg":"HS256"}') + "..AAAA"


@pytest.mark.parametrize(
    ("payload", "where"),
    [
        (f'{{"a":{{"b":"{INNER}"}}}}', "payload.a.b"),
        (f'{{"a":["x","{INNER}"]}}', "payload.a[1]"),
        (f'{{"vp":"{INNER}~{DISCLOSED}~"}}', "payload.vp"),
        (f'{{"jwe":"{DIRECT}.a.b.c.d"}}', "payload.jwe"),
        (INNER, "payload"),
        (f'"{INNER}"', "payload"),
    ],
)
def test_tokens_inside(payload: str, where: str) -> None:
    """A token in a claim, or as the payload itself, is told with its place."""
    found = of("nested-token", in_payload(payload))

    assert [(one.severity, one.where) for one in found] == [(INFO, where)]


@pytest.mark.parametrize(
    ("cty", "expected"),
    [("JWT", INFO), ("jwt", INFO), ("application/JWT", INFO), ("JSON", None), (7, None)],
)
def test_the_content_type_of_a_token(cty: object, expected: Severity | None) -> None:
    """A nested token says so in its header (RFC 7519 section 5.2), encrypted or not."""
    header = json.dumps({"alg": "dir", "enc": "A128GCM", "cty": cty})

    assert severity("nested-token", review(f"{part(header)}..AAAA.AAAA.AAAA")) is expected


@pytest.mark.parametrize(
    "payload",
    [
        '{"a":"eyJhbGciOi"}',
        '{"a":"www.example.com"}',
        '{"a":"eyJhbGciOiJIUzI1NiJ9.x"}',
        "[]",
        "text",
    ],
)
def test_no_tokens_inside(payload: str) -> None:
    """Beginnings of tokens and names with dots are none."""
    assert not of("nested-token", in_payload(payload))


@pytest.mark.parametrize(
    ("payload", "place"),
    [
        ('{"email":"ada@example.com"}', "email"),
        ('{"sub":"ada@example.com"}', "sub"),
        ('{"name":"Ada"}', "name"),
        ('{"user":{"name":"Ada"}}', "user.name"),
        ('{"https://example.com/email":"x"}', "https://example.com/email"),
        ('{"custom:birthdate":"2000-01-01"}', "custom:birthdate"),
        ('{"a":[{"phone_number":"+49"}]}', "a[0].phone_number"),
    ],
)
def test_personal_data(payload: str, place: str) -> None:
    """Names, addresses and numbers of people are named, wherever they stand."""
    (found,) = of("personal-data", in_payload(payload))

    assert found.severity is INFO
    assert found.where == f"payload.{place}"
    assert place in found.detail


@pytest.mark.parametrize(
    "payload",
    [
        '{"sub":"auth0|1f76f3adcbdc","aud":"api"}',
        '{"sub":"abc@clients"}',
        '{"kubernetes.io":{"pod":{"name":"p"}}}',
        '{"email":""}',
        '{"email":null,"phone":[],"address":{}}',
        '{"email_verified":true,"name_format":"x"}',
        f'{{"a":"{"x" * 400}@example.com"}}',
        "[]",
    ],
)
def test_no_personal_data(payload: str) -> None:
    """Identifiers, names of things and empty values are nobody's."""
    assert not of("personal-data", in_payload(payload))


def test_much_personal_data_is_told_once() -> None:
    """One finding names the first few."""
    names = ["given_name", "family_name", "birthdate", "gender", "phone", "email"]
    (found,) = of("personal-data", in_payload(json.dumps(dict.fromkeys(names, "x"))))

    assert "gender" in found.detail
    assert "phone" not in found.detail
    assert "…" in found.detail


CARD, DASHED = "4111 1111 1111 1111", "4111-1111-1111-1111"


@pytest.mark.parametrize(
    "payload",
    [
        '{"password":"x"}',
        '{"client_secret":"x"}',
        '{"user":{"API-Key":"x"}}',
        '{"https://example.com/ssn":"x"}',
        '{"pin":1234}',
        '{"a":"-----BEGIN RSA PRIVATE KEY-----\\nMII"}',
        '{"a":"AKIA0123456789ABCDEF"}',
        f'{{"a":"ghp_{"x" * 36}"}}',
        f'{{"a":"sk_live_{"x" * 20}"}}',
        '{"a":"postgres://user:secret@db.example.com/x"}',
        f'{{"a":"$2b$12${"x" * 53}"}}',
        f'{{"a":"{CARD}"}}',
        f'{{"a":"{DASHED}"}}',
        '{"cnf":{"jwk":{"kty":"oct","k":"c2VjcmV0"}}}',
        '{"cnf":{"jwk":{"kty":"EC","d":"x"}}}',
    ],
)
def test_sensitive_values(payload: str) -> None:
    """Passwords, keys and card numbers are known by name or by shape."""
    (found,) = of("sensitive-value", in_payload(payload))

    assert found.severity is INFO


@pytest.mark.parametrize(
    "payload",
    [
        '{"pwd_exp":1800000600,"password_changed":true,"password":null}',
        '{"password":""}',
        '{"a":"4111 1111 1111 1112"}',
        '{"a":"4111111111111111"}',
        '{"a":"1234 5678"}',
        '{"a":"https://example.com:8443/a@b"}',
        '{"cnf":{"jwk":{"kty":"EC","x":"x","y":"y"}}}',
        '{"a":"ghp_short","b":"AKIA","c":"-----BEGIN PUBLIC KEY-----"}',
        "[]",
    ],
)
def test_no_sensitive_values(payload: str) -> None:
    """Public keys, addresses and long numbers are no secrets."""
    assert not of("sensitive-value", in_payload(payload))


def test_a_detached_payload_is_judged_as_well() -> None:
    """Claims that travel apart from the token are read where they are."""
    found = review(DETACHED, detached=b'{"aud":7,"exp":1800000600}')

    assert severity("aud-type", found) is ERROR
