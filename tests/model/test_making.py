"""While the claims own the truth, a token is made of them, and it is said who signed it."""

import jwt
import pytest

from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import (
    AlgorithmPicked,
    CompactSwitched,
    Formatted,
    HeaderEdited,
    KeyEdited,
    KeyWanted,
    PayloadEdited,
    Redone,
    Resigned,
    ReturnedToOriginal,
    SigningKeyEdited,
    Slot,
    TokenPasted,
    Undone,
)
from jwtdesk.model.session import Origin, PaneName
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk


def test_the_tutorial_makes_the_token_that_pyjwt_makes() -> None:
    """`{"user_id": 123}` signed with SECRET_KEY is the very token PyJWT gives."""
    desk = Desk()
    desk.do(KeyEdited(KeyInput(b"SECRET_KEY")), PayloadEdited('{"user_id": 123}'))

    with pytest.warns(jwt.warnings.InsecureKeyLengthWarning):
        expected = jwt.encode({"user_id": 123}, "SECRET_KEY", algorithm="HS256")

    assert desk.session.shown.token == expected
    assert desk.session.known.provenance.origin is Origin.SIGNED
    assert desk.session.verdict.signature.code == "verified"


def test_a_claim_edit_signs_again() -> None:
    """Editing a claim under a key that can sign makes a new, verified token."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)

    session = desk.do(PayloadEdited(desk.session.shown.payload.replace("John", "Jane")))

    assert session.verdict.signature.code == "verified"
    assert session.known.provenance.origin is Origin.SIGNED
    assert session.shown.token.split(".")[0] == CLASSIC.split(".")[0]
    assert (
        jwt.decode(session.shown.token, options={"verify_signature": False})["name"] == "Jane Doe"
    )


@pytest.mark.parametrize("foreign", ["\u200b", "\ud800"])
def test_a_header_with_a_foreign_character_is_signed_as_it_stands(foreign: str) -> None:
    """What does not belong there is told by the structure; an edit beside it fails at nothing."""
    desk = Desk()
    desk.paste(foreign + CLASSIC, CLASSIC_SECRET)

    session = desk.do(PayloadEdited('{"a":1}'))

    assert session.shown.token.startswith(foreign + CLASSIC.split(".")[0])
    assert session.verdict.structure.state.value == "bad"


def test_a_claim_edit_without_a_key_leaves_a_stale_signature() -> None:
    """Without a key the old signature stays and the badge says that nobody signed."""
    desk = Desk()
    desk.paste(CLASSIC)

    session = desk.do(PayloadEdited('{"sub":"1"}'))

    assert session.known.provenance.origin is Origin.STALE
    assert session.shown.token.split(".")[2] == CLASSIC.split(".")[2]
    assert session.shown.token.split(".")[1] == base64url.encode(b'{"sub":"1"}')


@pytest.mark.parametrize("pasted", [CLASSIC, ""])
def test_what_nobody_signed_is_called_so(pasted: str) -> None:
    """Edited claims without a key are not a wrong signature, and nobody asks who signed them."""
    desk = Desk()
    desk.paste(pasted)

    session = desk.do(PayloadEdited('{"sub":"1"}'))

    assert "not signed by anyone" in session.verdict.headline
    assert session.verdict.signature.short == "Not signed"
    assert "key" in session.verdict.reason.lower()


def test_broken_json_keeps_the_last_good_token() -> None:
    """While the JSON is broken the token stays, dimmed, and the fault has a place."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)

    session = desk.do(PayloadEdited('{"sub": "1",\n  "name" }'))

    assert session.shown.token == CLASSIC
    assert PaneName.TOKEN in session.known.waiting
    (problem,) = session.known.problems_of(PaneName.PAYLOAD)
    assert problem.span is not None
    assert "2" in problem.message
    assert "last good one" in session.verdict.headline
    assert session.verdict.signature.state.value == "pending"


def test_a_broken_header_is_called_by_its_name() -> None:
    """The headline says which of the two panes is half typed."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)

    assert "header" in desk.do(HeaderEdited('{"alg":')).verdict.headline
    assert "payload" in desk.do(Undone(), PayloadEdited('{"a":')).verdict.headline


def test_a_key_edit_signs_again_when_the_claims_own_the_truth() -> None:
    """After a claim edit, another secret makes another token."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    before = desk.do(PayloadEdited('{"a":1}')).shown.token

    session = desk.do(KeyEdited(KeyInput(b"another secret of some length....")))

    assert session.shown.token.rsplit(".", 1)[0] == before.rsplit(".", 1)[0]
    assert session.shown.token != before
    assert session.verdict.signature.code == "verified"


def test_resigning_is_an_explicit_act() -> None:
    """`Re-sign with this key` takes ownership and signs the very same octets."""
    desk = Desk()
    desk.paste(CLASSIC, b"mine")
    assert desk.session.verdict.signature.code == "mismatch"

    session = desk.do(Resigned())

    assert session.verdict.signature.code == "verified"
    assert session.known.provenance.origin is Origin.SIGNED
    assert session.shown.token.rsplit(".", 1)[0] == CLASSIC.rsplit(".", 1)[0]


