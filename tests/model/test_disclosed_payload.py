"""The processed payload as text."""

from jwtdesk.model.disclosed_payload import DisclosedPayload, disclosed_payload
from tests.disclosed import NAME, PERSON, digest, issued
from tests.model.desk import CLASSIC, Desk


def test_the_text_has_everything_in_its_place() -> None:
    """Disclosures stand where they belong, digests are gone, what was disclosed is marked."""
    found = disclosed_payload(Desk().paste(PERSON))

    assert '"street": "1 Main Street"' in found.text
    assert "_sd" not in found.text
    marked = [found.text[one.offset :].split(":")[0].split("\n")[0] for one in found.notes]
    assert marked == ['"admin"', '"given_name"', '"address"', '"street"']
    assert {one.text for one in found.notes} == {"disclosed"}


def test_the_same_token_is_worked_out_once() -> None:
    """Drawing again costs nothing: the answer is the very same object."""
    session = Desk().paste(PERSON)
    assert disclosed_payload(session) is disclosed_payload(session)
    assert disclosed_payload(session) is not disclosed_payload(Desk().paste(issued({})))


def test_what_cannot_be_processed_says_so() -> None:
    """An unknown hash leaves no processed payload; another kind of token has none at all."""
    found = disclosed_payload(Desk().paste(issued({"_sd_alg": "md5", "_sd": [digest(NAME)]}, NAME)))
    assert (found.text, bool(found.problem)) == ("", True)
    assert disclosed_payload(Desk().paste(CLASSIC)) == DisclosedPayload()
