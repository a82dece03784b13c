"""The rows of a nest: titles, places, guide lines, and the ways in and out."""

from dataclasses import replace

import pytest

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, NodeChosen, PayloadEdited, TokenPasted
from jwtdesk.model.layer_rows import (
    awaited,
    certificate_rows,
    inside_words,
    inward,
    layer_rows,
    outermost_text,
    outward,
    place_words,
    standing,
    unlisted,
)
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session
from tests.analysis.test_chain_check import CHAIN, signed
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_nesting import OUTER_SECRET, holding, wrapped


def nested() -> Desk:
    """Return a desk with a token in a claim of a token in an encrypted one."""
    desk = Desk()
    desk.paste(wrapped(holding(CLASSIC)), OUTER_SECRET)
    return desk


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("", "Whole payload"),
        ("~kb", "At the end"),
        ("header:$.inner", "Header, $.inner"),
        ("~2$[2]", "Disclosure 3"),
        ("$.act.token", "Claim $.act.token"),
        ("$.a\u202eb", "Claim $.a\\u202eb"),
        ("$." + "x" * 100, "Claim $." + "x" * 58 + "…"),
    ],
)
def test_where_a_token_stands_is_said(step: str, words: str) -> None:
    """A path is named in a reader's words, and what it hides is shown."""
    assert place_words(step) == words


def test_each_row_says_what_it_is_and_where() -> None:
    """From the outermost in, each with its place and how it fares."""
    rows = layer_rows(nested().session)
    assert [(one.depth, one.title, one.place, one.state) for one in rows] == [
        (0, "Encrypted token, dir + A256GCM", "Outermost", "ok"),
        (1, "Signed token, HS256", "Whole payload", "unknown"),
        (2, "Signed token, HS256", "Claim $.act.token", "unknown"),
    ]
    assert [one.in_panes for one in rows] == [True, False, False]
    assert rows[0].detail == "Decrypted: a signed token is inside"
    assert rows[1].sentence.startswith("Not checked")


def test_certificates_stand_in_the_list_too() -> None:
    """They have no path to go to, and say which entry of the header they are."""
    rows = certificate_rows(Desk().paste(signed({"x5c": CHAIN})))
    assert [one.place for one in rows] == [f"Header, x5c, number {at}" for at in (1, 2, 3)]
    assert {one.path for one in rows} == {None}
    assert rows[0].node == ("header.x5c[0]",)


def test_certificates_of_the_key_are_told_from_those_of_the_header() -> None:
    """A row whose path begins with the key says so."""
    session = Desk().paste(signed({"x5c": CHAIN}))
    layers = session.known.layers
    node = replace(layers.rows[1].node, path=("key[0]",))
    changed = replace(layers, rows=(layers.rows[0], replace(layers.rows[1], node=node)))
    session = replace(session, known=replace(session.known, layers=changed))
    assert certificate_rows(session)[0].place == "Key, number 1"


def test_guide_lines_go_on_while_a_sibling_follows() -> None:
    """The last of each branch ends its line; one within it leaves a gap below."""
    session = Desk().paste(signed({"x5c": CHAIN}))
    assert [one.guides for one in layer_rows(session)] == [(), (True,), (True,), (False,)]
    assert [one.guides for one in layer_rows(nested().session)] == [(), (False,), (False, False)]


def test_the_ways_in_and_out() -> None:
    """One level at a time, and no further than there is something."""
    desk = nested()
    assert outward(desk.session) is None
    assert inward(desk.session) == ("",)
    session = desk.do(NodeChosen(("",)))
    assert (outward(session), inward(session)) == ((), ("", "$.act.token"))
    session = desk.do(NodeChosen(("", "$.act.token")))
    assert (outward(session), inward(session)) == (("",), None)


def test_the_verdict_says_which_token_it_is_on() -> None:
    """Nothing at the outermost one; how deep it stands the layers say."""
    desk = nested()
    assert standing(desk.session) == ""
    assert standing(desk.do(NodeChosen(("",)))) == "Inner token"
    assert standing(desk.do(NodeChosen(("", "$.act.token")))) == "Inner token"


def test_a_key_binding_token_is_called_so() -> None:
    """It stands at the end of another, not in its payload."""
    session = nested().do(NodeChosen(("",)))
    holder = replace(session.holders[0], place="~kb")
    assert standing(replace(session, holders=(holder,))) == "Key binding token"


def test_the_outermost_token_is_copied_with_the_changes_inside() -> None:
    """It is the shown one at the outside, and the one made anew further in."""
    desk = nested()
    outer = desk.session.shown.token
    assert outermost_text(desk.session) == outer
    session = desk.do(NodeChosen(("",)))
    assert outermost_text(session) == outer
    session = desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)), PayloadEdited('{"n":1}'))
    assert outermost_text(session) not in ("", outer)


def test_an_outermost_token_that_cannot_be_made_is_not_copied() -> None:
    """Nothing is better than a token without the changes; the row says why."""
    desk = nested()
    desk.do(NodeChosen(("",)), KeyEdited(KeyInput(CLASSIC_SECRET)))
    forgotten = tuple((path, type(keys)()) for path, keys in desk.session.node_keys)
    desk.session = replace(desk.session, node_keys=forgotten)
    session = desk.do(PayloadEdited('{"n":1}'))
    assert outermost_text(session) == ""
    assert layer_rows(session)[0].problem


def test_nothing_is_known_around_a_token_that_is_awaited() -> None:
    """Before the first walk there is no outermost token to copy."""
    session = nested().do(NodeChosen(("",)))
    layers = replace(session.known.layers, around=())
    assert outermost_text(replace(session, known=replace(session.known, layers=layers))) == ""


def test_what_is_not_listed_is_counted() -> None:
    """A nest with more rows than are shown says how many more there are."""
    session = nested().session
    assert unlisted(session) == ""
    layers = replace(session.known.layers, more=7)
    assert unlisted(replace(session, known=replace(session.known, layers=layers))) == (
        "7 more are not listed"
    )


def test_the_tokens_inside_are_counted() -> None:
    """Certificates and the outermost token are not."""
    assert inside_words(nested().session) == "2 tokens inside"
    assert inside_words(Desk().paste(signed({"x5c": CHAIN}))) == ""


def test_rows_are_awaited_while_a_look_inside_is_under_way() -> None:
    """Until the answer is there nothing may vanish; on an empty desk nothing is awaited."""
    assert awaited(reduce(Session(now=1), TokenPasted(CLASSIC)))
    assert not awaited(nested().session)
    assert not awaited(Session())
