"""Keeping keys for the session, putting them into the field, and finding the one that belongs."""

import json

import pytest

from jwtdesk.jose.base64url import encode
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.model import keyring_edits
from jwtdesk.model.edits import (
    Cleared,
    FittingKeyChosen,
    KeyChosen,
    KeyDropped,
    KeyEdited,
    KeyKept,
    KeyReplaced,
    KeyUnwanted,
    KeyWanted,
    TokenPasted,
)
from jwtdesk.model.keyring_edits import LONGEST_NAME, MOST, belonging
from jwtdesk.model.questions import MakeKey
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted
from tests.keys.locate import key_file
from tests.made import token
from tests.model.desk import CLASSIC, CLASSIC_SECRET, TUTORIAL, Desk

EC = key_file("ec-p256-public-spki.pem")
RSA = key_file("rsa-2048-public-spki.pem")


def _desk(*secrets: bytes) -> Desk:
    """Return a desk with these keys kept, the last one in the field."""
    desk = Desk()
    for one in secrets:
        desk.do(KeyEdited(KeyInput(one)), KeyKept())
    return desk


def _names(session: Session) -> list[str]:
    return [one.name for one in session.keyring]


def test_a_key_is_kept_under_what_it_is() -> None:
    """Without a name a key is called by its kid or its kind, and a second one differs."""
    named = json.dumps({"kty": "oct", "k": "AAAA", "kid": "  a\nb "}).encode()
    both = json.dumps({"keys": [{"kty": "oct", "k": "AAAA"}, {"kty": "oct", "k": "BBBB"}]}).encode()
    desk = _desk(EC, RSA, b"one", b"two", named, both)
    assert _names(desk.session) == [
        "P-256", "RSA 2048", "oct 24", "oct 24 2", "a b", "JWK Set of 2",
    ]  # fmt: skip
    assert desk.session.notice is not None
    assert desk.session.notice.code == "key-kept"


def test_a_key_is_kept_once_and_a_name_once() -> None:
    """Keeping the same key again renames it; another key of the same name takes its place."""
    desk = _desk(b"one")
    desk.do(KeyKept(" first "))
    assert _names(desk.session) == ["first"]
    desk.do(KeyEdited(KeyInput(b"two")), KeyKept("first"))
    assert [one.given.octets for one in desk.session.keyring] == [b"two"]
    desk.do(KeyKept("x" * 200))
    assert _names(desk.session) == ["x" * LONGEST_NAME]


def test_only_so_many_are_kept() -> None:
    """The oldest goes when there are too many."""
    desk = _desk(*(str(number).encode() for number in range(MOST + 2)))
    assert len(desk.session.keyring) == MOST
    assert desk.session.keyring[-1].given.octets == str(MOST + 1).encode()


