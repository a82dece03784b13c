"""Whatever is done to tokens of special kinds, in whatever order: nothing diverges or raises."""

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from jwtdesk.analysis.verdict import State
from jwtdesk.jose import base64url
from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.json_form import to_flattened
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from jwtdesk.model.edits import (
    AlgorithmPicked,
    CertificateChosen,
    Cleared,
    ClockTicked,
    Concealed,
    Converted,
    DetachedGiven,
    Edit,
    EntryChosen,
    FormChosen,
    HeaderEdited,
    KeyEdited,
    NodeChosen,
    PatienceShown,
    PayloadEdited,
    PayloadParted,
    Presented,
    Redone,
    Resigned,
    ReturnedToOriginal,
    SegmentEdited,
    Serialisation,
    SignatureAdded,
    SignatureRemoved,
    TokenPasted,
    Undone,
)
from jwtdesk.model.forms import Form, shown_as
from jwtdesk.model.ruler import lit
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromClaims, FromToken
from jwtdesk.model.token_kinds import ENCRYPTED
from tests.analysis.test_chain_check import CHAIN, signed
from tests.keys.locate import key_file
from tests.made import token
from tests.made_selective import disclosed, holding, sd_jwt
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk

SECRET = bytes(range(32))
PUBLIC = key_file("x25519-public-spki.pem")
PRIVATE = key_file("x25519-private-pkcs8.pem")
HEAD, PAYLOAD, SIGNATURE = CLASSIC.split(".")


@cache
def closed(header: str, plaintext: bytes) -> str:
    """Return a JWE under the secret or the public key."""
    keys = read_key(KeyInput(PUBLIC if "ECDH" in header else SECRET))
    assert isinstance(keys, Keys)
    made = encrypt(header, plaintext, keys)
    assert isinstance(made, Encryption)
    return made.text


HELD = disclosed("vc", CLASSIC)
AROUND = disclosed("about", holding(HELD))
INSIDE = f"{sd_jwt(holding(AROUND), AROUND, HELD)}{CLASSIC}"
CERTIFIED = signed({"x5c": CHAIN})
DIRECT = closed('{"alg":"dir","enc":"A256GCM"}', CLASSIC.encode())
TOKENS = [
    CLASSIC,
    DIRECT,
    closed('{"alg":"dir","enc":"A256GCM","zip":"DEF"}', b"{}"),
    closed('{"alg":"ECDH-ES","enc":"A128GCM"}', DIRECT.encode()),
    closed('{"alg":"A256KW","enc":"A128CBC-HS256"}', b"\x00\xff"),
    f"{HEAD}..{SIGNATURE}",
    json.dumps({"payload": PAYLOAD, "protected": HEAD, "signature": SIGNATURE}),
    json.dumps(
        {
            "payload": PAYLOAD,
            "signatures": [
                {"protected": HEAD, "signature": SIGNATURE},
                {"header": {"alg": "HS384"}, "signature": "AA"},
            ],
        }
    ),
    f"{HEAD}.{base64url.encode(json.dumps({'a': CLASSIC, 'b': DIRECT}).encode())}.AA",
    f"{HEAD}.{base64url.encode(b'plain words')}.AA",
    f"{CLASSIC}~WyJhIiwiYiIsImMiXQ~",
    INSIDE,
    CERTIFIED,
    closed('{"alg":"dir","enc":"A256GCM"}', CERTIFIED.encode()),
    str(to_flattened(read_token(INSIDE))),
    token("{}", f'{{"alg":"HS256","x":"{CLASSIC}"}}', secret=CLASSIC_SECRET),
    "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.$0.AA",
]
KEYS = st.builds(KeyInput, st.sampled_from([b"", SECRET, PUBLIC, PRIVATE, CLASSIC_SECRET]))
HEADERS = st.sampled_from(
    [
        '{"alg":"HS256"}',
        '{"alg":"dir","enc":"A256GCM"}',
        '{"alg":"ECDH-ES","enc":"A128GCM"}',
        '{"alg":"HS256","b64":false,"crit":["b64"]}',
        '{"alg":"HS256","zip":"DEF"}',
        "{",
        "[]",
    ]
)
PAYLOADS = st.one_of(
    st.sampled_from(["{}", "00 ff", "zz", '{"a":', '"\ud800"', CLASSIC]), st.text(max_size=9)
)
PATHS = st.sampled_from(
    [
        (),
        ("",),
        ("", ""),
        ("$.a",),
        ("$.b",),
        ("$.b", ""),
        ("$.c",),
        ("~1$[2]",),
        ("~kb",),
        ("header:$.x",),
    ]
)
CERTIFICATES = st.sampled_from(
    [("header.x5c[0]",), ("header.x5c[2]",), ("", "header.x5c[1]"), ("$.a", "header.x5c[0]")]
)
SMALL = st.integers(-1, 4)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(TokenPasted, st.sampled_from(TOKENS)),
    st.builds(TokenPasted, st.sampled_from(TOKENS)),
    st.builds(KeyEdited, KEYS),
    st.builds(KeyEdited, KEYS),
    st.builds(HeaderEdited, HEADERS),
    st.builds(PayloadEdited, PAYLOADS),
    st.builds(AlgorithmPicked, st.sampled_from(["HS256", "dir", "ECDH-ES", "A256KW"])),
    st.builds(NodeChosen, PATHS),
    st.builds(CertificateChosen, CERTIFICATES),
    st.builds(NodeChosen, PATHS),
    st.builds(DetachedGiven, st.none() | st.binary(max_size=9)),
    st.builds(PayloadParted, apart=st.booleans()),
    st.builds(Converted, st.sampled_from(list(Serialisation))),
    st.builds(EntryChosen, SMALL),
    st.builds(SignatureAdded, HEADERS),
    st.builds(SignatureRemoved, SMALL),
    st.builds(SegmentEdited, SMALL, st.binary(max_size=9)),
    st.builds(FormChosen, st.none() | st.sampled_from(list(Form))),
    st.builds(Presented, st.just(frozenset[str]()), st.sampled_from(["", "nobody"])),
    st.builds(Concealed, st.just(frozenset({"$.sub", "$.a"})), st.just(("s1", "s2", "s3"))),
    st.builds(PatienceShown, patient=st.booleans()),
    st.builds(ClockTicked, st.integers(0, 2**33)),
    st.sampled_from([Undone(), Undone(), Redone(), Resigned(), ReturnedToOriginal(), Cleared()]),
)


