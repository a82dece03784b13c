"""What a token says of itself, taken as what is expected of the next one."""

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.model.edits import RulesEdited
from jwtdesk.model.token_rules import audiences_of, issuer_of, lasting, rules_from_token
from tests.made import token
from tests.model.desk import Desk


@pytest.mark.parametrize(
    ("payload", "issuer", "audiences"),
    [
        ('{"iss":"i","aud":"a"}', "i", ("a",)),
        ('{"iss":"i","aud":["a","b","a",7]}', "i", ("a", "b")),
        ('{"iss":7,"aud":null}', "", ()),
        ("{}", "", ()),
        ("[1]", "", ()),
    ],
)
def test_what_a_token_names(payload: str, issuer: str, audiences: tuple[str, ...]) -> None:
    """Only texts are issuers and audiences, and each audience counts once."""
    session = Desk().paste(token(payload))

    assert issuer_of(session) == issuer
    assert audiences_of(session) == audiences


def test_what_the_token_does_not_name_stays_expected() -> None:
    """Taking rules from a token adds to what was expected, and clears nothing."""
    desk = Desk()
    desk.paste(token('{"iss":"new"}'))
    desk.do(RulesEdited(Rules(leeway=5, issuers=("old",), audiences=("mine",))))

    taken = rules_from_token(desk.session)

    assert taken == Rules(leeway=5, issuers=("new",), audiences=("mine",))


def test_nothing_of_one_person_or_request_lasts() -> None:
    """Subject and nonces belong to one token and are not kept; all the rest is."""
    whole = Rules(7, ("ES256",), ("i",), ("a",), ("exp",), "ada", "JWT", "n", "v", "kn", 60, 90)

    assert lasting(whole) == Rules(
        7, ("ES256",), ("i",), ("a",), ("exp",), None, "JWT", None, "v", None, 60, 90
    )
