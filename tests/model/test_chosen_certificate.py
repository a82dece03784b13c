"""A certificate in the panes: chosen, kept while it is there, and let go of in time."""

from dataclasses import replace

import pytest

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import (
    AlgorithmPicked,
    CertificateChosen,
    Cleared,
    ClockTicked,
    CompactSwitched,
    Edit,
    FormChosen,
    HeaderEdited,
    KeyEdited,
    KeyReplaced,
    NodeChosen,
    PayloadEdited,
    Redone,
    TokenEdited,
    TokenPasted,
    Undone,
)
from jwtdesk.model.forms import Form
from jwtdesk.model.holder import NodePath
from jwtdesk.model.layer_rows import layer_rows
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session
from tests.analysis.test_chain_check import CHAIN, signed
from tests.certificates import LEAF
from tests.model.desk import CLASSIC, Desk
from tests.model.test_nesting import OUTER_SECRET, wrapped

NOW = 1_795_400_000
FIRST: NodePath = ("header.x5c[0]",)
TOKEN = signed({"x5c": CHAIN})
INNER: NodePath = ("", "header.x5c[1]")


def alone() -> Desk:
    """Return a desk with a token that brings a chain of three."""
    desk = Desk(NOW)
    desk.paste(TOKEN)
    return desk


def shown() -> Desk:
    """Return the same with the first certificate in the panes."""
    desk = alone()
    desk.do(CertificateChosen(FIRST))
    return desk


def inside() -> Desk:
    """Return a desk with that token inside an encrypted one, which is on the desk."""
    desk = Desk(NOW)
    desk.paste(wrapped(TOKEN), OUTER_SECRET)
    return desk


def marked(session: Session) -> list[tuple[str, ...]]:
    """Return the places of the rows that say that they are in the panes."""
    return [one.node for one in layer_rows(session) if one.in_panes]


def test_its_row_is_the_one_in_the_panes() -> None:
    """Neither the token's row nor any other is then; the token stays on the desk."""
    desk = alone()
    assert marked(desk.session) == [()]
    before = desk.session
    session = desk.do(CertificateChosen(FIRST))
    assert session.certificate == FIRST
    assert marked(session) == [FIRST]
    assert session.shown == before.shown
    assert session.history == before.history


def test_choosing_it_again_changes_nothing() -> None:
    """The session is the very same one."""
    desk = shown()
    assert reduce(desk.session, CertificateChosen(FIRST)) is desk.session


@pytest.mark.parametrize("node", [(), ("header.x5c[3]",), ("elsewhere", *FIRST), ("",)])
def test_what_is_no_certificate_is_not_chosen(node: NodePath) -> None:
    """A place that no row has, or that is a token's, changes nothing."""
    desk = alone()
    assert reduce(desk.session, CertificateChosen(node)) is desk.session


def test_its_token_comes_on_the_desk_with_it() -> None:
    """One of another token is a way to that token, and that way can be gone back."""
    desk = inside()
    outer = desk.session.shown.token
    session = desk.do(CertificateChosen(INNER))
    assert session.shown.token == TOKEN
    assert session.certificate == INNER
    assert marked(session) == [INNER]
    assert len(session.history.past) == 2
    session = desk.do(Undone())
    assert (session.shown.token, session.certificate) == (outer, None)
    assert desk.do(Redone()).certificate is None


def test_it_waits_until_the_desk_is_read() -> None:
    """While the token on the desk is being read nobody goes elsewhere, and that is said."""
    desk = inside()
    known = replace(desk.session.known, unread=True)
    session = reduce(replace(desk.session, known=known), CertificateChosen(INNER))
    assert session.certificate is None
    assert session.path == ()
    assert session.notice is not None


def test_a_row_that_is_awaited_anew_can_be_chosen() -> None:
    """A list that is drawn from before the minute turned answers to a press all the same."""
    desk = alone()
    desk.session = reduce(desk.session, ClockTicked(NOW + 61))
    assert all(one.path is not None for one in desk.session.known.layers.rows)
    desk.session = reduce(desk.session, CertificateChosen(FIRST))
    desk.settle()
    assert marked(desk.session) == [FIRST]


@pytest.mark.parametrize(
    "edit",
    [
        ClockTicked(NOW + 1),
        ClockTicked(NOW + 61),
        KeyEdited(KeyInput(LEAF.public)),
        KeyReplaced(KeyInput(LEAF.public), "Used."),
        CompactSwitched(on=False),
        TokenEdited(TOKEN + "A", 1.0),
    ],
)
def test_what_happens_in_sight_does_not_take_it_away(edit: Edit) -> None:
    """Time, keys and typing in the token leave it, also while the chain is looked at anew."""
    desk = shown()
    desk.session = reduce(desk.session, edit)
    assert desk.session.certificate == FIRST
    desk.settle()
    assert marked(desk.session) == [FIRST]


@pytest.mark.parametrize(
    "edit",
    [
        PayloadEdited('{"n":1}', 1.0),
        HeaderEdited('{"alg":"ES256"}', 1.0),
        AlgorithmPicked("ES384"),
        FormChosen(Form.HEX),
        TokenPasted(TOKEN),
        TokenPasted(CLASSIC),
        TokenEdited(CLASSIC, 1.0),
        NodeChosen(()),
        Cleared(),
    ],
)
def test_it_is_let_go_of(edit: Edit) -> None:
    """Header and payload come back when they change, are wanted, or hold another token."""
    session = shown().do(edit)
    assert session.certificate is None
    assert FIRST not in marked(session)


def test_the_token_takes_the_panes_back_without_a_step() -> None:
    """There was no change, and there is nothing to undo."""
    desk = shown()
    before = desk.session
    session = desk.do(NodeChosen(()))
    assert marked(session) == [()]
    assert session.history == before.history
    assert session.shown == before.shown


def test_an_edit_that_is_refused_does_not_take_it_away() -> None:
    """A form that is shown already is no change."""
    desk = shown()
    assert desk.do(NodeChosen(("nowhere",))).certificate == FIRST


def test_another_token_of_the_nest_lets_go_of_it() -> None:
    """Outward, and from one chain to the token around it."""
    desk = inside()
    desk.do(CertificateChosen(INNER))
    session = desk.do(NodeChosen(()))
    assert (session.certificate, marked(session)) == (None, [()])


def test_a_certificate_that_left_the_chain_is_let_go_of() -> None:
    """The token was changed so that its chain is shorter now."""
    desk = alone()
    desk.do(CertificateChosen(("header.x5c[2]",)))
    assert desk.do(TokenEdited(signed({"x5c": CHAIN[:2]}), 1.0)).certificate is None