def _agree(session: Session) -> None:
    """Hold what every state of the desk must satisfy."""
    source, known = session.source, session.known
    if isinstance(source, FromToken):
        assert session.shown.token == source.text
        return
    assert isinstance(source, FromClaims)
    assert session.shown.payload == source.payload.text
    if PaneName.TOKEN in known.waiting:
        assert known.problems or known.signing_problem
        return
    if known.token.kind in ENCRYPTED:
        assert read(session.shown.header).value == known.token.jose_header
    _holds_payload(session)


def _holds_payload(session: Session) -> None:
    """Hold that the token carries what the payload pane shows."""
    octets, form = session.known.token.payload_octets, session.known.form
    assert octets is not None
    if form is Form.JSON:
        document = read(session.shown.payload)
        assert not document.sound or read(octets.decode()).value == document.value
    elif form is Form.TEXT:
        assert octets.decode() == session.shown.payload
    else:
        assert "".join(shown_as(octets, form).split()) == "".join(session.shown.payload.split())


@given(st.sampled_from(TOKENS), KEYS, st.lists(EDITS, max_size=25))
@settings(max_examples=80)
def test_nothing_diverges_whatever_kind_of_token_is_on_the_desk(
    token: str, key: KeyInput, edits: list[Edit]
) -> None:
    """After any edits the panes say what the token says, and everything wanted was answered."""
    desk = Desk()
    for edit in (TokenPasted(token), KeyEdited(key), *edits):
        session = desk.do(edit)
        _agree(session)
        lit(session)
        if not session.known.waiting:
            assert session.verdict.signature.state is not State.PENDING
        listed = [one.node.path for one in session.known.layers.rows if one.path is None]
        assert session.certificate is None or session.certificate in listed
        on_desk = [one for one in session.known.layers.rows if one.on_desk]
        assert len(on_desk) == (1 if session.known.layers.rows else 0)


@given(st.sampled_from(TOKENS), KEYS, st.lists(EDITS, max_size=12))
@settings(max_examples=50)
def test_undo_leads_back_and_redo_forth_again(token: str, key: KeyInput, edits: list[Edit]) -> None:
    """Going in and out of tokens, other forms and signatures: every step can be taken back."""
    desk = Desk()
    for edit in (TokenPasted(token), KeyEdited(key), *edits):
        if not isinstance(edit, Cleared | Undone | Redone):
            desk.do(edit)
    end, path = desk.session.shown, desk.session.path
    steps = len(desk.session.history.past)
    for _ in range(steps):
        desk.do(Undone())
    assert not desk.session.shown.token
    assert desk.session.path == ()
    for _ in range(steps):
        desk.do(Redone())
    assert desk.session.path == path
    assert desk.session.shown.token == end.token
