"""The structure lamp: errors are bad, oddities warn, notes are only said."""

import pytest

from jwtdesk.analysis.structure import structure_lamp
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.read_token import read_found
from tests.made import part, token

HEADER = part('{"alg":"HS256"}')
CASES = [
    (token(), State.OK, "well-formed", "Well formed"),
    (f"Bearer {token()}", State.OK, "well-formed", "Well formed"),
    (f"{token()}\n", State.WARN, "white-space-removed", "Cleaned"),
    (token('{"a":1,"a":2}'), State.WARN, "duplicate-member", "Name twice"),
    (token(header='{"alg":"HS256","alg":"HS256"}'), State.BAD, "duplicate-member", "Malformed"),
    (f"{HEADER}.e30.AA==", State.WARN, "base64-padding", "Padded"),
    (f"{HEADER}.e30.AB", State.WARN, "base64-trailing-bits", "Odd last letter"),
    (f"{HEADER}.e30.A+A/", State.BAD, "base64-standard-alphabet", "Malformed"),
    (f"{HEADER}..AA", State.WARN, "payload-empty", "No payload"),
    (token("hello"), State.WARN, "payload-not-json", "No claims"),
    (token("[" * 300 + "]" * 300), State.WARN, "payload-too-deep", "Nested deeply"),
    (part('{"alg":"nOnE"}') + ".e30.", State.WARN, "signature-empty", "Look closer"),
    (f"{HEADER}.e30", State.BAD, "parts-missing", "Malformed"),
    ("hello", State.BAD, "not-a-token", "Not a token"),
    (
        part('{"alg":"dir","enc":"A128GCM"}') + f"..{'A' * 16}..{'A' * 22}",
        State.OK,
        "well-formed",
        "Well formed",
    ),
    (f"{HEADER}.e30.AA~", State.OK, "well-formed", "Well formed"),
]


@pytest.mark.parametrize(("text", "state", "code", "short"), CASES)
def test_the_worst_fault_decides(text: str, state: State, code: str, short: str) -> None:
    """The code is that of the worst fault; the sentence tells it."""
    lamp = structure_lamp(read_found(find(text)[0]))
    assert (lamp.state, lamp.code, lamp.short) == (state, code, short)
    assert lamp.text.endswith((".", "…"))


def test_notes_are_told_beside_a_sound_token() -> None:
    """What was taken away around it is said, and does no harm."""
    lamp = structure_lamp(read_found(find(f"Bearer {token()}")[0]))
    assert lamp.text == "Three parts, strict base64url, sound JSON. “Bearer ” removed."


def test_many_faults_are_counted() -> None:
    """Three are told in full."""
    text = token('{"a":1,"a":2,"a":3,"a":4,"a":5,"a":6}')
    assert structure_lamp(read_found(find(text)[0])).text.endswith(" And 2 more problems.")


def test_no_token_is_nothing_yet() -> None:
    """An empty pane is not wrong."""
    lamp = structure_lamp(None)
    assert (lamp.state, lamp.code) == (State.UNKNOWN, "empty")
