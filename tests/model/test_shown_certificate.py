"""What the pane of a certificate shows: its lamp, its place in the chain, its neighbours."""

from dataclasses import replace

import pytest

from jwtdesk.model.edits import CertificateChosen
from jwtdesk.model.holder import NodePath
from jwtdesk.model.layer_rows import first_certificate, outward
from jwtdesk.model.layers import Layers
from jwtdesk.model.shown_certificate import ShownCertificate, shown_certificate
from tests.analysis.test_chain_check import CHAIN, FALSE, signed
from tests.certificates import MIDDLE
from tests.model.desk import CLASSIC, Desk
from tests.model.test_nesting import OUTER_SECRET, wrapped

NOW = 1_795_400_000


def place(number: int) -> NodePath:
    """Return where certificate `number`, counted from 0, stands in a token that is alone."""
    return (f"header.x5c[{number}]",)


def shown(chain: list[str], number: int = 0) -> ShownCertificate:
    """Return what the pane shows once certificate `number` of `chain` was chosen."""
    desk = Desk(NOW)
    desk.paste(signed({"x5c": chain}))
    found = shown_certificate(desk.do(CertificateChosen(place(number))))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("number", "standing", "before", "after"),
    [
        (0, "1 of 3", None, place(1)),
        (1, "2 of 3", place(0), place(2)),
        (2, "3 of 3", place(1), None),
    ],
)
def test_it_stands_in_its_chain(
    number: int, standing: str, before: NodePath | None, after: NodePath | None
) -> None:
    """It says which one it is, and who stands on either side."""
    found = shown(CHAIN, number)
    assert (found.standing, found.before, found.after) == (standing, before, after)
    assert found.node == place(number)


def test_one_alone_has_no_place_to_tell() -> None:
    """A chain of one has no neighbours."""
    found = shown(CHAIN[:1])
    assert (found.standing, found.before, found.after) == ("", None, None)


def test_a_good_one_is_not_trusted_for_that() -> None:
    """Its lamp is neither green nor red, and the sentence says why."""
    found = shown(CHAIN)
    assert (found.state, found.short) == ("unknown", "Not trusted")
    assert found.sentence == "In date; whether it can be trusted is not known here."
    assert found.facts.title == "Certificate: CN=leaf"


@pytest.mark.parametrize(
    ("chain", "state", "short"),
    [([FALSE.x5c, MIDDLE.x5c], "warn", "Look closer"), (["AAAA"], "bad", "Unreadable")],
)
def test_what_is_wrong_is_said_once(chain: list[str], state: str, short: str) -> None:
    """The sentence of the lamp is the first of the problems."""
    found = shown(chain)
    assert (found.state, found.short, found.sentence) == (state, short, "")
    assert found.facts.problems


def test_nothing_is_shown_before_one_is_chosen() -> None:
    """Header and payload are in the panes."""
    assert shown_certificate(Desk(NOW).paste(signed({"x5c": CHAIN}))) is None


def test_nothing_is_shown_while_it_is_awaited() -> None:
    """Without the answer there are no facts, and without the rows no place in a chain."""
    desk = Desk(NOW)
    desk.paste(signed({"x5c": CHAIN}))
    session = desk.do(CertificateChosen(place(0)))
    assert shown_certificate(replace(session, answers=())) is None
    bare = replace(session.known, layers=Layers())
    assert shown_certificate(replace(session, known=bare)) is None


def test_the_chain_of_another_token_is_another_chain() -> None:
    """An inner token's certificates are counted by themselves."""
    desk = Desk(NOW)
    desk.paste(wrapped(signed({"x5c": CHAIN[:2]})), OUTER_SECRET)
    found = shown_certificate(desk.do(CertificateChosen(("", "header.x5c[1]"))))
    assert found is not None
    assert found.standing == "2 of 2"
    assert found.before == ("", "header.x5c[0]")


def test_one_begins_with_the_first_certificate_of_the_token() -> None:
    """With the one in the panes when there is one, with that of an inner token at last."""
    desk = Desk(NOW)
    assert first_certificate(desk.paste(CLASSIC)) is None
    assert first_certificate(desk.paste(signed({"x5c": CHAIN}))) == place(0)
    assert first_certificate(desk.do(CertificateChosen(place(2)))) == place(2)
    session = desk.paste(wrapped(signed({"x5c": CHAIN})), OUTER_SECRET)
    assert first_certificate(session) == ("", "header.x5c[0]")


def test_the_token_is_around_its_certificate() -> None:
    """One level out of a certificate is the token that it came with."""
    desk = Desk(NOW)
    desk.paste(signed({"x5c": CHAIN}))
    assert outward(desk.session) is None
    assert outward(desk.do(CertificateChosen(place(1)))) == ()
