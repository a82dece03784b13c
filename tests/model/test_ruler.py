"""The caret in a claim lights the characters that carry it, and the reverse."""

import pytest

from jwtdesk.jose import base64url
from jwtdesk.jose.problem import Span
from jwtdesk.model import ruler
from jwtdesk.model.edits import CaretMoved, PayloadEdited, TokenEdited, TokenPasted
from jwtdesk.model.ruler import Lit, lit
from jwtdesk.model.session import Caret, PaneName, Session
from tests.model.desk import CLASSIC, Desk

PAYLOAD = '{"emoji":"\U0001f600é","exp":1795400000,"roles":["admin","x"]}'
HEADER = b'{"alg":"HS256"}'
TOKEN = f"{base64url.encode(HEADER)}.{base64url.encode(PAYLOAD.encode())}.AAAA"


def _at(session: Session, pane: PaneName, offset: int) -> Lit:
    desk = Desk()
    desk.session = session
    return lit(desk.do(CaretMoved(Caret(pane, offset))))


def test_no_caret_lights_nothing() -> None:
    """Without a caret there is nothing to light."""
    assert lit(Desk().paste(TOKEN)) == Lit()


@pytest.mark.parametrize(
    ("claim", "path"), [('"exp"', "$.exp"), ('"emoji"', "$.emoji"), ('"x"', "$.roles[1]")]
)
def test_a_claim_lights_exactly_the_characters_that_carry_it(claim: str, path: str) -> None:
    """The lit characters decode to the claim, with at most two octets to either side."""
    session = Desk().paste(TOKEN)
    found = _at(session, PaneName.PAYLOAD, session.shown.payload.index(claim) + 1)

    assert found.path == path
    (span,) = found.token
    start = (span.start - TOKEN.index(".") - 1) // 4 * 4
    part = TOKEN.split(".")[1][start : span.end - TOKEN.index(".") - 1 + 3]
    octets = base64url.decode(part[: len(part) // 4 * 4]).octets
    assert claim.encode() in octets


def test_a_character_of_the_token_lights_its_claim() -> None:
    """The caret in the token lights the claim in its pane, and the path is told."""
    session = Desk().paste(TOKEN)
    offset = TOKEN.index(".") + 1 + len(base64url.encode(PAYLOAD[:24].encode("utf-8")))

    found = _at(session, PaneName.TOKEN, offset)

    (span,) = found.payload
    assert found.path == "$.exp"
    assert session.shown.payload[span.start : span.end] == '"exp": 1795400000'


def test_the_header_lights_too() -> None:
    """The header's first member lights up for the first characters of the token."""
    session = Desk().paste(TOKEN)
    found = _at(session, PaneName.TOKEN, 4)

    assert found.header == (Span(4, 18),)
    assert _at(session, PaneName.HEADER, 6).token


def test_the_signature_and_other_fields_light_nothing() -> None:
    """The signature carries no claim, and the key field is no part of the token."""
    session = Desk().paste(TOKEN)

    assert _at(session, PaneName.TOKEN, len(TOKEN)).payload == ()
    assert _at(session, PaneName.KEY, 0) == Lit()


def test_outside_any_member_the_path_is_the_whole() -> None:
    """The caret at the outermost brace is in the whole document."""
    session = Desk().paste(TOKEN)
    found = _at(session, PaneName.PAYLOAD, 0)

    assert found.path == "$"
    assert found.token == ()


def test_line_and_column_are_told_for_any_text() -> None:
    """Line and column come from the pane's exact text, from one on."""
    session = Desk().paste(TOKEN)
    found = _at(session, PaneName.PAYLOAD, session.shown.payload.index('"exp"'))

    assert (found.line, found.column) == (3, 3)


def test_a_pane_out_of_step_lights_nothing() -> None:
    """While the JSON is broken the token is an older one: nothing is lit."""
    desk = Desk()
    desk.paste(TOKEN)
    desk.do(PayloadEdited('{"a": 1,'))

    assert _at(desk.session, PaneName.PAYLOAD, 3).token == ()


def test_what_is_no_json_lights_nothing() -> None:
    """A payload that is no JSON has no members to light."""
    session = Desk().do(TokenEdited(f"{TOKEN.split('.', maxsplit=1)[0]}.AAAA.AAAA"))

    assert _at(session, PaneName.PAYLOAD, 0).path == ""


def test_places_survive_wrappings_and_white_space() -> None:
    """In a token with a prefix and line breaks the very characters are lit, around the breaks."""
    text = "Bearer " + TOKEN[:60] + "\n" + TOKEN[60:]
    session = Desk().do(TokenEdited(text))
    found = _at(session, PaneName.PAYLOAD, session.shown.payload.index('"exp"') + 1)

    (span,) = found.token
    plain = _at(
        Desk().do(TokenPasted(TOKEN)), PaneName.PAYLOAD, session.shown.payload.index('"exp"') + 1
    )
    assert (
        text[span.start : span.end].replace("\n", "")
        == TOKEN[plain.token[0].start : plain.token[0].end]
    )


def test_a_very_long_text_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a bound only line and column are told."""
    monkeypatch.setattr(ruler, "LONGEST", 10)
    session = Desk().paste(CLASSIC)

    assert _at(session, PaneName.PAYLOAD, 5) == Lit(line=2, column=4)
