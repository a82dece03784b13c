"""The card of an SD-JWT's disclosures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, RulesEdited, TokenPasted
from jwtdesk.model.session import PaneName
from jwtdesk.ui.panes.disclosures import DisclosuresPane
from jwtdesk.ui.panes.verdict import tint
from jwtdesk.ui.parts.disclosures_card import DisclosuresCard
from jwtdesk.ui.parts.tick_row import ROLE, TickRow
from jwtdesk.ui.preferences import LIGHT, Preferences
from tests.disclosed import (
    ADDRESS,
    CLAIMS,
    NAME,
    PERSON,
    STREET,
    bound,
    digest,
    holder_claims,
    issued,
)
from tests.disclosed import (
    ROLE as IN_LIST,
)
from tests.end2end.person import Person
from tests.made import SECRET
from tests.made_selective import kb_jwt, sd_jwt
from tests.ui.desk import NOW, TOKEN, opened

BOUND = bound(issued(CLAIMS | holder_claims(), NAME, ADDRESS, STREET, IN_LIST), "shop", "n-1", NOW)


def pane(desk: Person) -> DisclosuresPane:
    """Return the pane."""
    found = desk.window.pane("disclosures")
    assert isinstance(found, DisclosuresPane)
    return found


def card(desk: Person, token: str = PERSON) -> DisclosuresCard:
    """Paste `token` and return the card that appears."""
    desk.window.store.dispatch(TokenPasted(token))
    desk.wait()
    found = pane(desk).card
    assert found is not None
    return found


def rows(shown: DisclosuresCard) -> list[TickRow]:
    """Return the rows that are seen."""
    return [shown.list.item(at).data(ROLE) for at in range(shown.list.count())]


def test_it_is_not_even_built_without_an_sd_jwt(desk: Person) -> None:
    """An ordinary token has no such card, and pays nothing for it."""
    desk.window.store.dispatch(TokenPasted(TOKEN))
    desk.wait()
    assert not pane(desk).isVisible()
    assert pane(desk).card is None
    assert pane(desk).chosen == frozenset()
    assert pane(desk).wanted_height(600) == 0
    pane(desk).focus_first()


def test_it_comes_and_goes(desk: Person) -> None:
    """It appears with an SD-JWT and leaves with it."""
    card(desk)
    assert pane(desk).isVisible()
    desk.window.store.dispatch(TokenPasted(TOKEN))
    desk.wait()
    assert not pane(desk).isVisible()


def test_each_disclosure_is_a_row(desk: Person) -> None:
    """Names, values and places; what lies in another is indented; everything is ticked."""
    found = rows(card(desk))

    assert [(one.name, one.depth) for one in found] == [
        ("given_name", 0), ("address", 0), ("street", 1), ("list entry", 0),
    ]  # fmt: skip
    assert [one.below for one in found] == ["", "", "$.address.street", "$.roles[1]"]
    assert all(one.ticked for one in found)
    assert desk.read("disclosuresRest").startswith("1 digest has no disclosure")
    assert desk.read("disclosuresBadge") == "4 disclosed"


def test_a_fault_is_said_in_its_row(desk: Person) -> None:
    """A disclosure without a place is marked, and counted in the head."""
    (found,) = rows(card(desk, issued({}, NAME)))

    assert found.tone == "bad"
    assert "Nothing refers to it" in found.below
    assert desk.read("disclosuresBadge") == "1 wrong"


def test_ticks_follow_what_lies_in_what(desk: Person) -> None:
    """Unticking a parent unticks its child; ticking the child brings the parent back."""
    shown = card(desk)
    shown.list.ticked.emit(digest(ADDRESS), False)
    assert [one.ticked for one in rows(shown)] == [True, False, False, True]

    shown.list.ticked.emit(digest(STREET), True)
    assert [one.ticked for one in rows(shown)] == [True, True, True, True]
    assert shown.chosen == {digest(one) for one in (NAME, ADDRESS, STREET, IN_LIST)}


def test_all_and_none(desk: Person) -> None:
    """Both buttons do it at once, and can be pressed only when they change something."""
    shown = card(desk)
    assert not shown.all.isEnabled()
    shown.none.click()
    assert shown.chosen == frozenset()
    assert not shown.none.isEnabled()
    shown.all.click()
    assert len(shown.chosen) == 4


def test_boxes_are_pressed_and_rows_are_opened(desk: Person) -> None:
    """The box ticks; the rest of the row shows all that is known, and its digest in the payload."""
    shown = card(desk)
    port = shown.list.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=shown.list.box_point(0))
    assert not rows(shown)[0].ticked
    assert not rows(shown)[0].lines

    beside = shown.list.visualItemRect(shown.list.item(0)).center()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=beside)
    lines = dict(rows(shown)[0].lines)
    assert lines["Digest, in the payload"] == f"{digest(NAME)} (sha-256)"
    caret = desk.session.caret
    assert caret is not None
    assert caret.pane is PaneName.PAYLOAD
    assert desk.session.shown.payload[caret.offset :].startswith(digest(NAME))

    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=beside)
    assert not rows(shown)[0].lines
    QTest.mouseClick(port, Qt.MouseButton.RightButton, pos=beside)
    assert not rows(shown)[0].lines


def test_keys_do_the_same(desk: Person) -> None:
    """Arrows move, Space ticks, Enter opens."""
    shown = card(desk)
    pane(desk).focus_first()
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    shown.list.setCurrentRow(3)
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)

    assert not rows(shown)[3].ticked
    assert rows(shown)[3].lines
    heard = shown.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "list entry" in heard
    assert digest(IN_LIST) in heard


def test_another_token_starts_anew(desk: Person) -> None:
    """Ticks belong to one token only."""
    shown = card(desk)
    shown.none.click()
    card(desk, issued({"_sd": [digest(NAME)]}, NAME))
    assert [one.ticked for one in rows(shown)] == [True]


@pytest.mark.parametrize(
    ("rules", "words", "state"),
    [
        (Rules(), "Signed by holder", "unknown"),
        (Rules(kb_aud="shop", kb_nonce="n-1"), "Bound", "ok"),
        (Rules(kb_aud="bank"), "Wrong audience", "bad"),
    ],
)
def test_the_key_binding_has_its_lamp(desk: Person, rules: Rules, words: str, state: str) -> None:
    """A mark, a few words, and the whole sentence for whoever rests on it or hears it."""
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET)))
    desk.window.store.dispatch(RulesEdited(rules))
    card(desk, BOUND)

    assert desk.read("bindingWords") == words
    assert desk.state("bindingLine") == state
    assert words in desk.find("bindingLine").accessibleName()
    assert desk.find("bindingLine").accessibleDescription()


def test_a_wrong_key_binding_is_not_green(desk: Person) -> None:
    """The issuer's signature alone does not colour the verdict green."""
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET)))
    desk.window.store.dispatch(RulesEdited(Rules(kb_aud="bank")))
    card(desk, BOUND)
    verdict = desk.session.verdict
    assert tint(verdict, verdict.signature.state) == "warn"


