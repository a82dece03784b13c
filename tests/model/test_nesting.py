"""Tokens inside tokens on the desk: going in, changing one, and what becomes of those around it."""

import json
from dataclasses import replace

from jwtdesk.jose import base64url
from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.export_jwk import jwk_members
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.model.edits import (
    HeaderEdited,
    KeyEdited,
    NodeChosen,
    PayloadEdited,
    Redone,
    TokenPasted,
    Undone,
)
from jwtdesk.model.holder import NodeKeys
from jwtdesk.model.layer_rows import layer_rows
from jwtdesk.model.layered import DEEPEST, LARGEST
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Origin, Session
from tests.keys.locate import key_file, key_named
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk

OUTER_SECRET = bytes(range(32))
HEADER = '{"alg":"dir","enc":"A256GCM","cty":"JWT"}'


def wrapped(inner: str = CLASSIC, key: bytes = OUTER_SECRET) -> str:
    """Return a JWE whose whole payload is `inner`."""
    keys = read_key(KeyInput(key))
    assert isinstance(keys, Keys)
    made = encrypt(HEADER, inner.encode(), keys)
    assert isinstance(made, Encryption)
    return made.text


def titles(session: Session) -> list[str]:
    """Return the titles of the layers, each indented as deep as it stands."""
    return ["  " * one.depth + one.node.title for one in session.known.layers.rows]


def holding(inner: str) -> str:
    """Return a signed token with `inner` in one of its claims."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    return desk.do(PayloadEdited(f'{{"sub":"a","act":{{"token":"{inner}"}}}}')).shown.token


def test_a_token_alone_has_no_layers() -> None:
    """Nothing is listed where nothing stands inside."""
    assert Desk().paste(CLASSIC, CLASSIC_SECRET).known.layers.rows == ()


def test_the_layers_are_listed_with_their_own_verdicts() -> None:
    """The key opens the outer token; nothing is said about the inner one's signature."""
    session = Desk().paste(wrapped(), OUTER_SECRET)
    assert titles(session) == ["Encrypted token, dir + A256GCM", "  Signed token, HS256"]
    outer, inner = session.known.layers.rows
    assert outer.on_desk
    assert outer.node.lamp.code == "decrypted"
    assert inner.node.lamp.code == "no-key"


def test_an_inner_token_has_a_key_of_its_own() -> None:
    """Going in and out again, each token finds its key in the key field."""
    desk = Desk()
    desk.paste(wrapped(), OUTER_SECRET)
    session = desk.do(NodeChosen(("",)))
    assert session.shown.token == CLASSIC
    assert not session.key.octets
    session = desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)))
    assert session.verdict.signature.code == "verified"
    assert [one.node.lamp.code for one in session.known.layers.rows] == ["decrypted", "verified"]

    session = desk.do(NodeChosen(()))
    assert session.key.octets == OUTER_SECRET
    assert session.known.provenance.origin is Origin.PASTED
    assert desk.do(NodeChosen(("",))).key.octets == CLASSIC_SECRET


def test_a_key_that_fits_the_inner_token_is_lent_to_it() -> None:
    """What the outer token's key opens or verifies need not be given twice."""
    desk = Desk()
    inner = wrapped(CLASSIC)
    session = desk.paste(wrapped(inner), OUTER_SECRET)
    assert [one.node.lamp.code for one in session.known.layers.rows][:2] == ["decrypted"] * 2
    session = desk.do(NodeChosen(("",)))
    assert session.key.octets == OUTER_SECRET
    assert session.verdict.signature.code == "decrypted"


def test_a_key_is_lent_past_a_token_that_it_does_not_fit() -> None:
    """The report tries it all the way in, and so do the rows."""
    desk = Desk()
    stranger = f"{CLASSIC.split('.')[0]}.{base64url.encode(wrapped().encode())}.AA"
    session = desk.paste(wrapped(stranger), OUTER_SECRET)
    codes = [one.node.lamp.code for one in session.known.layers.rows]
    assert codes == ["decrypted", "no-key", "decrypted", "no-key"]
    assert desk.do(NodeChosen(("", ""))).key.octets == OUTER_SECRET


def test_an_edit_inside_is_carried_outward() -> None:
    """With both keys at hand the outer token is made anew around the changed inner one."""
    desk = Desk()
    outer = wrapped()
    desk.paste(outer, OUTER_SECRET)
    desk.do(NodeChosen(("",)), KeyEdited(KeyInput(CLASSIC_SECRET)))
    session = desk.do(PayloadEdited('{"sub":"changed"}'))
    inner = session.shown.token
    around = session.known.layers.around[0]
    assert around.problem is None
    assert around.token is not None
    assert around.token.split(".")[0] == outer.split(".")[0]

    session = desk.do(NodeChosen(()))
    assert session.shown.token == around.token
    assert session.shown.payload == inner
    assert session.known.provenance.origin is Origin.SIGNED
    assert session.verdict.signature.code == "decrypted"
    assert Desk().paste(around.token, OUTER_SECRET).shown.payload == inner


