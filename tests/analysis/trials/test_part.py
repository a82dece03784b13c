"""A failing signature is laid out whatever the text around it is."""

from jwtdesk.analysis.trials.part import parts_of
from jwtdesk.jose.algorithm import algorithm
from tests.analysis.diagnosis.making import SECRET, header, part, riddle, shown_instead, token

HEAD, BODY, LAST = token("HS256", SECRET).split(".")
NO_TEXT = part(b"\xff")
FLAT = f'"payload":"{BODY}","protected":"{HEAD}","signature":"{LAST}"'


def test_a_signature_is_as_it_is_written_in_the_json_around_it() -> None:
    """The text of the member, not what it decodes to."""
    (found,) = parts_of(riddle(f"{{{FLAT}}}", b"another secret"))
    assert (found.written, found.hash_name) == (LAST, "sha256")


def test_json_that_python_does_not_read_has_no_written_signature() -> None:
    """A number of more digits than Python takes is valid JSON all the same."""
    (found,) = parts_of(riddle(f'{{{FLAT},"more":{"1" * 5000}}}', b"another secret"))
    assert found.octets
    assert found.written == ""


def test_without_a_known_algorithm_no_key_fits() -> None:
    """It names no hash either; under an algorithm that is supposed the key may well fit."""
    made = shown_instead(token("HS256", SECRET), head=header("XX256"))
    (found,) = parts_of(riddle(made, SECRET))
    assert (found.fitting(), found.hash_name) == ((), "")
    assert found.fitting(algorithm("HS256")) == found.keys


def test_octets_that_are_no_text_are_no_header() -> None:
    """What is signed is shown all the same."""
    (found,) = parts_of(riddle(f"{NO_TEXT}.{BODY}.{LAST}", SECRET))
    assert found.header_text is None
    assert found.payload == BODY
