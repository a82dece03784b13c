"""The order of the members that was signed is found again, though it was sorted on its way."""

import json
from typing import Any

import pytest

from jwtdesk.analysis.trials.member_orders import USUAL, claim_orders, shuffles, usual_orders
from jwtdesk.jose.jsontext import read
from tests.analysis.diagnosis.making import (
    SECRET,
    card,
    causes,
    ec_key,
    header,
    public,
    riddle,
    rsa_key,
    shown_instead,
    token,
)

NAMED: dict[str, Any] = {
    "iss": "https://id.example/",
    "sub": "ada",
    "aud": "https://api.example",
    "exp": 1_800_003_600,
    "nbf": 1_800_000_000,
    "iat": 1_800_000_000,
    "jti": "5f1c",
}
OWN = {"email": "ada@example.org", "name": "Ada", "role": "admin", "tenant": 7, "zoneinfo": "UTC"}
ORDERS = {
    "jsonwebtoken": "* iat exp",
    "jsonwebtoken with options": "* iat nbf exp aud iss sub jti",
    "jose": "* iat iss aud exp",
    "RFC 7519": "iss sub aud exp nbf iat jti *",
    "Go, embedded": "* iss sub aud exp nbf iat jti",
    "IdentityServer": "nbf exp iss aud *",
    ".NET": "* nbf exp iat iss aud",
    "Keycloak": "exp iat jti iss aud sub *",
    "Firebase": "iss aud auth_time user_id sub iat exp *",
}


def text_of(row: str, claims: dict[str, Any]) -> str:
    """Return `claims` in the order of `row`, compact."""
    names = row.split()
    rest = [name for name in claims if name not in names]
    order = [one for name in names for one in (rest if name == "*" else [name])]
    return tight({name: claims[name] for name in order if name in claims})


def tight(claims: dict[str, Any]) -> str:
    """Return `claims` without white space."""
    return json.dumps(claims, separators=(",", ":"))


@pytest.mark.parametrize("alg", ["HS256", "RS256", "ES256"])
@pytest.mark.parametrize("library", ORDERS)
def test_the_order_of_a_library_is_found_behind_a_sorted_one(library: str, alg: str) -> None:
    """Twelve members, sorted on their way: the order they were signed in is a usual one."""
    key: Any = {"HS256": SECRET, "RS256": rsa_key(), "ES256": ec_key()}[alg]
    claims = {**NAMED, **OWN}
    made = token(alg, key, claims=text_of(ORDERS[library], claims))
    shown = shown_instead(made, claims=tight(dict(sorted(claims.items()))))

    card(riddle(shown, key if alg == "HS256" else public(key)), "reserialized", mends=True)


def test_header_and_payload_were_both_sorted() -> None:
    """What sorts one sorts the other: both are put back."""
    claims = {**NAMED, **OWN}
    made = token(
        "HS256",
        SECRET,
        head='{"typ":"JWT","kid":"7","alg":"HS256"}',
        claims=text_of("* iat exp", claims),
    )
    shown = shown_instead(
        made,
        head='{"alg":"HS256","kid":"7","typ":"JWT"}',
        claims=tight(dict(sorted(claims.items()))),
    )
    card(riddle(shown, SECRET), "reserialized", mends=True)


def test_an_unusual_order_of_few_registered_claims_is_found() -> None:
    """Five registered ones before the others, in an order that no library writes."""
    claims = {**OWN, **{name: NAMED[name] for name in ("iss", "sub", "aud", "iat", "exp")}}
    signed = text_of("aud iat sub exp iss *", claims)
    assert "aud iat sub exp iss *" not in USUAL
    made = token("HS256", SECRET, claims=signed)
    shown = shown_instead(made, claims=tight(dict(sorted(claims.items()))))

    card(riddle(shown, SECRET), "reserialized", mends=True)


def test_a_header_of_many_members_is_put_back() -> None:
    """Six members: more than are tried in every order."""
    head = {"alg": "HS256", "typ": "JWT", "kid": "7", "cty": "x", "x5t": "y", "jku": "z"}
    made = token("HS256", SECRET, head=tight(head))
    shown = shown_instead(made, head=tight(dict(sorted(head.items()))))

    card(riddle(shown, SECRET), "reserialized", mends=True)


def test_another_content_is_not_explained() -> None:
    """No order makes up for a changed value."""
    claims = {**NAMED, **OWN}
    made = token("HS256", SECRET, claims=text_of("* iat exp", claims))
    shown = shown_instead(made, claims=tight(dict(sorted({**claims, "role": "root"}.items()))))

    assert "reserialized" not in causes(riddle(shown, SECRET))


@pytest.mark.parametrize("orders", [usual_orders, claim_orders, shuffles])
@pytest.mark.parametrize(
    "text",
    [
        tight({**NAMED, **OWN}),
        '{"a" : 1.50, "iss": "\\u0041", "exp":1E9, "b":[ 1, 2 ],"c":{"d":null},"e":1,"f":2,"g":3}',
        '{"b":1,"a":2}',
        "{}",
        '{"a":1}',
        "[1,2]",
        '{"a":1,"b":2,"a":3}',
        '{"a":1,"iss":2,"exp":2,"b":3,"c":4,"d":4,"e":5,"f":6,"f":7,"g":8}',
    ],
)
def test_every_order_is_the_same_value(orders: Any, text: str) -> None:
    """Members change places; none is lost, added or changed, and no text comes twice too often."""
    value = read(text).value
    for spelled, _ in zip(orders(text, value), range(300), strict=False):
        assert read(spelled.text).value == value


def test_rows_name_nobody_twice() -> None:
    """A row with a name twice, or without room for the others, would be no order."""
    for row in USUAL:
        names = row.split()
        assert names.count("*") == 1
        assert len(names) == len(set(names))


def test_the_header_made_here_is_what_libraries_write() -> None:
    """The making of these tests begins with alg and typ."""
    assert header("HS256").startswith('{"alg":"HS256","typ"')