@pytest.mark.parametrize("octets", [b"", b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----"])
def test_what_is_no_key_is_not_kept(octets: bytes) -> None:
    """An empty field and an unreadable key say that there is nothing to keep."""
    desk = Desk()
    desk.do(KeyEdited(KeyInput(octets)), KeyKept())
    assert desk.session.keyring == ()
    assert desk.session.notice is not None
    assert desk.session.notice.code == "nothing-to-keep"


def test_a_kept_key_is_used_and_dropped() -> None:
    """Choosing puts it into the field; dropping forgets it and leaves the field alone."""
    desk = _desk(b"one", b"two")
    desk.do(KeyChosen("oct 24"))
    assert desk.session.key.octets == b"one"
    assert desk.session.previous_key is None
    before = desk.session
    assert desk.do(KeyChosen("nobody")) is before
    assert desk.do(KeyDropped("nobody")) is before
    desk.do(KeyDropped("oct 24"))
    assert _names(desk.session) == ["oct 24 2"]
    assert desk.session.key.octets == b"one"
    desk.do(KeyChosen("oct 24 2"))
    assert desk.session.previous_key == KeyInput(b"one")
    assert desk.do(KeyChosen("oct 24 2")).key.octets == b"two"


def test_the_fitting_key_is_the_one_that_verifies() -> None:
    """Of several secrets that could, the one that did sign is chosen."""
    desk = _desk(EC, b"first", CLASSIC_SECRET, b"last")
    desk.do(KeyEdited(KeyInput(b"not kept")), TokenPasted(CLASSIC))
    assert desk.session.key.octets == b"not kept"
    desk.do(FittingKeyChosen())
    assert desk.session.key.octets == CLASSIC_SECRET
    assert desk.session.previous_key == KeyInput(b"not kept")


def test_else_the_one_that_kid_names_else_one_that_could() -> None:
    """When none verifies, the header's kid decides, then the kind of key."""
    named = token(header='{"alg":"HS256","kid":"b"}')
    desk = _desk(EC, b"a secret")
    desk.do(KeyEdited(KeyInput(b"another")), KeyKept("b"), TokenPasted(named))
    found = belonging(desk.session.keyring, desk.session.known.token)
    assert found is not None
    assert found.name == "b"
    desk.do(TokenPasted(TUTORIAL))
    found = belonging(desk.session.keyring, desk.session.known.token)
    assert found is not None
    assert found.given.octets == b"a secret"


@pytest.mark.parametrize(
    "text", ["", "no token", token(header='{"alg":"ES384"}'), token(header='{"alg":"none"}')]
)
def test_when_none_fits_that_is_said(text: str) -> None:
    """A token that no kept key could check leaves the field as it is."""
    desk = _desk(b"a secret", EC)
    desk.do(TokenPasted(text), FittingKeyChosen())
    assert desk.session.key.octets == EC
    assert desk.session.notice is not None
    assert desk.session.notice.code == "no-kept-key"


def test_a_pasted_token_meets_its_kept_key() -> None:
    """With a kept key or none in the field, pasting finds the one that belongs by itself."""
    desk = _desk(CLASSIC_SECRET, EC)
    desk.do(TokenPasted(CLASSIC))
    assert desk.session.key.octets == CLASSIC_SECRET
    assert desk.session.verdict.signature.code == "verified"
    assert desk.do(TokenPasted(CLASSIC)).key.octets == CLASSIC_SECRET


def test_a_large_token_is_met_by_kid_or_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what is checked at once, no signature is computed while pasting."""
    monkeypatch.setattr(keyring_edits, "LARGEST_CHECKED", 10)
    desk = _desk(b"a secret", CLASSIC_SECRET)
    desk.do(TokenPasted(CLASSIC))
    assert desk.session.key.octets == b"a secret"


def test_what_was_cleaned_is_said_first() -> None:
    """A paste that was cleaned says that, though a kept key went into the field as well."""
    desk = _desk(CLASSIC_SECRET, EC)
    desk.do(TokenPasted(f"Bearer {CLASSIC}"))
    assert desk.session.key.octets == CLASSIC_SECRET
    assert desk.session.notice is not None
    assert desk.session.notice.code == "cleaned"
    assert desk.do(TokenPasted("no token at all")).key.octets == CLASSIC_SECRET


def test_a_key_that_is_not_kept_is_never_replaced_by_pasting() -> None:
    """Whoever typed a secret is checking that secret."""
    desk = _desk(CLASSIC_SECRET)
    desk.do(KeyEdited(KeyInput(b"my guess")), TokenPasted(CLASSIC))
    assert desk.session.key.octets == b"my guess"


def test_clearing_the_desk_forgets_the_kept_keys() -> None:
    """Keys must not linger when somebody puts everything away."""
    assert _desk(b"one").do(Cleared()).keyring == ()


def test_a_replaced_key_can_be_put_back() -> None:
    """A button that writes into the key field says so and keeps what was there."""
    desk = Desk()
    desk.do(KeyEdited(KeyInput(b"old")), KeyReplaced(KeyInput(b"new"), "It is new."))
    assert desk.session.key.octets == b"new"
    assert desk.session.previous_key == KeyInput(b"old")
    assert desk.session.notice is not None
    assert desk.session.notice.message == "It is new."
    before = desk.session
    assert desk.do(KeyReplaced(KeyInput(b"new"), "Again.")) is before
    desk.do(Cleared(), KeyReplaced(KeyInput(b"new"), "It is new."))
    assert desk.session.previous_key is None


def test_making_a_key_can_be_stopped() -> None:
    """The wish names the size; when it is withdrawn, nobody asks any more."""
    session = reduce(Session(), KeyWanted("RS256", 8192))
    assert MakeKey("RS256", 1, 8192) in wanted(session)
    session = reduce(session, KeyUnwanted())
    assert session.making is None
    assert not any(isinstance(one, MakeKey) for one in wanted(session))
    assert reduce(session, KeyUnwanted()) is session


@pytest.mark.parametrize(("bits", "octets"), [(0, 32), (384, 48), (512, 64)])
def test_a_made_secret_has_the_randomness_that_was_asked(bits: int, octets: int) -> None:
    """The text is base64url of so many random octets."""
    session = Desk().do(KeyWanted("HS256", bits))
    assert len(session.key.octets) == len(encode(bytes(octets)))
    assert isinstance(session.known.keys, Keys)


def test_a_size_nobody_makes_is_refused() -> None:
    """An odd size is told, and the key field stays."""
    session = Desk().do(KeyWanted("RS256", 1000))
    assert session.key == KeyInput()
    assert session.notice is not None
    assert session.notice.code == "key-size"
