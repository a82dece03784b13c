"""Several keys for several signatures: giving one never costs the signature of another."""

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import (
    Converted,
    EntryChosen,
    KeyEdited,
    PayloadEdited,
    Resigned,
    ReturnedToOriginal,
    Serialisation,
    SignatureAdded,
    SignatureRemoved,
)
from jwtdesk.model.session import Origin
from jwtdesk.model.signature_rows import signature_rows
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk

SECOND = b"another secret that is long enough"


def two() -> Desk:
    """Return a desk with the classic token and a second signature under another secret."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(KeyEdited(KeyInput(SECOND)), SignatureAdded('{"alg":"HS256","kid":"second"}'))
    return desk


def states(desk: Desk) -> list[str]:
    """Return how each signature fares."""
    return [one.state for one in signature_rows(desk.session)]


def test_checking_the_other_signature_leaves_the_new_one_alone() -> None:
    """The key of the first is given: the second is checked with it, and not signed with it."""
    desk = two()
    made = desk.session.shown.token
    assert states(desk) == ["bad", "ok"]
    assert desk.session.known.provenance.origin is Origin.SIGNED
    session = desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)))
    assert session.shown.token == made
    assert states(desk) == ["ok", "bad"]


def test_a_signature_is_made_anew_when_asked_for() -> None:
    """With the claims changed, each key signs the signature that is in the panes."""
    desk = two()
    desk.do(PayloadEdited('{"n":1}'))
    assert states(desk) == ["bad", "ok"]
    desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)), EntryChosen(0), Resigned())
    assert states(desk) == ["ok", "bad"]
    desk.do(KeyEdited(KeyInput(SECOND)))
    assert states(desk) == ["bad", "ok"]


def test_one_signature_alone_follows_its_key() -> None:
    """Where nobody else signed, another key signs live, as ever."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    before = desk.do(PayloadEdited('{"n":1}')).shown.token
    assert desk.do(KeyEdited(KeyInput(SECOND))).shown.token != before


def test_what_was_only_written_anew_says_so() -> None:
    """Another form, or a signature less, is neither as pasted nor signed here."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    session = desk.do(Converted(Serialisation.GENERAL))
    assert session.known.provenance.origin is Origin.CHANGED
    session = desk.do(Converted(Serialisation.COMPACT))
    assert session.known.provenance.origin is Origin.PASTED
    desk = two()
    assert desk.do(SignatureRemoved(1)).known.provenance.origin is Origin.CHANGED


def test_back_to_the_original_the_only_header_is_shown() -> None:
    """The second of two was in the panes; the pasted token has one."""
    session = two().do(ReturnedToOriginal())
    assert session.shown.token == CLASSIC
    assert session.shown.header.count("HS256") == 1
    assert "second" not in session.shown.header
    assert session.known.provenance.origin is Origin.PASTED
