"""Times: units, fractions, texts, and how long a token lives."""

import json

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.problem import Severity
from tests.analysis.lints.reviewed import (
    ERROR,
    INFO,
    NOW,
    WARNING,
    in_payload,
    of,
    review,
    severity,
)
from tests.made import token

DAY = 86_400


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("exp", "1800000000000", ERROR),
        ("nbf", "1800000000000000", ERROR),
        ("iat", "1800000000000000000", ERROR),
        ("exp", "1.8e12", ERROR),
        ("updated_at", "1800000000000", INFO),
        ("auth_time", "1800000000000", INFO),
        ("exp", "1800000000", None),
        ("exp", "99999999999", None),
        ("exp", "100000000000", ERROR),
        ("exp", "1e400", None),
        ("exp", '"1800000000000"', None),
        ("purchaseDate", "1800000000000", None),
    ],
)
def test_other_units(name: str, value: str, expected: Severity | None) -> None:
    """Milliseconds and smaller are told by their size (from 1e11 on)."""
    found = of("ms-timestamp", in_payload(f'{{"{name}":{value}}}'))

    assert [one.severity for one in found] == ([expected] if expected else [])
    assert all(one.where == f"payload.{name}" and one.span for one in found)


def test_the_date_that_was_meant_is_told() -> None:
    """Milliseconds are read as what they mean."""
    (found,) = of("ms-timestamp", in_payload('{"exp":1800000000000}'))

    assert "2027-01-15" in found.detail
    assert "1,000" in found.detail


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1800000600.5", WARNING),
        ("1800000600.0", WARNING),
        ("1.8000006e9", WARNING),
        ("1800000600", None),
        ("-5", None),
        ('"1800000600.5"', None),
    ],
)
@pytest.mark.parametrize("name", ["exp", "nbf", "iat"])
def test_fractions(name: str, value: str, expected: Severity | None) -> None:
    """A fraction is allowed, and trouble."""
    assert severity("float-time", in_payload(f'{{"{name}":{value}}}')) is expected


def test_other_fractions() -> None:
    """What no verifier compares is only worth knowing; what is no time is nothing."""
    assert severity("float-time", in_payload('{"auth_time":1.5}')) is INFO
    assert not of("float-time", in_payload('{"price":0.5}'))


@pytest.mark.parametrize(
    "value", ['"1800000600"', '"2027-01-15T00:00:00Z"', "null", "true", "[]", '""']
)
def test_no_numbers(value: str) -> None:
    """Texts, dates and the like are no times; each is explained."""
    found = of("time-not-number", in_payload(f'{{"exp":{value}}}'))

    assert [one.severity for one in found] == [ERROR]
    assert found[0].where == "payload.exp"


def test_times_that_only_inform() -> None:
    """Big issuers write the last change as a date; that is no fault of the token."""
    found = in_payload('{"exp":1800000600,"updated_at":"2026-11-24T00:00:00.000Z"}')

    assert severity("time-not-number", found) is INFO
    assert not of("time-not-number", in_payload('{"exp":1800000600,"birthdate":"2000-01-01"}'))


@pytest.mark.parametrize(
    ("payload", "header", "expected"),
    [
        ('{"sub":"ada"}', '{"alg":"HS256"}', WARNING),
        ('{"scope":"read"}', '{"alg":"HS256"}', WARNING),
        ('{"role":"admin"}', '{"alg":"HS256","typ":"JWT"}', WARNING),
        ('{"iss":"TEAM","iat":1800000000}', '{"alg":"ES256"}', INFO),
        ('{"jti":"1","htm":"GET","htu":"x","sub":"a"}', '{"alg":"ES256"}', INFO),
        ('{"jti":"1","sub":"a"}', '{"alg":"ES256","typ":"dpop+jwt"}', INFO),
        ('{"sub":"a","events":{}}', '{"alg":"ES256","typ":"secevent+jwt"}', INFO),
        ('{"sub":"a","vc":{}}', '{"alg":"ES256","typ":"JWT"}', INFO),
        ('{"sub":"a","vct":"x"}', '{"alg":"ES256","typ":"dc+sd-jwt"}', INFO),
        ('{"sub":"system:x","iss":"kubernetes/serviceaccount"}', '{"alg":"RS256"}', INFO),
        ('{"sub":"a","typ":"Offline"}', '{"alg":"HS512"}', INFO),
        ('{"scope":"openid","response_type":"code"}', '{"alg":"RS256"}', INFO),
        ('{"sub":"a","exp":1800000600}', '{"alg":"HS256"}', None),
        ('{"sub":"a","exp":null}', '{"alg":"HS256"}', None),
        ("[]", '{"alg":"HS256"}', None),
        ("text", '{"alg":"HS256"}', None),
    ],
)
def test_no_expiry(payload: str, header: str, expected: Severity | None) -> None:
    """Who stands for somebody must expire; statements and proofs need not."""
    assert severity("no-exp", review(token(payload, header))) is expected


