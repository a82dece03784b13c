"""The banner: honest while a signature is wrong, calm while an answer is awaited."""

from dataclasses import replace

import pytest

from jwtdesk.analysis.verdict import Lamp, State, Verdict
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, TokenPasted
from jwtdesk.model.session import Session
from jwtdesk.ui.panes.verdict import VerdictPane, honest, picture, tint
from tests.end2end.person import Person
from tests.ui.desk import SECRET, TOKEN

OK, BAD, WARN, UNKNOWN, PENDING = (
    State(name) for name in ("ok", "bad", "warn", "unknown", "pending")
)


def _verdict(structure: State, signature: State, time: State, policy: State) -> Verdict:
    def lamp(state: State) -> Lamp:
        return Lamp(state, "code", "A sentence.", "Short")

    return Verdict(
        lamp(structure),
        lamp(signature),
        lamp(time),
        lamp(policy),
        headline="Headline",
        reason="Reason",
    )


@pytest.mark.parametrize(
    ("states", "colour"),
    [
        ((OK, OK, OK, OK), "ok"),
        ((OK, OK, OK, WARN), "ok"),
        ((WARN, OK, OK, UNKNOWN), "ok"),
        ((OK, OK, BAD, OK), "warn"),
        ((OK, OK, WARN, OK), "warn"),
        ((OK, OK, OK, BAD), "warn"),
        ((OK, BAD, OK, OK), "bad"),
        ((BAD, OK, OK, OK), "bad"),
        ((OK, WARN, OK, OK), "warn"),
        ((OK, UNKNOWN, OK, OK), "unknown"),
    ],
)
def test_the_colour_of_the_banner(states: tuple[State, State, State, State], colour: str) -> None:
    """Green needs a right signature and nothing bad beside it."""
    assert tint(_verdict(*states), states[1]) == colour


def test_nothing_is_green_beside_a_wrong_signature() -> None:
    """What would be fine is claimed, not proven; what is bad stays bad."""
    shown = honest(_verdict(OK, BAD, OK, OK), BAD)

    assert (shown.time.state, shown.policy.state) == (UNKNOWN, UNKNOWN)
    assert shown.time.short == "Unproven"
    assert shown.time.text == "A sentence. This is claimed, not proven."
    assert honest(_verdict(OK, BAD, BAD, OK), BAD).time.state is BAD
    right = _verdict(OK, OK, OK, OK)
    assert honest(right, OK) is right


def test_an_hourglass_only_for_lateness() -> None:
    """When time is all that is wrong, the picture says so."""
    assert picture(_verdict(OK, OK, BAD, OK)) == "hourglass"
    assert picture(_verdict(OK, BAD, BAD, OK)) == ""
    assert picture(_verdict(OK, OK, OK, OK)) == ""


def test_a_pending_answer_changes_no_colour(desk: Person) -> None:
    """While an answer is awaited the last one stays; the lamp says that it is working."""
    pane = desk.window.pane("verdict")
    assert isinstance(pane, VerdictPane)
    right = Session(verdict=_verdict(OK, OK, OK, OK))
    pane.draw(None, right)
    waiting = replace(right, verdict=_verdict(OK, PENDING, OK, OK))
    pane.draw(right, waiting)

    assert pane.banner.property("state") == "ok"
    assert desk.state("lampSignature") == "pending"


def test_the_lamps_of_a_tampered_token(desk: Person) -> None:
    """Structure may be fine, the rest is not shown as if it were."""
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET.encode())))
    desk.window.store.dispatch(TokenPasted(TOKEN[:-5] + "AAAAA"))
    desk.wait()

    assert desk.state("lampStructure") != "bad"
    assert desk.state("lampSignature") == "bad"
    assert desk.state("lampTime") == "unknown"
    assert desk.read("verdictHeadline")


def test_the_reason_does_not_repeat_the_headline(desk: Person) -> None:
    """What the headline has said is not said again below it, wrong or without a key."""
    desk.paste(TOKEN)
    assert "Not checked yet" in desk.read("verdictHeadline")
    assert "Not checked" not in desk.read("verdictReason")
    desk.window.store.dispatch(KeyEdited(KeyInput(b"another secret, long enough for HS256")))
    desk.wait()
    assert desk.read("verdictHeadline").startswith("Wrong signature")
    assert "signature is wrong" not in desk.read("verdictReason")


def test_the_reason_keeps_what_the_headline_leaves_out(desk: Person) -> None:
    """Under a right signature the line below says whose key it was."""
    desk.paste(TOKEN)
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET.encode())))
    desk.wait()
    assert "this key made it" in desk.read("verdictReason")
