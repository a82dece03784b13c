"""The card of the rules: typing, choosing, taking, keeping, folding."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.model.edits import RulesEdited
from jwtdesk.ui.panes.rules import RulesPane
from tests.end2end.person import Person
from tests.ui.desk import SAMPLE, TOKEN

ISSUER = "https://id.acme.example"


def _pane(desk: Person) -> RulesPane:
    return cast(RulesPane, desk.window.pane("rules"))


def _field(desk: Person, name: str) -> QLineEdit:
    return cast(QLineEdit, desk.find(name))


def _type(desk: Person, name: str, text: str) -> QLineEdit:
    field = _field(desk, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    desk.wait()
    return field


def _click(desk: Person, name: str) -> None:
    cast(QAbstractButton, desk.find(name)).click()
    desk.wait()


@pytest.mark.parametrize(
    ("name", "text", "rules"),
    [
        ("rulesIssuer", "i, j", Rules(issuers=("i", "j"))),
        ("rulesAudience", "a", Rules(audiences=("a",))),
        ("rulesLeeway", "2 min", Rules(leeway=120)),
        ("rulesSubject", "s", Rules(subject="s")),
        ("rulesType", "at+jwt", Rules(type="at+jwt")),
        ("rulesNonce", "n", Rules(nonce="n")),
        ("rulesMaxAge", "1 h", Rules(max_age=3600)),
        ("rulesMaxLifetime", "7 d", Rules(max_lifetime=604_800)),
        ("rulesKeyBindingAudience", "v", Rules(kb_aud="v")),
        ("rulesKeyBindingNonce", "n", Rules(kb_nonce="n")),
    ],
)
def test_typing_is_expecting(desk: Person, name: str, text: str, rules: Rules) -> None:
    """Each field changes its own rule, and shows what others set."""
    field = _type(desk, name, text)

    assert desk.session.rules == rules
    assert field.accessibleName()
    desk.window.store.dispatch(RulesEdited(Rules()))
    assert field.text() == ""
    desk.window.store.dispatch(RulesEdited(rules))
    assert field.text() == text


def test_what_is_typed_stays_as_it_is(desk: Person) -> None:
    """A value written in another way is not rewritten under the caret."""
    assert _type(desk, "rulesLeeway", "60").text() == "60"
    assert desk.session.rules.leeway == 60


def test_half_a_length_changes_nothing_and_says_so(desk: Person) -> None:
    """What is no length of time yet keeps the rule and says what one looks like."""
    _type(desk, "rulesLeeway", "60")
    field = _type(desk, "rulesLeeway", "6 o")

    assert desk.session.rules.leeway == 6
    assert field.property("state") == "warn"
    assert "5 min" in field.accessibleDescription()
    assert not _type(desk, "rulesLeeway", "6 s").property("state")


def test_the_token_fills_issuer_and_audience(desk: Person) -> None:
    """One button expects what the token says; the fields show it, met."""
    desk.do("sample")
    _click(desk, "rulesTake")

    assert desk.session.rules.issuers == (ISSUER,)
    assert _field(desk, "rulesIssuer").text() == ISSUER
    assert desk.session.verdict.policy.state is State.OK
    assert _pane(desk).badge.text() == "1 holds"


def test_every_broken_rule_is_listed(desk: Person) -> None:
    """The card lists all failures, marks the fields, and counts them."""
    desk.do("sample")
    _type(desk, "rulesIssuer", "other")
    _type(desk, "rulesAudience", "mine")

    assert _field(desk, "rulesIssuer").property("state") == "bad"
    assert "other" in _field(desk, "rulesIssuer").accessibleDescription()
    assert len(desk.read("rulesBroken").splitlines()) == 2
    assert _pane(desk).badge.text() == "2 broken"


def test_algorithms_and_required_claims_are_pills(desk: Person) -> None:
    """The token's own algorithm is among those offered; a pill is on or off."""
    desk.do("sample")
    _click(desk, "rulesAlgorithms-HS256")
    _click(desk, "rulesRequired-jti")

    assert desk.session.rules == Rules(algorithms=("HS256",), required=("jti",))
    assert "jti" in _pane(desk).claims.title.text()
    _click(desk, "rulesRequired-jti")
    assert desk.session.rules.required == ()


def test_more_rules_are_there_on_wish(desk: Person) -> None:
    """Rarer rules and every algorithm are a press away; one in use shows by itself."""
    assert not _pane(desk).further.isVisible()
    _click(desk, "rulesMore")
    assert _pane(desk).further.isVisible()
    desk.qtbot.waitUntil(desk.find("rulesAlgorithms-ML-DSA-44").isVisible)
    _click(desk, "rulesMore")
    assert not _pane(desk).further.isVisible()
    desk.window.store.dispatch(RulesEdited(Rules(nonce="n")))
    assert _pane(desk).further.isVisible()


def test_no_green_for_a_token_that_is_not_proven(desk: Person) -> None:
    """A rule that an unverified token meets is marked, but not in green."""
    desk.paste(TOKEN)
    _click(desk, "rulesTake")

    assert not _field(desk, "rulesIssuer").property("state")
    assert _pane(desk).badge.property("pill") == "plain"


def test_rules_are_kept_for_an_issuer(desk: Person) -> None:
    """Kept rules go with their issuer, come back with it, and follow what is changed."""
    desk.do("sample")
    _type(desk, "rulesLeeway", "60")
    _click(desk, "rulesKeep")
    assert desk.window.action("keep-rules").isChecked()
    _type(desk, "rulesLeeway", "90")
    desk.do("clear")
    assert desk.session.rules == Rules()
    assert not desk.find("rulesKeep").isEnabled()
    desk.window.store.dispatch(SAMPLE.edit)
    desk.wait()

    assert desk.session.rules == Rules(leeway=90)
    assert _pane(desk).keep.isChecked()
    desk.do("keep-rules")
    assert not _pane(desk).keep.isChecked()


def test_rules_that_were_typed_are_not_replaced(desk: Person) -> None:
    """Only an empty card is filled by itself."""
    desk.do("sample")
    _type(desk, "rulesLeeway", "60")
    _click(desk, "rulesKeep")
    desk.do("clear")
    _type(desk, "rulesLeeway", "5")
    desk.do("sample")

    assert desk.session.rules == Rules(leeway=5)


def test_the_card_folds_to_its_head(desk: Person) -> None:
    """Folded, the key has the room; going there by keyboard opens it again."""
    pane = _pane(desk)
    height = desk.window.pane("key").height()
    QTest.mouseClick(pane.fold.button, Qt.MouseButton.LeftButton)
    assert not _field(desk, "rulesIssuer").isVisible()
    desk.qtbot.waitUntil(lambda: desk.window.pane("key").height() > height)
    desk.press(Qt.Key.Key_7)

    assert _field(desk, "rulesIssuer").hasFocus()


def test_a_low_window_folds_it_by_itself(desk: Person) -> None:
    """Until somebody decides, the room decides."""
    desk.window.resize(1024, 640)
    desk.qtbot.waitUntil(lambda: _pane(desk).fold.folded)
    desk.window.resize(1280, 900)
    desk.qtbot.waitUntil(lambda: not _pane(desk).fold.folded)
