"""A token inside a disclosure or a header is changed, and carried outward from there too."""

import json

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.jose import base64url
from jwtdesk.jose.json_form import to_flattened, to_general
from jwtdesk.jose.json_signatures import with_signature
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.read_token import read_token
from jwtdesk.model.edits import (
    EntryChosen,
    HeaderEdited,
    KeyEdited,
    NodeChosen,
    PayloadEdited,
    TokenPasted,
    Undone,
)
from jwtdesk.model.holder import Holder, NodePath
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.put_inside import put_inside
from jwtdesk.model.questions import ReadToken
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted
from jwtdesk.model.source import FromClaims, Part
from tests.made import SECRET, part, token
from tests.made_selective import digest, disclosed, holding, kb_jwt, sd_jwt
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_nesting import OUTER_SECRET, wrapped

CREDENTIAL = disclosed("vc", CLASSIC)
ABOUT = disclosed("about", holding(CREDENTIAL, city="London"))
OTHER = disclosed("name", "Ada")
PERSON = sd_jwt({"iss": "a", **holding(ABOUT, OTHER)}, ABOUT, OTHER, CREDENTIAL)
CHANGED = '{"sub":"changed"}'


def place(session: Session) -> NodePath:
    """Return where the innermost token stands."""
    deepest = max(session.known.layers.rows, key=lambda one: one.depth)
    assert deepest.path is not None
    return deepest.path


def edited_inside(desk: Desk) -> tuple[str, Session]:
    """Go to the innermost token, change it with its key; return it, and what is outside then."""
    path = place(desk.session)
    session = desk.do(NodeChosen(path), KeyEdited(KeyInput(CLASSIC_SECRET)), PayloadEdited(CHANGED))
    return session.shown.token, desk.do(NodeChosen(()))


def disclosed_payload(session: Session) -> dict[str, object]:
    """Return the processed payload of the token on the desk."""
    selective = session.known.token.selective
    assert selective is not None
    assert selective.payload is not None
    return dict(selective.payload)


def test_a_token_in_a_disclosure_is_put_back() -> None:
    """The digests that lead to it are made anew, and the issuer's key signs the payload."""
    desk = Desk()
    desk.paste(PERSON, SECRET)
    inner, session = edited_inside(desk)
    assert session.verdict.signature.code == "verified"
    assert session.known.token.problems == ()
    assert disclosed_payload(session)["about"] == {"city": "London", "vc": inner}
    assert OTHER in session.shown.token


@pytest.mark.parametrize("form", [to_flattened, to_general])
def test_a_token_in_a_disclosure_of_a_json_serialisation_is_put_back(form: object) -> None:
    """There the disclosures stand in the unprotected header."""
    assert callable(form)
    desk = Desk()
    desk.paste(form(read_token(PERSON)), SECRET)
    inner, session = edited_inside(desk)
    assert session.verdict.signature.code == "verified"
    assert session.known.token.problems == ()
    assert disclosed_payload(session)["about"] == {"city": "London", "vc": inner}


def test_without_the_key_of_the_issuer_it_says_so() -> None:
    """The digest is in its place, but the old signature fits no longer."""
    desk = Desk()
    desk.paste(PERSON)
    desk.do(NodeChosen(place(desk.session)), KeyEdited(KeyInput(CLASSIC_SECRET)))
    session = desk.do(PayloadEdited(CHANGED))
    outer = session.known.layers.at(())
    assert outer is not None
    assert outer.problem is not None
    assert outer.problem.code == "no-signing-key"
    session = desk.do(NodeChosen(()))
    assert session.verdict.signature.code != "verified"
    assert session.known.token.problems == ()


def test_a_disclosure_that_nothing_refers_to_stays_as_it_is() -> None:
    """There is no digest that could follow it."""
    desk = Desk()
    desk.paste(f"{CLASSIC}~{CREDENTIAL}~", CLASSIC_SECRET)
    path = place(desk.session)
    session = desk.do(NodeChosen(path), PayloadEdited(CHANGED))
    outer = session.known.layers.at(())
    assert outer is not None
    assert outer.problem is not None
    assert outer.problem.code == "disclosure-astray"
    session = desk.do(NodeChosen(()))
    assert session.notice is not None
    assert session.notice.code == "not-wrapped"


def test_undo_leads_back_through_a_disclosure() -> None:
    """All steps are one history."""
    desk = Desk()
    desk.paste(PERSON, SECRET)
    edited_inside(desk)
    session = desk.do(Undone(), Undone(), Undone())
    assert session.shown.token == PERSON


def test_changes_outside_and_inside_meet() -> None:
    """What was typed in the outer payload stays when the inner token is put back."""
    desk = Desk()
    session = desk.paste(PERSON, SECRET)
    desk.do(PayloadEdited(session.shown.payload.replace('"a"', '"https://id.example"')))
    inner, session = edited_inside(desk)
    payload = disclosed_payload(session)
    assert payload["iss"] == "https://id.example"
    assert payload["about"] == {"city": "London", "vc": inner}


