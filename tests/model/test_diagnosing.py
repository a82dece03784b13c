"""A wrong signature is explained, the best reason is in the headline, and mends can be undone."""

import base64

import pytest

from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.analysis.hypothesis import Confidence, Effort, Explanation
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.answers import answer
from jwtdesk.model.diagnosing import _told
from jwtdesk.model.edits import (
    Answered,
    KeyEdited,
    LookedHarder,
    Mended,
    PayloadEdited,
    StoppedLooking,
    TokenPasted,
    Undone,
)
from jwtdesk.model.questions import Diagnose
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import wanted
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_nesting import OUTER_SECRET, wrapped

ENCODED = base64.b64encode(CLASSIC_SECRET)


def test_a_wrong_signature_is_explained_in_the_headline() -> None:
    """The proven explanation is named in the headline and has a mend that verifies."""
    desk = Desk()
    session = desk.paste(CLASSIC, ENCODED)

    assert session.known.diagnosis is not None
    best = session.known.diagnosis.explanations[0]
    assert best.id == "secret-base64"
    assert "base64" in session.verdict.headline
    assert best.fix is not None
    assert desk.do(Mended(best.fix)).verdict.signature.code == "verified"


def test_undo_takes_a_mend_of_the_key_back() -> None:
    """Undo after a mend brings the key as it was typed, and leaves earlier steps alone."""
    desk = Desk()
    session = desk.paste(CLASSIC, ENCODED)
    assert session.known.diagnosis is not None
    fix = session.known.diagnosis.explanations[0].fix
    assert fix is not None
    desk.do(Mended(fix))

    assert desk.do(Undone()).key == KeyInput(ENCODED)
    assert desk.session.shown.token == CLASSIC
    assert desk.do(Undone()).shown.token == ""


def test_undo_takes_a_mend_of_the_token_back() -> None:
    """A mend that changes the token is one step of the history."""
    head, payload, signature = CLASSIC.split(".")
    damaged = (
        f"{head}.{payload}.{base64.urlsafe_b64encode(signature.encode()).decode().rstrip('=')}"
    )
    desk = Desk()
    session = desk.paste(damaged, CLASSIC_SECRET)
    assert session.known.diagnosis is not None
    fix = next(one.fix for one in session.known.diagnosis.explanations if one.fix)
    assert desk.do(Mended(fix)).verdict.signature.code == "verified"

    assert desk.do(Undone()).shown.token == damaged


def test_a_mend_that_changes_nothing_is_no_step() -> None:
    """Applying the same mend twice does not lengthen the history."""
    desk = Desk()
    session = desk.paste(CLASSIC, ENCODED)
    assert session.known.diagnosis is not None
    fix = session.known.diagnosis.explanations[0].fix
    assert fix is not None
    once = desk.do(Mended(fix))

    assert desk.do(Mended(fix)).history == once.history


@pytest.mark.parametrize("secret", [b"", CLASSIC_SECRET])
def test_what_is_no_riddle_is_not_explained(secret: bytes) -> None:
    """Without a key, and when all is well, nothing is asked and nothing explained."""
    assert Desk().paste(CLASSIC, secret).known.diagnosis is None


def test_a_stale_token_is_no_riddle() -> None:
    """Claims edited without a key to sign them do not verify, and everybody knows why."""
    desk = Desk()
    desk.paste(CLASSIC)

    assert desk.do(PayloadEdited('{"a":1}')).known.diagnosis is None


def test_nothing_is_claimed_when_nothing_explains_it() -> None:
    """A secret that has nothing to do with the token leaves the headline as it was."""
    desk = Desk()
    forged = CLASSIC[:-6] + "AAAAAA"
    session = desk.paste(forged, b"an-unrelated-secret-of-32-octets")

    assert session.known.diagnosis is not None
    assert session.known.diagnosis.explanations == ()
    assert session.known.diagnosis.excluded
    assert "would verify" not in session.verdict.headline


def test_parts_of_the_answer_are_shown_while_more_is_awaited() -> None:
    """A part is shown at once, the question stays asked, and stopping takes it for the whole."""
    desk = Desk()
    desk.paste(CLASSIC)
    session = reduce(desk.session, KeyEdited(KeyInput(b"wrong")))
    question = Diagnose(CLASSIC, KeyInput(b"wrong"))
    desk.session = session
    while question not in wanted(desk.session):
        first = wanted(desk.session)[0]
        desk.session = reduce(desk.session, Answered(first, answer(first)))

    part = reduce(desk.session, Answered(question, Diagnosis(excluded=("this",))))
    assert part.known.diagnosis == Diagnosis(excluded=("this",))
    assert question in wanted(part)

    stopped = reduce(part, StoppedLooking())
    assert stopped.known.diagnosis == Diagnosis(excluded=("this",), finished=True)
    assert question not in wanted(stopped)


def test_looking_harder_asks_again_until_the_key_changes() -> None:
    """Looking harder is another question; another key goes back to the quick one."""
    desk = Desk()
    desk.do(TokenPasted(CLASSIC))
    session = reduce(desk.session, KeyEdited(KeyInput(b"wrong")))
    session = reduce(session, LookedHarder())
    assert session.effort is Effort.HARD

    assert reduce(session, KeyEdited(KeyInput(b"other"))).effort is Effort.QUICK


def test_a_title_stands_in_where_there_is_no_clause() -> None:
    """An explanation without a clause for the headline is told in the line below it."""
    session = Desk().paste(CLASSIC, b"wrong")
    plain = Explanation("wrong-key", "Another key.", "Because.", Confidence.PROVEN)

    told = _told(session, Diagnosis((plain,), finished=True))

    assert told.verdict.reason == "Another key."


def test_a_token_that_does_not_open_is_explained_in_the_headline() -> None:
    """The secret was written in hexadecimal; the mend reads it as that, and it opens."""
    desk = Desk()
    session = desk.paste(wrapped("{}"), OUTER_SECRET.hex().encode())

    assert session.verdict.signature.code == "key-unusable"
    assert session.known.diagnosis is not None
    best = session.known.diagnosis.explanations[0]
    assert best.id == "secret-hex"
    assert session.verdict.headline.startswith("Not decrypted: it would decrypt if the secret")
    assert best.fix is not None
    after = desk.do(Mended(best.fix))
    assert after.verdict.signature.code == "decrypted"
    assert after.shown.payload == "{}"
    assert desk.do(Undone()).key == KeyInput(OUTER_SECRET.hex().encode())


def test_what_opens_is_not_asked_about() -> None:
    """There is nothing to explain."""
    desk = Desk()
    assert desk.paste(wrapped("{}"), OUTER_SECRET).known.diagnosis is None
    assert desk.do(KeyEdited(KeyInput())).known.diagnosis is None
