"""How disclosures are checked, step by step."""

from jwtdesk.analysis.selective_steps import selective_steps
from jwtdesk.analysis.size_budget import size_budget
from jwtdesk.analysis.step import Step
from jwtdesk.analysis.steps_of import steps_of
from jwtdesk.jose.read_token import read_token
from tests.disclosed import ADDRESS, CLAIMS, NAME, PERSON, bound, digest, holder_claims, issued

BOUND = bound(issued(CLAIMS | holder_claims(), NAME), "a", "n", 1)


def steps(token: str) -> dict[str, Step]:
    """Return the steps for the disclosures of `token` by their names."""
    selective = read_token(token).selective
    assert selective is not None
    return {one.name: one for one in selective_steps(selective)}


def test_all_of_them() -> None:
    """Cut, hash, put in place, and the hash that the key binding must name."""
    found = steps(BOUND)

    assert list(found) == ["Disclosures", "Digests", "Disclosed payload", "Key binding"]
    assert found["Digests"].value == digest(NAME)
    assert found["Key binding"].value == digest(BOUND.rpartition("~")[0] + "~")
    assert "and a key binding JWT" in found["Disclosures"].text
    short = steps(issued({"_sd": [digest(NAME)]}, NAME))["Disclosed payload"]
    assert short.value == '{"given_name":"Ada"}'


def test_only_what_there_is() -> None:
    """Without disclosures nothing is hashed; with an unknown hash nothing is put in place."""
    assert list(steps(issued({}))) == ["Disclosures", "Disclosed payload"]
    assert list(steps(issued({"_sd_alg": "md5"}, NAME))) == ["Disclosures"]


def test_what_is_wrong_is_said() -> None:
    """One disclosure without a place is enough to refuse the token."""
    said = steps(issued({}, NAME))["Disclosed payload"].text
    assert "1 is wrong, so that the whole token must be refused" in said


def test_they_follow_the_signature() -> None:
    """The steps of the issuer's signature come first, and say that the rest is not signed."""
    names = [one.name for one in steps_of(read_token(PERSON), None)]

    assert names[0] == "Parts"
    assert names[-3:] == ["Disclosures", "Digests", "Disclosed payload"]
    assert "not signed" in steps_of(read_token(PERSON), None)[0].text


def test_what_they_cost() -> None:
    """Disclosures and key binding are counted apart, and all parts add up."""
    found = size_budget(read_token(BOUND))

    assert found.disclosures == len(NAME) + 1
    assert found.key_binding == len(BOUND.rpartition("~")[2])
    parts = (found.header, found.payload, found.signature, found.disclosures, found.key_binding)
    assert sum(parts) == found.total == len(BOUND)
    costs = {one.name: one.characters for one in size_budget(read_token(PERSON)).claims}
    assert costs["address"] == len(ADDRESS) + 1
    assert "$.roles[1]" in costs