def test_a_payload_of_bytes_stays_beside_a_token_in_the_header() -> None:
    """What is no text goes into the new token byte for byte."""
    header = part(f'{{"alg":"HS256","attestation":"{CLASSIC}"}}')
    payload = base64url.encode(b"\xff\x00.")
    desk = Desk()
    desk.paste(f"{header}.{payload}.AA", SECRET)
    inner, session = edited_inside(desk)
    assert inner in session.shown.header
    assert session.shown.token.split(".")[1] == payload
    assert session.verdict.signature.code == "verified"


def test_a_token_in_the_header_is_put_back() -> None:
    """The header is signed anew around it, and the payload keeps its characters."""
    desk = Desk()
    header = f'{{"alg":"HS256", "attestation":"{CLASSIC}"}}'
    desk.paste(token('{"sub": "a"}', header), SECRET)
    inner, session = edited_inside(desk)
    assert session.verdict.signature.code == "verified"
    assert session.known.token.jose_header["attestation"] == inner
    assert session.known.token.payload_octets == b'{"sub": "a"}'


def test_a_token_in_the_header_of_an_encrypted_one_is_put_back() -> None:
    """Everything is encrypted anew under the changed header."""
    desk = Desk()
    session = desk.paste(wrapped("{}"), OUTER_SECRET)
    header = session.shown.header.replace("{", f'{{"attestation":"{CLASSIC}",', 1)
    session = desk.do(HeaderEdited(header))
    desk.do(TokenPasted(session.shown.token), KeyEdited(KeyInput(OUTER_SECRET)))
    inner, session = edited_inside(desk)
    assert session.verdict.signature.code == "decrypted"
    assert session.known.token.jose_header["attestation"] == inner


def test_the_header_of_the_first_signature_is_changed_whichever_is_shown() -> None:
    """A token in it belongs there; the pane may show the second one."""
    one = token("{}", f'{{"alg":"HS256","attestation":"{CLASSIC}"}}')
    second = part('{"alg":"HS256","kid":"2"}')
    text = with_signature(one, second, token("{}", '{"alg":"HS256","kid":"2"}').split(".")[2])
    desk = Desk()
    desk.paste(text, SECRET)
    desk.do(EntryChosen(1), PayloadEdited('{"sub":"b"}'))
    inner, session = edited_inside(desk)
    first, other = session.known.token.signatures
    assert first.header["attestation"] == inner
    assert other.header["kid"] == "2"
    assert session.verdict.signature.state is State.OK


def test_a_key_binding_in_json_is_changed_in_its_place() -> None:
    """It stands in the unprotected header, which no signature covers."""
    bound = f"{PERSON}{kb_jwt(PERSON)}"
    text = to_flattened(read_token(bound))
    assert isinstance(text, str)
    desk = Desk()
    desk.paste(text, SECRET)
    desk.do(NodeChosen(("~kb",)))
    session = desk.do(PayloadEdited('{"nonce":"n"}'))
    binding = session.shown.token
    outside = json.loads(desk.do(NodeChosen(())).shown.token)
    assert outside["header"]["kb_jwt"] == binding
    assert desk.session.verdict.signature.code == "verified"


def test_while_the_outer_token_is_read_nothing_is_put_back_yet() -> None:
    """The questions come one after the other; until the last is answered the old text stands."""
    desk = Desk()
    text = to_flattened(read_token(PERSON))
    assert isinstance(text, str)
    desk.paste(text, SECRET)
    path = place(desk.session)
    desk.do(NodeChosen(path), KeyEdited(KeyInput(CLASSIC_SECRET)))
    session = reduce(desk.session, PayloadEdited(CHANGED))
    assert wanted(session)
    waiting = session.known.layers.around
    assert all(one.token is None or one.token == text for one in waiting)
    desk.session = session
    desk.settle()
    assert any(isinstance(one, ReadToken) for one in desk.asked)
    assert desk.session.known.layers.around[0].token != text


def test_the_new_digest_is_that_of_the_new_disclosure() -> None:
    """Counted by hand: the payload holds the digest of the outer disclosure as it is now."""
    desk = Desk()
    desk.paste(PERSON, SECRET)
    _, session = edited_inside(desk)
    issued, *texts = session.shown.token.split("~")
    payload = json.loads(base64url.decode(issued.split(".")[1]).octets)
    assert digest(texts[0]) in payload["_sd"]


def test_a_holder_that_is_still_being_read_is_awaited() -> None:
    """What its disclosures are is not known yet."""
    claims = FromClaims(Part("{}"), Part("{}"))
    holder = Holder(claims, PERSON, "~2$[2]", CLASSIC, PERSON)
    ledger = Ledger(())
    assert put_inside(claims, holder, CLASSIC, ledger) is None
    assert ledger.asks == (ReadToken(PERSON, None),)