def test_a_key_binding_that_nobody_can_check_is_not_green(desk: Person) -> None:
    """The holder's key lies elsewhere."""
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET)))
    text = sd_jwt({"cnf": {"kid": "elsewhere"}})
    card(desk, text + kb_jwt(text))
    verdict = desk.session.verdict
    assert verdict.headline == "Signature verified, but its key binding cannot be checked"
    assert tint(verdict, verdict.signature.state) == "warn"


def test_rules_for_the_key_binding_stand_with_the_usual_ones(desk: Person) -> None:
    """An SD-JWT brings fields for the audience and nonce of its key binding."""
    assert not desk.find("rulesBinding").isVisibleTo(desk.window)
    card(desk)
    assert not desk.find("rulesBinding").isHidden()


def test_the_processed_payload_is_a_view(desk: Person) -> None:
    """It is offered for an SD-JWT, cannot be typed in, and leads back when there is none."""
    card(desk)
    desk.do("claims-disclosed")
    assert '"street": "1 Main Street"' in desk.read("disclosedView")
    assert desk.editor("disclosedView").isReadOnly()

    desk.window.store.dispatch(TokenPasted(TOKEN))
    desk.wait()
    assert not desk.find("disclosedView").isVisible()
    assert desk.find("payloadEditor").isVisible()
    assert not desk.window.action("claims-disclosed").isChecked()


