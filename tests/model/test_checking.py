"""While the token owns the truth, everything else is read from it and it never changes."""

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import ClockTicked, KeyEdited, TokenEdited, TokenPasted
from jwtdesk.model.session import Origin, PaneName
from jwtdesk.model.source import FromToken
from tests.model.desk import CLASSIC, CLASSIC_SECRET, TUTORIAL, Desk


def test_a_good_token_is_verified() -> None:
    """A pasted token with its secret is verified and shown as pasted."""
    session = Desk().paste(CLASSIC, CLASSIC_SECRET)

    assert session.verdict.signature.code == "verified"
    assert session.known.provenance.origin is Origin.PASTED
    assert '"name": "John Doe"' in session.shown.payload


@pytest.mark.parametrize("secret", [b"wrong", b"", b"your-256-bit-secret\n", "geheim-ü".encode()])
def test_typing_any_secret_never_changes_the_token(secret: bytes) -> None:
    """Pasting a good token and typing any secret never changes the token."""
    desk = Desk()
    desk.paste(CLASSIC)
    for end in range(len(secret) + 1):
        desk.do(KeyEdited(KeyInput(secret[:end])))
        assert desk.session.shown.token == CLASSIC
        assert desk.session.source == FromToken(CLASSIC)


def test_wrong_and_expired_are_both_said() -> None:
    """The tutorial's token with a wrong secret is wrong and expired; neither hides the other."""
    session = Desk().paste(TUTORIAL, b"not-the-secret")

    assert session.verdict.signature.state is State.BAD
    assert session.verdict.time.state is State.BAD
    assert "signature" in session.verdict.headline.lower()
    assert "expired" in session.verdict.headline.lower()


def test_without_a_key_nothing_is_claimed_to_be_wrong() -> None:
    """No key means not checked, which is not wrong."""
    session = Desk().paste(CLASSIC)

    assert session.verdict.signature.state is State.UNKNOWN
    assert session.verdict.signature.code == "no-key"


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        (f"Bearer {CLASSIC}", "Bearer"),
        (f"Authorization: Bearer {CLASSIC}\r\n", "Authorization"),
        (f'"{CLASSIC}"', "quot"),
        (CLASSIC[:40] + "\n" + CLASSIC[40:], "line break"),
    ],
)
def test_a_paste_is_cleaned_and_that_is_said(pasted: str, said: str) -> None:
    """`Bearer`, a header line, quotes and line breaks are taken off a paste, and it is said."""
    session = Desk().paste(pasted)

    assert session.shown.token == CLASSIC
    assert session.notice is not None
    assert said.lower() in session.notice.message.lower()


@pytest.mark.parametrize("cut", range(0, len(TUTORIAL), 7))
def test_a_half_typed_token_shows_what_it_can(cut: int) -> None:
    """However little of the token is there, the header stays readable once it is complete."""
    session = Desk().do(TokenEdited(TUTORIAL[:cut]))

    assert session.shown.token == TUTORIAL[:cut]
    if cut > TUTORIAL.index("."):
        assert '"alg": "HS256"' in session.shown.header


def test_a_broken_payload_never_blanks_the_header() -> None:
    """A payload that is no base64url leaves the header readable and says what is wrong."""
    head, payload, signature = TUTORIAL.split(".")
    session = Desk().do(TokenEdited(f"{head}.{payload[:10]}!{payload[10:]}.{signature}"))

    assert '"alg": "HS256"' in session.shown.header
    assert session.verdict.structure.state is State.BAD
    assert session.known.problems_of(PaneName.TOKEN)


def test_an_unknown_algorithm_still_shows_everything() -> None:
    """A token with an unknown `alg` is decoded, and its signature is called unsupported."""
    session = Desk().paste("eyJhbGciOiJYWDEyMyJ9.eyJhIjoxfQ.AQID", b"secret")

    assert session.verdict.signature.code == "unsupported-algorithm"
    assert '"a": 1' in session.shown.payload


def test_times_tick_by_themselves() -> None:
    """The time lamp turns red at the very second the token expires."""
    desk = Desk(now=1_625_206_077)
    desk.paste(TUTORIAL)
    assert desk.session.verdict.time.state is State.OK

    desk.do(ClockTicked(1_625_206_078))

    assert desk.session.verdict.time.state is State.BAD


def test_ten_megabytes_are_refused_with_a_sentence() -> None:
    """A text of more than 10 MB is not taken; what was there stays, and it is said why."""
    desk = Desk()
    desk.paste(CLASSIC)

    session = desk.do(TokenPasted("a" * 10_000_001))

    assert session.shown.token == CLASSIC
    assert session.notice is not None
    assert "10 MB" in session.notice.message


def test_of_several_tokens_the_first_is_shown() -> None:
    """Two tokens in one paste: the first is shown and the other one is mentioned."""
    session = Desk().paste(f"{CLASSIC}\n\nand {TUTORIAL}")

    assert session.shown.token == CLASSIC
    assert session.notice is not None
    assert "more token" in session.notice.message