def test_the_original_is_one_step_away() -> None:
    """Back to the original brings the pasted token back, and undo brings the edit back."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    edited = desk.do(PayloadEdited('{"a":1}')).shown

    assert desk.do(ReturnedToOriginal()).shown.token == CLASSIC
    assert desk.session.known.provenance.origin is Origin.PASTED
    assert desk.do(Undone()).shown == edited


def test_the_picker_changes_only_the_value_of_alg() -> None:
    """Picking an algorithm edits the value of `alg`; the rest of the header stays as it stands."""
    header = '{\r\n  "typ" : "JWT",\t"alg":"HS256" ,\r\n  "kid": "1E2"}'
    token = ".".join(base64url.encode(part) for part in (header.encode(), b'{"a":1}', b"x"))
    desk = Desk()
    desk.paste(token, CLASSIC_SECRET)

    session = desk.do(AlgorithmPicked("HS512"))

    assert session.shown.header == header.replace("HS256", "HS512")
    assert session.verdict.signature.code == "verified"


def test_a_key_that_does_not_fit_the_algorithm_offers_another() -> None:
    """Picking ES256 under a secret leaves a stale token, says why, and offers a fitting key."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)

    session = desk.do(AlgorithmPicked("ES256"))
    assert session.known.provenance.origin is Origin.STALE
    assert session.known.signing_problem is not None
    assert "ES256" in session.known.signing_problem.message
    assert session.known.fitting_algorithm == "ES256"

    session = desk.do(KeyWanted("ES256"))
    assert session.verdict.signature.code == "verified"
    assert session.known.provenance.origin is Origin.SIGNED
    assert session.previous_key == KeyInput(CLASSIC_SECRET)


@pytest.mark.parametrize(
    "payload", [b'{"a" : 1E2,\r\n"a":0.10}', b'{"n":123456789012345678901234567890}']
)
def test_the_untouched_segment_keeps_its_bytes(payload: bytes) -> None:
    """Editing the header re-emits the payload's segment byte for byte, and the reverse."""
    segments = [base64url.encode(b'{ "alg" : "HS256" }'), base64url.encode(payload), "AA"]
    desk = Desk()
    desk.paste(".".join(segments), CLASSIC_SECRET)

    session = desk.do(HeaderEdited('{"alg":"HS384"}'))
    assert session.shown.token.split(".")[1] == segments[1]

    desk.do(TokenPasted(".".join(segments)))
    session = desk.do(PayloadEdited('{"b":2}'))
    assert session.shown.token.split(".")[0] == segments[0]


def test_compact_off_keeps_what_is_typed() -> None:
    """With Compact off a pane is encoded as it stands, white space and all."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    typed = '{\n  "a" : 1\n}'

    session = desk.do(CompactSwitched(on=False), PayloadEdited(typed))
    assert session.shown.token.split(".")[1] == base64url.encode(typed.encode())

    session = desk.do(CompactSwitched(on=True))
    assert session.shown.token.split(".")[1] == base64url.encode(b'{"a":1}')


def test_compact_follows_the_pasted_token() -> None:
    """A token with white space in its JSON switches Compact off and is shown as it stands."""
    segments = [base64url.encode(b'{ "alg":"HS256"}'), base64url.encode(b'{"a": 1}'), ""]

    session = Desk().paste(".".join(segments))

    assert not session.compact
    assert session.shown.payload == '{"a": 1}'


def test_formatting_changes_no_byte_of_the_token() -> None:
    """Laying a pane out in lines changes what is shown, not the token, and it stays as pasted."""
    segments = [base64url.encode(b'{ "alg":"HS256"}'), base64url.encode(b'{"a": 1}'), "AA"]
    token = ".".join(segments)
    desk = Desk()
    desk.paste(token, CLASSIC_SECRET)

    session = desk.do(Formatted(Slot.PAYLOAD))

    assert session.shown.payload == '{\n  "a": 1\n}'
    assert session.shown.token == token
    assert session.known.provenance.origin is Origin.PASTED


def test_a_public_key_asks_for_a_second_one_to_sign_with() -> None:
    """Claims edited under a public key open the field `sign with`, which says if the pair fits."""
    desk = Desk()
    desk.do(PayloadEdited('{"a":1}'), AlgorithmPicked("ES256"), KeyWanted("ES256"))
    private = desk.session.key
    public = _public_of(private.octets)
    desk.do(KeyEdited(KeyInput(public)))
    assert desk.session.known.wants_signing_key
    assert desk.session.known.provenance.origin is Origin.STALE

    session = desk.do(SigningKeyEdited(private))

    assert session.known.pair is not None
    assert session.known.pair.matches
    assert session.verdict.signature.code == "verified"


def _public_of(private: bytes) -> bytes:
    from cryptography.hazmat.primitives import serialization

    key = serialization.load_pem_private_key(private, None)
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def test_typing_coalesces_and_undo_crosses_panes() -> None:
    """A typing run is one step; undo walks back across panes, redo forward, keys stay."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    for index, text in enumerate(('{"a":1', '{"a":12', '{"a":12}')):
        desk.do(PayloadEdited(text, at=10 + index * 0.2))
    signed = desk.session.shown.token
    desk.do(HeaderEdited('{"alg":"HS384"}', at=11))

    assert desk.do(Undone()).shown.token == signed
    assert desk.do(Undone()).shown.token == CLASSIC
    assert desk.session.key.octets == CLASSIC_SECRET
    assert desk.do(Redone()).shown.token == signed


def test_none_makes_a_token_without_a_signature() -> None:
    """The algorithm none drops the signature and says that nobody signed."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)

    session = desk.do(AlgorithmPicked("none"))

    assert session.shown.token.endswith(".")
    assert session.verdict.signature.code == "unsecured"
    assert session.known.provenance.origin is Origin.STALE
