"""What the key card shows: mends, certificates, members of a set, the token's own key."""

import json

from jwtdesk.jose import base64url
from jwtdesk.jose.export_jwk import jwk_members
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.model.edits import KeyEdited, TokenPasted
from jwtdesk.model.key_card import (
    certificate_rows,
    own_key_offers,
    rewriting,
    set_rows,
)
from jwtdesk.model.key_uses import opened, served
from jwtdesk.model.session import Session
from tests.keys.locate import key_file, key_named
from tests.made import SECRET, token
from tests.model.desk import Desk
from tests.model.test_encrypted import encrypted

PEM = key_file("ec-p256-public-spki.pem")


def _oct(kid: str, secret: bytes) -> dict[str, object]:
    from jwtdesk.jose.material.oct import secret_key

    return {**jwk_members(secret_key(secret), private=True), "kid": kid}


def _checked(text: str, *keys: dict[str, object]) -> Session:
    desk = Desk()
    desk.do(KeyEdited(KeyInput(json.dumps({"keys": keys}).encode())), TokenPasted(text))
    return desk.session


def test_a_mangled_key_can_be_written_cleanly() -> None:
    """The offer holds the whole key input, read by itself again."""
    given = KeyInput(b'"' + PEM.strip().replace(b"\n", b"\\n") + b'"', format="pem")
    found = rewriting(given)
    assert found is not None
    assert found.codes == ("pem-escaped-newlines", "pem-quoted")
    assert len(found.sentences) == 2
    assert found.key == KeyInput(PEM)
    assert rewriting(found.key) is None


def test_a_certificate_says_for_whom_and_until_when() -> None:
    """Dates are days; outside of them the row is marked."""
    given = KeyInput(key_file("rsa-2048-certificate.pem"))
    (now,) = certificate_rows(given, 1_795_400_000)
    (later,) = certificate_rows(given, 2_595_400_000)
    assert now.subject.startswith("CN=")
    assert now.dates == "2026-01-01 to 2036-01-01"
    assert (now.late, later.late) == (False, True)
    assert certificate_rows(KeyInput(PEM), 0) == ()


def test_the_rows_of_a_set_say_how_each_key_serves() -> None:
    """One verifies, one is named, one fits, one does not; each has a name."""
    public = jwk_members(key_named("ec-p256-public-spki.pem"), private=False)
    text = token(header='{"alg":"HS256","kid":"named"}')
    rows = set_rows(_checked(text, _oct("other", b"x"), _oct("named", SECRET), public))
    assert [(one.serves, one.tone) for one in rows] == [
        ("fits HS256", "plain"),
        ("verifies this token", "ok"),
        ("does not fit HS256", "muted"),
    ]
    assert rows[0].name == "other"
    assert rows[0].kind == "oct 8"
    assert rows[2].name.endswith("…")
    wrong = set_rows(_checked(text, _oct("other", b"x"), _oct("named", b"y")))
    assert wrong[1].serves == "named by the token's kid"


def test_a_set_without_a_token_says_what_each_can_do() -> None:
    """Before there is an algorithm, the algorithms of each key are listed."""
    rows = set_rows(_checked("", _oct("a", b"x")))
    assert rows[0].serves == "HS256/384/512"
    assert set_rows(Session()) == ()
    assert set_rows(Desk().do(KeyEdited(KeyInput(PEM)))) == ()


def test_what_a_key_can_serve() -> None:
    """The families are written in short."""
    serves = {
        "rsa-2048-public-spki.pem": "RS256/384/512, PS256/384/512",
        "ec-secp256k1-public-spki.pem": "ES256K",
        "ed25519-public-spki.pem": "Ed25519, EdDSA",
        "x25519-public-spki.pem": "",
        "ml-dsa-44-public-spki.pem": "ML-DSA-44",
    }
    assert {name: served(key_named(name)) for name in serves} == serves


def test_what_a_key_can_open() -> None:
    """The families of ways to encrypt; a key that only signs opens nothing."""
    opens = {
        "rsa-2048-public-spki.pem": "RSA-OAEP, RSA1_5",
        "ec-p256-public-spki.pem": "ECDH-ES",
        "x25519-public-spki.pem": "ECDH-ES",
        "ed25519-public-spki.pem": "",
    }
    assert {name: opened(key_named(name)) for name in opens} == opens
    keys = read_key(KeyInput(b"x" * 32))
    assert isinstance(keys, Keys)
    assert opened(keys.members[0]) == "A256KW, A256GCMKW, dir, PBES2"


def test_the_tokens_own_key_is_offered_until_another_verifies() -> None:
    """It is there for a look; in use it is marked, and idle once a key of the user's fits."""
    own = jwk_members(key_named("ec-p256-public-spki.pem"), private=False)
    text = token(header=json.dumps({"alg": "HS256", "jwk": own, "x5c": ["MIIC"]}))
    desk = Desk()
    desk.do(TokenPasted(text))
    jwk, chain = own_key_offers(desk.session)
    assert (jwk.own.member, jwk.used, jwk.idle) == ("jwk", False, False)
    assert chain.own.given == KeyInput(b"MIIC")
    desk.do(KeyEdited(jwk.own.given))
    assert own_key_offers(desk.session)[0].used
    desk.do(KeyEdited(KeyInput(SECRET)))
    assert own_key_offers(desk.session)[0].idle
    assert own_key_offers(Session()) == ()


def test_a_set_says_which_key_opens_an_encrypted_token() -> None:
    """One opens it, one would fit, one does not; under an unknown way, what each serves."""
    held = [
        {"kty": "oct", "kid": name, "k": base64url.encode(bytes([fill]) * size)}
        for name, fill, size in (("a", 1, 16), ("b", 2, 16), ("c", 3, 32))
    ]
    jwe = encrypted('{"alg":"A128KW","enc":"A128GCM"}', json.dumps(held[0]).encode())
    desk = Desk()
    session = desk.paste(jwe, json.dumps({"keys": held}).encode())
    assert [(one.serves, one.tone) for one in set_rows(session)] == [
        ("opens this token", "ok"),
        ("fits A128KW", "plain"),
        ("does not fit A128KW", "muted"),
    ]
    strange = base64url.encode(b'{"alg":"XX","enc":"A128GCM"}') + jwe[jwe.index(".") :]
    session = desk.do(TokenPasted(strange))
    assert {one.tone for one in set_rows(session)} == {"plain"}
