"""Where the members of a JSON serialisation stand: those that mean something in one."""

import json

from jwtdesk.jose.json_parts import MOST, places
from jwtdesk.jose.jsontext import members


def test_the_members_of_a_serialisation_have_their_places() -> None:
    """Those of the whole, of each signature, of unprotected headers and of disclosures."""
    text = json.dumps(
        {
            "payload": "e30",
            "signatures": [
                {"protected": "e30", "header": {"kid": "a", "disclosures": ["x", "y"]}},
                {"protected": "e30", "signature": "AA"},
            ],
            "header": {"disclosures": ["z"]},
            "other": {"deep": [1, 2]},
        }
    )
    found = places(text).spans
    whole = {one.path: one.value for one in members(text)}
    assert found == {path: place for path, place in whole.items() if "other." not in path}


def test_beyond_the_first_entries_nothing_is_walked() -> None:
    """A million signatures cost no more than the hundred that are read."""
    text = json.dumps({"signatures": [{"signature": ""}] * (3 * MOST), "payload": ""})
    found = places(text).spans
    assert len(found) == 2 + 2 * MOST
    assert "$.payload" in found


def test_an_unprotected_header_inside_another_is_not_entered() -> None:
    """Only the header of the whole and of an entry means anything."""
    assert set(places('{"header":{"header":{"header":{}}}}').spans) == {
        "$.header",
        "$.header.header",
    }