def test_an_edit_inside_without_the_outer_key_says_what_is_missing() -> None:
    """The inner token changes; the outer one stays, and the row says why."""
    desk = Desk()
    desk.paste(wrapped(), OUTER_SECRET)
    desk.do(NodeChosen(("",)), KeyEdited(KeyInput(CLASSIC_SECRET)))
    session = desk.session
    forgotten = tuple((path, type(keys)()) for path, keys in session.node_keys)
    desk.session = replace(session, node_keys=forgotten)
    session = desk.do(PayloadEdited('{"sub":"changed"}'))
    outer = session.known.layers.at(())
    assert outer is not None
    assert outer.problem is not None
    assert outer.problem.code == "holder-closed"
    session = desk.do(NodeChosen(()))
    assert session.notice is not None
    assert session.notice.code == "not-wrapped"
    assert desk.do(Undone()).shown.payload == '{"sub":"changed"}'


def test_a_token_in_a_claim_is_put_back_at_its_place() -> None:
    """Only the claim changes; the outer token is signed anew around it."""
    desk = Desk()
    desk.paste(holding(CLASSIC), CLASSIC_SECRET)
    session = desk.do(NodeChosen(("$.act.token",)))
    assert session.shown.token == CLASSIC
    assert session.verdict.signature.code == "verified", "the outer key fits, and is lent"
    session = desk.do(PayloadEdited('{"n":1}'))
    inner = session.shown.token
    session = desk.do(NodeChosen(()))
    assert read(session.shown.payload).value == {"sub": "a", "act": {"token": inner}}
    assert session.verdict.signature.code == "verified"


def test_one_undo_leads_out_again() -> None:
    """Going in is a step like any other."""
    desk = Desk()
    outer = holding(CLASSIC)
    desk.paste(outer, CLASSIC_SECRET)
    desk.do(NodeChosen(("$.act.token",)))
    session = desk.do(Undone())
    assert session.shown.token == outer
    assert session.path == ()


def test_undo_brings_the_key_back_with_the_token() -> None:
    """Out again by undo and in by redo, the key field follows."""
    desk = Desk()
    desk.paste(wrapped(), OUTER_SECRET)
    desk.do(NodeChosen(("",)), KeyEdited(KeyInput(CLASSIC_SECRET)))
    out = desk.do(Undone())
    assert (out.key.octets, out.verdict.signature.code) == (OUTER_SECRET, "decrypted")
    again = desk.do(Redone())
    assert (again.key.octets, again.verdict.signature.code) == (CLASSIC_SECRET, "verified")


def test_three_layers_are_crossed_in_one_step() -> None:
    """From the outermost to the innermost and back, with a change on the way."""
    desk = Desk()
    desk.paste(wrapped(holding(CLASSIC)), OUTER_SECRET)
    session = desk.do(NodeChosen(("", "$.act.token")))
    assert session.shown.token == CLASSIC
    desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)), PayloadEdited('{"deep":true}'))
    inner = desk.session.shown.token
    middle = desk.do(NodeChosen(("",)))
    assert inner in middle.shown.payload
    assert desk.do(NodeChosen(())).shown.payload == middle.shown.token


def test_a_new_token_forgets_the_nest() -> None:
    """Whatever was around the old one has nothing to do with the new one."""
    desk = Desk()
    desk.paste(wrapped(), OUTER_SECRET)
    session = desk.do(NodeChosen(("",)), TokenPasted(CLASSIC))
    assert session.holders == ()
    assert session.node_keys == ()
    assert session.known.layers.rows == ()


def test_an_unknown_place_is_no_place_to_go() -> None:
    """Only what is listed can be chosen."""
    desk = Desk()
    session = desk.paste(wrapped(), OUTER_SECRET)
    assert desk.do(NodeChosen(("$.nowhere",))) is session


def test_while_the_middle_is_awaited_the_outer_token_says_so() -> None:
    """A chain of changes that stops at one token leaves those around it as they were."""
    desk = Desk()
    desk.paste(wrapped(wrapped(CLASSIC)), OUTER_SECRET)
    desk.do(NodeChosen(("", "")), KeyEdited(KeyInput(CLASSIC_SECRET)))
    forgotten = tuple(
        (path, NodeKeys() if path == ("",) else keys) for path, keys in desk.session.node_keys
    )
    desk.session = replace(desk.session, node_keys=forgotten)
    around = desk.do(PayloadEdited('{"sub":"changed"}')).known.layers.around
    assert [one.problem.code if one.problem else "" for one in around] == [
        "inner-missing",
        "holder-closed",
    ]


