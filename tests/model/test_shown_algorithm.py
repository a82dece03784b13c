"""What the pickers show, which key is made for it, and which key the card asks for."""

import pytest

from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.model.edits import AlgorithmPicked, HeaderEdited, KeyEdited, KeyWanted, TokenPasted
from jwtdesk.model.encryption_words import encryption_words
from jwtdesk.model.questions import MakeKey
from jwtdesk.model.shown_algorithm import LONGEST, Ways, can_make_key, content_of, deflating, ways
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_encrypted import DIRECT, SECRET, encrypted


def test_the_token_names_its_ways() -> None:
    """While the token owns the truth, its header is what counts."""
    assert ways(Desk().paste(encrypted(DIRECT, SECRET))) == Ways("dir", "A256GCM")
    assert ways(Desk().session) == Ways()


def test_the_header_pane_names_them_before_there_is_a_token() -> None:
    """Without a key nothing is encrypted yet, but the pickers follow the header."""
    desk = Desk()
    desk.paste(CLASSIC)
    session = desk.do(AlgorithmPicked("RSA-OAEP-256"))
    assert session.known.token.alg == "HS256"
    assert ways(session) == Ways("RSA-OAEP-256", "A256GCM")
    assert ways(session).encrypts


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ('{"alg":1,"enc":[],"zip":"DEF"}', Ways(zipped=True)),
        ('{"alg":"HS256","enc":"A256GCM"}', Ways("HS256", "A256GCM")),
        ('{"alg":', Ways("HS256")),
        ("[]", Ways()),
        ('{"alg":"dir","x":"' + "x" * LONGEST + '"}', Ways("dir")),
    ],
)
def test_odd_headers(header: str, shown: Ways) -> None:
    """What is no text is not shown; a broken header leaves what was; a long one its token's."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    found = ways(desk.do(HeaderEdited(header)))
    assert found == shown or (len(header) > LONGEST and found.alg == "HS256")
    assert not found.encrypts


def test_a_header_in_json_form_counts_what_stands_beside_it() -> None:
    """The unprotected members are part of the JOSE header."""
    desk = Desk()
    token = (
        '{"payload":"e30","protected":"eyJhbGciOiJIUzI1NiJ9","header":{"enc":"x"},"signature":""}'
    )
    desk.paste(token, CLASSIC_SECRET)
    assert ways(desk.do(HeaderEdited('{"alg":"HS512"}'))) == Ways("HS512", "x")


def test_deflating_is_switched_in_the_header() -> None:
    """`zip` comes and goes, and the token is encrypted anew each time."""
    desk = Desk()
    desk.paste(encrypted(DIRECT, SECRET, b'{"a":"' + b"a" * 500 + b'"}'), SECRET)
    long = len(desk.session.shown.token)
    session = desk.do(deflating(desk.session, on=True))
    assert ways(session).zipped
    assert len(session.shown.token) < long / 2
    session = desk.do(deflating(session, on=False))
    assert not ways(session).zipped
    assert len(session.shown.token) == long
    assert session.verdict.signature.code == "decrypted"


@pytest.mark.parametrize(
    ("name", "possible"),
    [("HS256", True), ("none", False), ("dir", True), ("XX", False), (None, False)],
)
def test_for_what_keys_are_made(name: str | None, possible: bool) -> None:
    """For everything that has a key."""
    assert can_make_key(name) is possible


def test_the_usual_content_encryption_stands_in() -> None:
    """A key is made also where `enc` is wrong."""
    assert content_of("A128GCM").name == "A128GCM"
    assert content_of(None).name == content_of("XX").name == "A256GCM"


@pytest.mark.parametrize(
    "name", ["dir", "A128KW", "ECDH-ES", "ECDH-ES+A256KW", "PBES2-HS256+A128KW", "A192GCMKW"]
)
def test_a_key_that_fits_encrypts_at_once(name: str) -> None:
    """Pick a way, have a key made: there is a token, and it opens again."""
    desk = Desk()
    desk.paste(CLASSIC)
    session = desk.do(AlgorithmPicked(name))
    assert session.known.fitting_algorithm == name
    session = desk.do(KeyWanted(name))
    assert session.verdict.signature.code == "decrypted"
    token, key = session.shown.token, session.key
    again = Desk()
    again.paste(token)
    assert again.do(KeyEdited(key)).verdict.signature.code == "decrypted"


def test_a_key_for_dir_is_as_long_as_the_header_asks() -> None:
    """The key is made for the `enc` that stands in the header."""
    desk = Desk()
    desk.paste(CLASSIC)
    desk.do(HeaderEdited('{"alg":"dir","enc":"A128CBC-HS256"}'), KeyWanted("dir"))
    keys = desk.session.known.keys
    assert isinstance(keys, Keys)
    assert keys.members[0].size == 256
    assert MakeKey("dir", 1, 0, "A128CBC-HS256") in desk.asked


def test_a_public_key_is_enough_and_no_second_one_is_asked_for() -> None:
    """Encrypting is for whoever has the public key; "sign with" has no place there."""
    from tests.keys.locate import key_file

    desk = Desk()
    desk.do(TokenPasted(CLASSIC), AlgorithmPicked("RSA-OAEP"))
    session = desk.do(KeyEdited(KeyInput(key_file("rsa-2048-public-spki.pem"))))
    assert session.known.token.encrypted is not None
    assert not session.known.wants_signing_key


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (Ways("XX", "A128GCM"), "“XX” is not a way to encrypt"),
        (Ways(None, "A128GCM"), "“” is not a way to encrypt"),
        (Ways("RSA-OAEP-256", "A128GCM"), "needs the recipient's RSA private key to decrypt"),
        (Ways("ECDH-ES", "A128GCM"), "needs the recipient's EC, X25519 or X448 private key"),
        (Ways("A192KW", "A128GCM"), "exactly 24 bytes"),
        (Ways("PBES2-HS256+A128KW", "A128GCM"), "needs the password"),
        (Ways("dir", "A256CBC-HS512"), "exactly 64 bytes"),
        (Ways("dir", "XX"), "as long as “enc” asks"),
    ],
)
def test_the_card_says_which_key_it_needs(named: Ways, words: str) -> None:
    """One sentence for each way, with the length where there is only one."""
    assert words in encryption_words(named)