def test_a_credential_with_disclosures_need_not_expire() -> None:
    """An SD-JWT is a credential whatever its type says."""
    assert severity("no-exp", review(token('{"sub":"a"}') + "~")) is INFO


@pytest.mark.parametrize(
    ("payload", "header", "expected"),
    [
        ({"iat": NOW, "exp": NOW + 31 * DAY}, "JWT", None),
        ({"iat": NOW, "exp": NOW + 31 * DAY + 1}, "JWT", INFO),
        ({"iat": NOW, "exp": NOW + 366 * DAY}, "JWT", INFO),
        ({"iat": NOW, "exp": NOW + 366 * DAY + 1}, "JWT", WARNING),
        ({"nbf": NOW, "exp": NOW + 3653 * DAY}, "JWT", WARNING),
        ({"exp": NOW + 3653 * DAY}, "JWT", WARNING),
        ({"exp": NOW + 30 * DAY}, "JWT", None),
        ({"iat": NOW - 3653 * DAY, "exp": NOW}, "JWT", WARNING),
        ({"iat": NOW, "exp": NOW + 3653 * DAY}, "dc+sd-jwt", INFO),
        ({"nbf": NOW, "exp": NOW + 3653 * DAY, "vc": {}}, "JWT", INFO),
        ({"iat": NOW, "exp": NOW * 1000}, "JWT", None),
        ({"iat": NOW, "exp": "2099"}, "JWT", None),
        ({"iat": NOW * 1000, "exp": NOW + DAY}, "JWT", None),
        ({"iat": NOW}, "JWT", None),
    ],
)
def test_long_lives(payload: dict[str, object], header: str, expected: Severity | None) -> None:
    """A month is notable, more than a year too long, except for credentials."""
    text = token(json.dumps(payload), json.dumps({"alg": "HS256", "typ": header}))

    assert severity("long-lived", review(text)) is expected


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"iat": NOW, "exp": NOW}, ERROR),
        ({"iat": NOW, "exp": NOW - 1}, ERROR),
        ({"iat": NOW, "exp": NOW + 1}, None),
        ({"nbf": NOW + 60, "exp": NOW + 60}, ERROR),
        ({"nbf": NOW + 60, "iat": NOW, "exp": NOW + 61}, None),
        ({"iat": NOW * 1000, "exp": NOW}, None),
        ({"iat": NOW, "exp": 0, "typ": "Offline"}, None),
        ({"exp": NOW}, None),
        ({"iat": NOW}, None),
    ],
)
def test_never_valid(payload: dict[str, object], expected: Severity | None) -> None:
    """A token that ends before it begins is never valid."""
    found = of("exp-before-iat", in_payload(json.dumps(payload)))

    assert [one.severity for one in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("issued", "leeway", "expected"),
    [
        (NOW, 0, None),
        (NOW + 1, 0, WARNING),
        (NOW + 30, 30, None),
        (NOW + 31, 30, WARNING),
        (NOW + 3600, 0, WARNING),
        (NOW * 1000, 0, None),
        ("later", 0, None),
    ],
)
def test_issued_later(issued: object, leeway: int, expected: Severity | None) -> None:
    """The leeway counts here as it does for the time lamp."""
    text = token(json.dumps({"iat": issued}))

    assert severity("iat-in-future", review(text, rules=Rules(leeway=leeway))) is expected
