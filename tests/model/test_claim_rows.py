"""Header and payload as tables."""

from jwtdesk.model.claim_rows import table
from jwtdesk.model.edits import Slot
from tests.disclosed import NAME, PERSON, digest, disclosure, issued
from tests.made import token
from tests.model.desk import Desk

NOW = 1_795_400_000


def test_the_header_has_a_table_too() -> None:
    """Its parameters come with meaning and reference, and with their place."""
    session = Desk(NOW).paste(token("{}", '{"alg":"HS256","kid":"k"}'))
    rows = table(session, Slot.HEADER)

    assert [(row.name, row.value) for row in rows] == [("alg", '"HS256"'), ("kid", '"k"')]
    assert rows[1].meaning
    assert rows[1].reference == "RFC 7515 section 4.1.4"
    assert session.shown.header[rows[1].offset :].startswith('"kid"')


def test_a_time_has_its_second() -> None:
    """Only a claim that is a time, and one that can be meant, stands for a moment."""
    payload = '{"exp":1795400000.5,"iat":1795400000000,"nbf":"x","n":5}'
    rows = table(Desk(NOW).paste(token(payload)))

    assert [row.second for row in rows] == [NOW, None, None, None]


def test_words_are_there_where_they_tell_more() -> None:
    """A text or a number says it best itself; lists, flags and times are put into words."""
    rows = table(Desk(NOW).paste(token('{"a":"x","b":1,"c":true,"d":["x"],"e":{"f":\n 1}}')))

    assert [bool(row.text) for row in rows] == [False, False, True, True, True]
    assert rows[4].value == '{"f":1}'


def test_what_hides_in_a_value_is_shown() -> None:
    """No character of a cell is invisible."""
    (row,) = table(Desk(NOW).paste(token('{"n\u200bame":"a\u202eb"}')))

    assert (row.name, row.value) == ("n⟨U+200B⟩ame", '"a⟨U+202E⟩b"')


def test_an_sd_jwt_shows_what_is_disclosed() -> None:
    """The rows are those of the processed payload; what was disclosed carries a mark."""
    session = Desk().paste(PERSON)
    found = {one.name: one for one in table(session)}

    assert list(found) == ["iss", "roles", "given_name", "address"]
    assert [one.mark for one in found.values()] == [
        "",
        "disclosed in part",
        "disclosed",
        "disclosed",
    ]
    assert found["roles"].value == '["reader","admin"]'
    assert found["given_name"].text == "disclosed"
    assert found["address"].text.startswith("disclosed · ")


def test_a_disclosed_row_leads_to_its_digest() -> None:
    """The place of an open claim is its own, that of a disclosed one is its digest's."""
    session = Desk().paste(PERSON)
    found = {one.name: one.offset for one in table(session)}
    text = session.shown.payload

    assert text[found["iss"] :].startswith('"iss"')
    assert text[found["given_name"] :].startswith(f'"{digest(NAME)}"')


def test_odd_names_and_deep_places_are_told_apart() -> None:
    """A name that needs quotes is marked like any other."""
    inner = disclosure("deep", 1)
    claims = {'a "b"]': {"c": {"_sd": [digest(inner)]}}, 'a "b': 1}
    found = table(Desk().paste(issued(claims, inner)))
    assert [one.mark for one in found] == ["disclosed in part", ""]
