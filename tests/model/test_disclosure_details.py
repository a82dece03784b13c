"""One disclosure in full."""

from jwtdesk.model.disclosure_details import (
    LONGEST,
    DisclosureDetails,
    digest_caret,
    disclosure_details,
)
from jwtdesk.model.session import PaneName
from tests.disclosed import ADDRESS, NAME, PERSON, ROLE, SALT, STREET, digest, disclosure, issued
from tests.model.desk import CLASSIC, Desk


def details(token: str, text: str) -> DisclosureDetails:
    """Return the details of the disclosure `text` in `token`."""
    found = disclosure_details(Desk().paste(token), digest(text))
    assert found is not None
    return found


def test_a_disclosure_in_the_payload() -> None:
    """Its text, salt, digest with the hash, and the place of its digest in the payload pane."""
    session = Desk().paste(PERSON)
    found = details(PERSON, NAME)

    assert found.array == f'["{SALT}", "given_name", "Ada"]'
    assert (found.title, found.salt, found.place) == ("given_name", SALT, "$.given_name")
    assert found.digest == f"{digest(NAME)} (sha-256)"
    assert (found.holder, found.trouble) == ("in the payload", "")
    assert found.caret is not None
    assert found.caret.pane is PaneName.PAYLOAD
    assert session.shown.payload[found.caret.offset :].startswith(digest(NAME))


def test_a_disclosure_in_another_one() -> None:
    """The holder is named; the caret goes to the outermost digest, which stands in the pane."""
    found = details(PERSON, STREET)

    assert found.holder == "in the disclosure “address”"
    assert found.caret == details(PERSON, ADDRESS).caret
    assert details(PERSON, ROLE).title == "list entry"


def test_a_disclosure_that_stands_nowhere() -> None:
    """There is no place to go to, and it is said what is wrong."""
    found = details(issued({}, NAME), NAME)

    assert (found.holder, found.caret, found.place) == ("nowhere", None, "")
    assert "Nothing refers to it" in found.trouble


def test_what_cannot_be_read_is_shown_as_it_is() -> None:
    """Text that is no base64url, no JSON, or no list has no salt."""
    assert details(issued({}, "~"), "").array == ""
    broken = details(issued({}, "e30"), "e30")
    assert (broken.array, broken.salt) == ("{}", "")
    assert details(issued({}, "gA"), "gA").array == "�"
    assert details(issued({}, "W10"), "W10").salt == ""
    assert details(issued({}, "WzFd"), "WzFd").salt == ""


def test_a_long_one_is_cut() -> None:
    """Only the beginning of a long disclosure is shown."""
    text = disclosure("long", "x" * 10_000)
    found = details(issued({"_sd": [digest(text)]}, text), text)
    assert len(found.array) == LONGEST + 1


def test_an_unknown_hash_is_not_named() -> None:
    """Where the hash is not known there is no digest to show or to find."""
    session = Desk().paste(issued({"_sd_alg": "md5"}, NAME))
    selective = session.known.token.selective
    assert selective is not None
    found = disclosure_details(session, selective.disclosures[0].digest)
    assert found is not None
    assert found.caret is None
    assert found.digest.endswith("(?)")


def test_what_is_not_there_has_no_details() -> None:
    """An unknown digest, or a token of another kind, answers with nothing."""
    session = Desk().paste(PERSON)
    assert disclosure_details(session, "x") is None
    assert digest_caret(session, "x") is None
    assert digest_caret(session, digest(NAME)) is not None
    assert disclosure_details(Desk().paste(CLASSIC), "x") is None
    assert digest_caret(Desk().paste(CLASSIC), "x") is None