def test_a_small_window_keeps_rows_before_sentences(desk: Person) -> None:
    """Where there is little room the sentences become tips; the rows stay."""
    shown = card(desk, BOUND)
    desk.window.resize(1024, 640)
    desk.wait()
    assert not shown.binding.sentence.isVisible()
    assert shown.list.height() > shown.list.sizeHintForRow(0)
    assert pane(desk).fold is not None
    desk.window.resize(1280, 1400)
    desk.wait()
    assert shown.binding.sentence.isVisible()


def test_it_can_be_folded(desk: Person) -> None:
    """Folded it asks for no more than its head."""
    shown = card(desk)
    fold = pane(desk).fold
    assert fold is not None
    fold.choose(folded=True)
    assert pane(desk).wanted_height(600) == shown.head_height()


def test_its_fold_is_remembered(desk: Person) -> None:
    """Each press of the button says how the card is now."""
    card(desk)
    fold = pane(desk).fold
    assert fold is not None
    was = fold.folded
    fold.button.click()
    assert desk.window.preferences.folded == (("disclosures", not was),)
    fold.button.click()
    assert desk.window.preferences.folded == (("disclosures", was),)


@pytest.mark.parametrize("folded", [True, False])
def test_it_comes_as_it_was_left(qtbot: QtBot, folded: bool) -> None:
    """Built with the first SD-JWT, it is as it was at the last one, however high the window is."""
    kept = Preferences(theme=LIGHT, folded=(("disclosures", folded),))
    for desk in opened(qtbot, kept):
        card(desk)
        fold = pane(desk).fold
        assert fold is not None
        for height in (640, 1400):
            desk.window.resize(1280, height)
            desk.wait()
            assert fold.folded is folded


def test_under_an_unknown_hash_nothing_is_presented(desk: Person) -> None:
    """Without digests no disclosure can be told from another."""
    shown = card(desk, issued({"_sd_alg": "md5", "_sd": [digest(NAME)]}, NAME))
    shown.none.click()
    assert not shown.present.isEnabled()
    assert not shown.bind.isEnabled()
    assert desk.read("disclosuresBadge") == "1 not checked"


@pytest.mark.parametrize("rules", [Rules(), Rules(kb_aud="https://shop.example", kb_nonce="n-1")])
def test_one_row_leaves_the_sentence_its_height(desk: Person, rules: Rules) -> None:
    """No line of it is cut, whatever the rules add to it."""
    desk.window.resize(1280, 800)
    shown = card(desk, issued({"_sd": [digest(NAME)]}, NAME))
    desk.window.store.dispatch(RulesEdited(rules))
    desk.wait()
    desk.qtbot.waitUntil(lambda: shown.list.height() >= shown.list.rows_height())
    sentence = shown.binding.sentence
    assert sentence.isVisible()
    assert sentence.height() >= sentence.heightForWidth(sentence.width())


def test_no_row_takes_no_height(desk: Person) -> None:
    """So that the buttons keep theirs in the smallest window."""
    desk.window.resize(1024, 640)
    shown = card(desk, issued({"_sd": [digest(NAME)]}))
    assert shown.list.minimumSizeHint().height() == 0
    desk.qtbot.waitUntil(lambda: shown.bind.height() >= shown.bind.minimumSizeHint().height())
