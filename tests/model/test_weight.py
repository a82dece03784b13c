"""What an answer keeps alive is weighed: a payload that was inflated counts, not only its token."""

from jwtdesk.jose import base64url
from jwtdesk.jose.read_token import read_token
from jwtdesk.model.answers import answer
from jwtdesk.model.questions import (
    LayOut,
    LookInside,
    Question,
    ReadPane,
    ReadToken,
    Survey,
    Verify,
)
from jwtdesk.model.weight import LEAST, weight
from tests.made import token
from tests.vectors.hostile_kinds import bomb, encrypted, signed


def _of(question: Question) -> int:
    return weight(question, answer(question))


def test_a_bomb_weighs_what_it_grew_to() -> None:
    """Ten kilobytes that become a megabyte weigh a megabyte."""
    assert _of(ReadToken(signed(bomb(1), zip="DEF"))) > 1_000_000


def test_a_token_weighs_more_than_its_text() -> None:
    """The decoded parts and their values are counted, for whoever holds the token."""
    text = token('{"sub":"' + "x" * 10_000 + '"}', '{"alg":"none"}', b"")
    read = read_token(text)

    for question in (ReadToken(text), Verify(read, None), LookInside(read)):
        assert _of(question) > 3 * len(text)
    sealed = encrypted(b"x" * 10_000)
    assert _of(ReadToken(sealed)) > 2 * len(sealed)


def test_texts_and_members_weigh_by_their_length() -> None:
    """Of a pane its text, its segment and its values; of a survey every member."""
    members = "{" + ",".join(f'"a{at}":1' for at in range(100)) + "}"
    unsound = base64url.encode(b"no JSON" * 100)

    assert _of(LayOut(members)) > 2 * len(members)
    assert _of(ReadPane(members, compact=True)) > 3 * len(members)
    assert _of(Survey(members)) > 100 * LEAST
    assert (
        len(unsound)
        < _of(ReadPane(unsound, compact=True))
        < _of(ReadPane(members * 9, compact=True))
    )