def test_a_key_binding_is_changed_in_its_place() -> None:
    """It follows the disclosures, and nothing around it has to be signed anew."""
    desk = Desk()
    desk.paste(f"{CLASSIC}~{CLASSIC}", CLASSIC_SECRET)
    desk.do(NodeChosen(("~kb",)))
    session = desk.do(PayloadEdited('{"nonce":"n"}'))
    binding = session.shown.token
    assert desk.do(NodeChosen(())).shown.token == f"{CLASSIC}~{binding}"


def test_binary_around_a_token_stays_as_it_is() -> None:
    """A payload of bytes that holds nothing is looked into and left alone."""
    session = Desk().paste(encrypted_bytes(), OUTER_SECRET)
    assert session.known.layers.rows == ()


def encrypted_bytes() -> str:
    """Return a JWE of octets that are no text."""
    keys = read_key(KeyInput(OUTER_SECRET))
    assert isinstance(keys, Keys)
    made = encrypt(HEADER, b"\xff" + CLASSIC.encode(), keys)
    assert isinstance(made, Encryption)
    return made.text


def test_while_an_answer_is_awaited_nothing_is_lost() -> None:
    """Going in while the token is still being read changes nothing yet."""
    session = reduce(Session(), TokenPasted(wrapped()))
    assert session.known.layers.rows == ()
    assert reduce(session, NodeChosen(("",))) is session


def test_a_key_binding_is_checked_with_the_key_that_the_token_names() -> None:
    """Its holder's key stands in `cnf`: it is lent to it, and comes with it into the panes."""
    desk = Desk()
    desk.paste(f"{bound_to('ec-p256')}~{signed_by('ec-p256')}")
    session = desk.do(NodeChosen(("~kb",)))
    assert session.verdict.signature.code == "verified"
    assert b'"crv": "P-256"' in session.key.octets
    other = Desk().paste(f"{bound_to('ec-p256')}~{signed_by('ec-p384')}")
    assert other.known.layers.rows[1].node.lamp.code == "no-key"


def test_a_key_binding_alone_makes_no_list_of_layers() -> None:
    """It has its place among the disclosures; with another token beside it both are listed."""
    desk = Desk()
    session = desk.paste(f"{bound_to('ec-p256')}~{signed_by('ec-p256')}")
    assert layer_rows(session) == ()
    assert len(layer_rows(desk.do(NodeChosen(("~kb",))))) == 2


def bound_to(name: str) -> str:
    """Return a signed token whose `cnf` is the public key `name`."""
    jwk = json.dumps(jwk_members(key_named(f"{name}-public-spki.pem"), private=False))
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    return desk.do(PayloadEdited(f'{{"cnf":{{"jwk":{jwk}}}}}')).shown.token


def signed_by(name: str) -> str:
    """Return a key binding JWT signed with the private key `name`."""
    desk = Desk()
    alg = {"ec-p256": "ES256", "ec-p384": "ES384"}[name]
    desk.do(
        KeyEdited(KeyInput(key_file(f"{name}-private-pkcs8.pem"))),
        HeaderEdited(f'{{"alg":"{alg}","typ":"kb+jwt"}}'),
        PayloadEdited('{"nonce":"n"}'),
    )
    return desk.session.shown.token


def test_what_is_not_read_of_a_nest_is_counted() -> None:
    """Beyond ten levels, and beyond a million characters, the rest is said to be there."""
    deep = CLASSIC
    for _ in range(14):
        deep = wrapped(deep)
    layers = Desk().paste(deep, OUTER_SECRET).known.layers
    assert (len(layers.rows), layers.more) == (DEEPEST + 1, 1)


def test_a_large_nest_is_read_up_to_its_budget() -> None:
    """One token beyond a million characters is opened, those inside it are not."""
    large = holding(holding(f"{CLASSIC}{'A' * 400_000}"))
    outer = wrapped(wrapped(large))
    desk = Desk()
    layers = desk.paste(outer, OUTER_SECRET).known.layers
    read = sum(len(one.text) for one in layers.rows[1:-1])
    assert read <= LARGEST
    assert layers.more == 1
    assert len(layers.rows) < 5


def test_from_one_token_to_its_neighbour_leads_through_the_one_around_both() -> None:
    """Each keeps its change: what was done to the first stands when the second is on the desk."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(PayloadEdited(f'{{"a":"{CLASSIC}","b":"{CLASSIC}"}}'))
    desk.do(NodeChosen(("$.a",)), PayloadEdited('{"first":1}'))
    first = desk.session.shown.token
    session = desk.do(NodeChosen(("$.b",)))
    assert session.shown.token == CLASSIC
    assert read(desk.do(NodeChosen(())).shown.payload).value == {"a": first, "b": CLASSIC}
