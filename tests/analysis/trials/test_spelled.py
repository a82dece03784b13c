"""Parts of a token are exchanged, and everything around them stays."""

import json

import pytest

from jwtdesk.analysis.trials.spelled import renamed_header, respelled
from jwtdesk.jose.read_token import read_token
from tests.analysis.diagnosis.making import SECRET, header, part, token

HEAD, BODY, LAST = token("HS256", SECRET).split(".")
FLAT = f'{{ "payload":"{BODY}", "protected":"{HEAD}", "signature":"{LAST}", "more":1 }}'
NEW = part(b"another signature")


def test_a_header_is_renamed_and_keeps_its_other_bytes() -> None:
    """Only the value of `alg` is another one."""
    assert renamed_header(part('{ "kid":1,"alg" : "RS256"}'), "PS256") == part(
        '{ "kid":1,"alg" : "PS256"}'
    )


@pytest.mark.parametrize("octets", [b'{"alg":"\xff"}', b"[]", b"{"], ids=["no text", "list", "cut"])
def test_what_is_no_header_is_not_renamed(octets: bytes) -> None:
    """Octets that are no UTF-8, and JSON that is no object, have no `alg`."""
    assert renamed_header(part(octets), "PS256") is None


def test_in_json_only_what_changed_is_exchanged() -> None:
    """Blanks, order and other members of the JSON serialization stay as they were."""
    made = respelled(read_token(FLAT), (HEAD, BODY, LAST), (HEAD, BODY, NEW))
    assert made == FLAT.replace(LAST, NEW)


@pytest.mark.parametrize("old", [(HEAD, BODY, ""), (HEAD, BODY, part(header("none")))])
def test_in_json_a_part_that_is_not_there_once_is_not_exchanged(old: tuple[str, str, str]) -> None:
    """An empty signature may stand anywhere, and one that is written otherwise nowhere."""
    assert respelled(read_token(FLAT), old, (HEAD, BODY, NEW)) is None


def test_in_json_a_part_that_is_there_twice_is_not_exchanged() -> None:
    """Which of the two is meant, nobody can tell."""
    twice = json.dumps({"payload": BODY, "protected": HEAD, "signature": LAST, "more": LAST})
    assert respelled(read_token(twice), (HEAD, BODY, LAST), (HEAD, BODY, NEW)) is None
