"""Several signatures in words, how a token is written, and what a further signature would be."""

import json
from dataclasses import replace

import pytest

from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.model.edits import (
    Converted,
    EntryChosen,
    KeyEdited,
    Serialisation,
    SignatureAdded,
    SignatureRemoved,
    SigningKeyEdited,
    TokenPasted,
)
from jwtdesk.model.further_signature import first_choice, further_header, signing_words
from jwtdesk.model.session import Session
from jwtdesk.model.signature_rows import (
    can_add,
    can_be_written,
    can_remove,
    counted,
    serialisation_of,
    signature_rows,
    title_of,
)
from tests.certificates import LEAF
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_nesting import HEADER, OUTER_SECRET, wrapped

COMPACT, FLATTENED, GENERAL = Serialisation
PRIVATE = json.dumps(
    {
        "kty": "OKP",
        "crv": "Ed25519",
        "kid": "mine",
        "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    }
).encode()


def general() -> Desk:
    """Return a desk with the classic token in general JSON."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(Converted(GENERAL))
    return desk


def two() -> Desk:
    """Return a desk with a token of two signatures, the second under another key ID."""
    desk = general()
    desk.do(SignatureAdded('{"alg":"HS512","kid":"second"}'))
    return desk


def recipients() -> Session:
    """Return an encrypted token in JSON, with members that nothing covers."""
    keys = read_key(KeyInput(OUTER_SECRET))
    assert isinstance(keys, Keys)
    made = encrypt(HEADER, b"{}", keys)
    assert isinstance(made, Encryption)
    desk = Desk()
    desk.paste(made.text)
    text = desk.do(Converted(FLATTENED)).shown.token
    opened = text.replace("{", '{"unprotected":{"jku":"x"},"header":{"kid":"one"},', 1)
    return desk.do(TokenPasted(opened))


def test_how_a_token_is_written() -> None:
    """Compact, flattened or general; what is no token is written in no way."""
    desk = Desk()
    assert serialisation_of(desk.session.known.token) is None
    assert serialisation_of(desk.paste(CLASSIC).known.token) is COMPACT
    assert serialisation_of(desk.do(Converted(FLATTENED)).known.token) is FLATTENED
    assert serialisation_of(desk.do(Converted(GENERAL)).known.token) is GENERAL


def test_a_token_can_be_written_otherwise() -> None:
    """In each form but the one that it has."""
    session = general().session
    assert [can_be_written(session, to) for to in Serialisation] == [True, True, False]
    assert not can_be_written(Session(), COMPACT)


def test_a_compact_token_has_no_rows() -> None:
    """Its one signature has its lamp in the banner."""
    assert signature_rows(Desk().paste(CLASSIC)) == ()
    assert signature_rows(Session()) == ()


def test_each_signature_has_its_own_lamp() -> None:
    """Both were made with the same secret here; the second is the one that is shown."""
    session = two().session
    rows = signature_rows(session)
    assert [(one.alg, one.kid, one.state, one.words, one.shown) for one in rows] == [
        ("HS256", "", "ok", "Verified", False),
        ("HS512", "second", "ok", "Verified", True),
    ]
    assert [one.members for one in rows] == ["Protected: alg, typ", "Protected: alg, kid"]
    assert counted(session) == ("2 of 2 verified", "ok")
    assert title_of(session) == "Signatures"


def test_without_a_key_they_are_only_counted() -> None:
    """Nothing is claimed about what nobody checked."""
    desk = two()
    session = desk.do(EntryChosen(0), KeyEdited(KeyInput()))
    assert {one.state for one in signature_rows(session)} == {"unknown"}
    assert counted(session) == ("2", "plain")
    assert counted(Session()) == ("", "plain")


def test_what_is_not_covered_is_named() -> None:
    """Unprotected members are shown as they are and said to be nobody's word."""
    desk = general()
    text = desk.session.shown.token
    opened = text.replace('"signature"', '"header":{"jku": "x"},"signature"')
    row = signature_rows(desk.do(TokenPasted(opened)))[0]
    assert row.unprotected == 'Not covered by the signature: {"jku":"x"}'


def test_a_header_without_protected_members_says_so() -> None:
    """Everything in it could have been changed by anyone."""
    text = '{"payload":"e30","header":{"alg":"HS256"},"signature":"AAAA"}'
    row = signature_rows(Desk().paste(text))[0]
    assert (row.alg, row.members) == ("HS256", "Nothing is protected")


def test_a_header_without_an_algorithm_says_so() -> None:
    """The title of a row is never empty."""
    text = '{"payload":"e30","protected":"e30","signature":"AAAA"}'
    assert signature_rows(Desk().paste(text))[0].alg == "no algorithm"


def test_recipients_are_called_so() -> None:
    """What all share and what is the recipient's own is outside the encryption."""
    session = recipients()
    row = signature_rows(session)[0]
    assert title_of(session) == "Recipients"
    assert (row.alg, row.kid, row.state) == ("dir", "one", "unknown")
    assert row.sentence == "Not opened: give the key to open it."
    assert row.unprotected == 'Not covered by the encryption: {"kid":"one"} {"jku":"x"}'
    assert not can_add(session)
    assert not can_remove(session)


def test_an_opened_recipient_is_counted() -> None:
    """One of one opens."""
    desk = Desk()
    desk.paste(wrapped(), OUTER_SECRET)
    session = desk.do(Converted(GENERAL))
    assert counted(session) == ("1 of 1 opens", "ok")
    lamps = session.verdict.signatures * 2
    twice = replace(session, verdict=replace(session.verdict, signatures=lamps))
    assert counted(twice) == ("2 of 2 open", "ok")


def test_rows_wait_for_their_lamps() -> None:
    """A signature that nobody has looked at yet is not checked."""
    session = two().session
    none = replace(session, verdict=replace(session.verdict, signatures=()))
    assert {one.sentence for one in signature_rows(none)} == {
        "Not checked: give the key to check it."
    }


def test_choosing_and_removing() -> None:
    """The first can be shown again; the last one that is left cannot go."""
    desk = two()
    assert can_remove(desk.session)
    assert [one.shown for one in signature_rows(desk.do(EntryChosen(0)))] == [True, False]
    session = desk.do(SignatureRemoved(1))
    assert [one.alg for one in signature_rows(session)] == ["HS256"]
    assert can_add(session)
    assert not can_remove(session)


def test_a_further_signature_is_for_the_key_at_hand() -> None:
    """Its algorithm and its key ID come from the key; without one, from the token."""
    desk = general()
    assert first_choice(Session()) == ("HS256", "")
    assert first_choice(desk.session) == ("HS256", "")
    assert first_choice(desk.do(KeyEdited(KeyInput(PRIVATE)))) == ("Ed25519", "mine")
    assert first_choice(desk.do(SigningKeyEdited(KeyInput(b"s" * 64))))[0] == "HS256"


def test_a_key_names_its_own_algorithm() -> None:
    """`alg` in the key decides, when the key can do it."""
    own = json.loads(PRIVATE) | {"alg": "Ed25519"}
    desk = general()
    session = desk.do(KeyEdited(KeyInput(json.dumps(own).encode())))
    assert first_choice(session) == ("Ed25519", "mine")


def test_a_further_header_is_json() -> None:
    """Whatever the key ID is, the header can be read."""
    assert further_header("ES256", "") == '{"alg":"ES256"}'
    assert json.loads(further_header("ES256", 'a"b')) == {"alg": "ES256", "kid": 'a"b'}


@pytest.mark.parametrize(
    ("key", "alg", "words"),
    [
        (b"", "HS256", "There is no private key in the key field"),
        (LEAF.public, "ES256", "There is no private key in the key field"),
        (CLASSIC_SECRET, "HS256", "The key in the key field signs it."),
        (CLASSIC_SECRET, "ES256", "The signature stays empty for now."),
        (CLASSIC_SECRET, "none", "An unsecured signature is empty"),
        (CLASSIC_SECRET, "X1", "The key in the key field signs it."),
    ],
)
def test_what_becomes_of_a_further_signature(key: bytes, alg: str, words: str) -> None:
    """It is made at once, or said to stay empty, and why."""
    session = general().do(KeyEdited(KeyInput(key)))
    assert words in signing_words(session, alg)
