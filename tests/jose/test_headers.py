"""What a JOSE header must be, and what it may demand."""

import pytest

from jwtdesk.jose.headers import alg_fault, crit_faults, header_members, unencoded
from jwtdesk.jose.jsontext import Value, read
from jwtdesk.jose.problem import Problem


def test_braces_are_told_as_they_are_typed() -> None:
    """The sentence shows what an object looks like, not a template."""
    found = header_members(read("[]"))
    assert isinstance(found, Problem)
    assert "{…}" in found.message
    assert "{{" not in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [("[]", "header-not-object"), ("1", "header-not-object"), ("{", "header-not-json")],
)
def test_a_header_is_a_json_object(text: str, code: str) -> None:
    """Anything else is named for what it is."""
    found = header_members(read(text))
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_header_is_text() -> None:
    """Octets that are not UTF-8 have no reading."""
    found = header_members(None)
    assert isinstance(found, Problem)
    assert found.code == "header-not-utf8"


@pytest.mark.parametrize(
    ("header", "code"),
    [({}, "alg-missing"), ({"alg": None}, "alg-not-text"), ({"alg": []}, "alg-not-text")],
)
def test_alg_must_be_a_text(header: dict[str, Value], code: str) -> None:
    """Without it nobody can know how the token was signed."""
    fault = alg_fault(header)
    assert fault is not None
    assert fault.code == code


def test_alg_of_any_name_is_no_fault() -> None:
    """An unknown algorithm is well formed."""
    assert alg_fault({"alg": "nOnE"}) is None


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        ({}, False),
        ({"b64": True}, False),
        ({"b64": False, "crit": ["b64"]}, True),
        ({"b64": False}, "b64-without-crit"),
        ({"b64": False, "crit": "b64"}, "b64-without-crit"),
        ({"b64": "false", "crit": ["b64"]}, "b64-not-boolean"),
        ({"b64": None, "crit": ["b64"]}, "b64-not-boolean"),
    ],
)
def test_an_unencoded_payload_needs_crit(header: dict[str, Value], answer: bool | str) -> None:
    """RFC 7797 section 6: without crit a reader who does not know b64 would misread the token."""
    found = unencoded(header, header)
    assert (found.code if isinstance(found, Problem) else found) == answer


def test_b64_must_be_covered_by_the_signature() -> None:
    """In the unprotected header anybody could switch it."""
    found = unencoded({"b64": False, "crit": ["b64"]}, {"crit"})
    assert isinstance(found, Problem)
    assert found.code == "b64-not-protected"


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ({}, []),
        ({"crit": ["b64"], "b64": True}, []),
        ({"crit": None}, ["crit-malformed"]),
        ({"crit": []}, ["crit-malformed"]),
        ({"crit": [1]}, ["crit-malformed"]),
        ({"crit": ["alg"], "alg": "x"}, ["crit-malformed"]),
        ({"crit": ["b64"]}, ["crit-malformed"]),
        ({"crit": ["b64", "b64"], "b64": True}, ["crit-malformed"]),
        ({"crit": ["alg", "x"], "alg": "y"}, ["crit-malformed", "crit-malformed"]),
        ({"crit": ["exp"], "exp": 1}, ["crit-not-understood"]),
        ({"crit": ["a", "b64"], "a": 1, "b64": True}, ["crit-not-understood"]),
    ],
)
def test_crit_names_what_must_be_understood(header: dict[str, Value], codes: list[str]) -> None:
    """RFC 7515 section 4.1.11: every name must be present, once, and not a standard one."""
    assert [one.code for one in crit_faults(header, header)] == codes


def test_crit_must_be_covered_by_the_signature() -> None:
    """In the unprotected header it binds nobody."""
    assert [one.code for one in crit_faults({"crit": ["a"], "a": "1"}, {"a"})] == [
        "crit-not-protected"
    ]


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        (["alg"], "“crit” names “alg”: standard members do not belong there."),
        (["b64", "b64"], "“crit” names “b64” more than once."),
        (["\u202e"], "“crit” names “\\u202e”, which the header does not have."),
        (
            [f"x{number}" for number in range(5)],
            "“crit” names “x0”, “x1”, “x2” and 2 more, which the header does not have.",
        ),
    ],
)
def test_each_fault_of_crit_is_told_once_and_safely(listed: list[Value], says: str) -> None:
    """One sentence for each broken rule, with the first names, none of which can hide."""
    faults = crit_faults({"crit": listed, "b64": True}, {"crit": listed})
    assert [one.message for one in faults] == [says]


def test_a_hostile_crit_costs_no_more_than_its_length() -> None:
    """A hundred thousand names are counted, not compared with one another."""
    names: list[Value] = [str(number) for number in range(100_000)]
    faults = crit_faults({"crit": names}, {"crit": names})
    assert [one.code for one in faults] == ["crit-malformed"]
    assert len(faults[0].message) < 200
