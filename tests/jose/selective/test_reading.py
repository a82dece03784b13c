"""Disclosures are put in place, and every fault of RFC 9901 sections 4 and 7 has its name."""

import hashlib
import json
from base64 import urlsafe_b64encode

import pytest

from jwtdesk.jose.base64url import decode, encode
from jwtdesk.jose.jsontext import Number
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Selective, Token
from tests.made import part, token
from tests.made_selective import digest, disclosed, entry, holding, sd_jwt

NAME = disclosed("name", "Ada")
ROLE = disclosed(None, "admin")
STREET = disclosed("street", "Main")
ADDRESS = disclosed("address", holding(STREET, city="Ulm"))
OTHER = disclosed("name", "Eve", "other")


def read(payload: object, *disclosures: str) -> Token:
    """Read an SD-JWT."""
    return read_token(sd_jwt(payload, *disclosures))


def selective(found: Token) -> Selective:
    """Return what an SD-JWT says; there must be something."""
    assert found.selective is not None
    return found.selective


def codes(found: Token, severity: Severity = Severity.ERROR) -> list[str]:
    """Return the codes of what is wrong."""
    return [one.code for one in found.problems if one.severity is severity]


def rows(found: Token) -> list[str | None]:
    """Return what is wrong with each disclosure."""
    return [one.problem.code if one.problem else None for one in selective(found).disclosures]


@pytest.mark.parametrize(
    ("payload", "disclosures", "said", "paths", "undisclosed"),
    [
        ({"sub": "x"}, (), {"sub": "x"}, [], 0),
        (holding(NAME), (NAME,), {"name": "Ada"}, ["$.name"], 0),
        (holding(NAME), (), {}, [], 1),
        (holding(NAME, a={}), (), {"a": {}}, [], 1),
        ({"a": holding(NAME, b=True)}, (NAME,), {"a": {"b": True, "name": "Ada"}}, ["$.a.name"], 0),
        (
            holding(ADDRESS),
            (STREET, ADDRESS),
            {"address": {"city": "Ulm", "street": "Main"}},
            ["$.address.street", "$.address"],
            0,
        ),
        (holding(ADDRESS), (ADDRESS,), {"address": {"city": "Ulm"}}, ["$.address"], 1),
        (
            {"roles": ["a", entry(disclosed(None, 1, "kept back")), entry(ROLE), "b"]},
            (ROLE,),
            {"roles": ["a", "admin", "b"]},
            ["$.roles[1]"],
            1,
        ),
        ({"a": [[entry(ROLE)], []]}, (ROLE,), {"a": [["admin"], []]}, ["$.a[0][0]"], 0),
        ({"_sd": [], "_sd_alg": "sha-256"}, (), {}, [], 0),
        (holding(disclosed("", 0, "e")), (disclosed("", 0, "e"),), {"": "0"}, ['$[""]'], 0),
        ({"_sd": ["not even a digest"]}, (), {}, [], 1),
    ],
)
def test_what_is_disclosed_stands_in_its_place(
    payload: object, disclosures: tuple[str, ...], said: object, paths: list[str], undisclosed: int
) -> None:
    """Digests are gone, decoys and what is kept back are counted, nothing is wrong."""
    found = read(payload, *disclosures)
    assert found.problems == ()
    assert found.kind is Kind.SD_JWT
    assert found.disclosures == disclosures
    got = selective(found)
    assert json.loads(json.dumps(got.payload, default=lambda one: one.text)) == said
    assert [one.path for one in got.disclosures] == paths
    assert got.undisclosed == undisclosed
    assert rows(found) == [None] * len(disclosures)


@pytest.mark.parametrize("name", ["sha-256", "sha-384", "sha-512"])
def test_the_issuer_chooses_the_hash(name: str) -> None:
    """RFC 9901 section 4.1.1."""
    found = read({"_sd": [digest(NAME, name)], "_sd_alg": name}, NAME)
    assert selective(found).payload == {"name": "Ada"}
    assert selective(found).hash_name == name
    assert selective(found).disclosures[0].digest == digest(NAME, name)


def test_a_nested_disclosure_names_the_one_it_stands_in() -> None:
    """Whoever shows it must show both."""
    got = selective(read(holding(ADDRESS), STREET, ADDRESS))
    assert [one.parent for one in got.disclosures] == [digest(ADDRESS), ""]


@pytest.mark.parametrize(
    "body",
    ['["s","name",1E2]', '["s", "name",\n 1E2 ]', '["s","n\\u0061me",1E2]'],
)
def test_the_digest_is_over_the_text_as_it_came(body: str) -> None:
    """Spaces and escapes are the issuer's to choose (RFC 9901 section 4.2.1)."""
    text = part(body)
    got = selective(read(holding(text), text))
    assert got.payload == {"name": Number("1E2")}


BROKEN = [
    ("", "disclosure-empty"),
    ("WyJzIiwibiIsMV0=", "disclosure-not-base64url"),
    ("WyJz+iwibiIsMV0", "disclosure-not-base64url"),
    ("!!!", "disclosure-not-base64url"),
    ("WyJzI", "disclosure-not-base64url"),
    (part(b"\xff\xfe"), "disclosure-not-utf8"),
    (part("nonsense"), "disclosure-not-json"),
    (part('["s","n",1'), "disclosure-not-json"),
    (part("[" * 300 + "]" * 300), "disclosure-not-json"),
    (part('{"salt":"n"}'), "disclosure-not-list"),
    (part('"s"'), "disclosure-not-list"),
    (part("[]"), "disclosure-wrong-length"),
    (part('["s"]'), "disclosure-wrong-length"),
    (part('["s","n",1,2]'), "disclosure-wrong-length"),
    (token(), "disclosure-is-jwt"),
    (token(header='{"alg":"none"}').rpartition(".")[0] + ".", "disclosure-is-jwt"),
    (disclosed("n", 1, 5), "disclosure-salt-not-text"),
    (disclosed("n", 1, None), "disclosure-salt-not-text"),
    (part('["s",5,1]'), "disclosure-name-not-text"),
    (part('["s",null,1]'), "disclosure-name-not-text"),
    (disclosed("_sd", ["x"]), "disclosure-name-reserved"),
    (disclosed("...", "x"), "disclosure-name-reserved"),
    (disclosed("_sd_alg", "sha-256"), "disclosure-name-reserved"),
]


@pytest.mark.parametrize(("text", "code"), BROKEN)
def test_a_broken_disclosure_is_named_for_what_is_wrong(text: str, code: str) -> None:
    """On its own row, and in the structure with its number; the others are put in all the same."""
    found = read(holding(text, NAME), text, NAME)
    assert codes(found) == [code]
    assert rows(found) == [code, None]
    assert "Disclosure 1" in found.problems[0].message
    assert selective(found).payload == {"name": "Ada"}


@pytest.mark.parametrize(("text", "code"), [one for one in BROKEN if one[1] != "disclosure-empty"])
def test_a_broken_disclosure_is_not_also_blamed_for_being_alone(text: str, code: str) -> None:
    """One fault is enough."""
    assert codes(read({}, text)) == [code]


@pytest.mark.parametrize(
    ("payload", "disclosures", "faults", "said"),
    [
        ({}, (NAME,), ["disclosure-unreferenced"], {}),
        (holding(ADDRESS), (STREET,), ["disclosure-unreferenced"], {}),
        ({}, (STREET, ADDRESS), ["disclosure-unreferenced"] * 2, {}),
        (holding(NAME), (NAME, NAME), ["disclosure-twice"], {"name": "Ada"}),
        (holding(NAME, name="Eve"), (NAME,), ["disclosure-name-taken"], {"name": "Eve"}),
        (holding(NAME, OTHER), (NAME, OTHER), ["disclosure-name-taken"], {"name": "Ada"}),
        (holding(ROLE), (ROLE,), ["disclosure-form"], {}),
        ({"a": [entry(NAME)]}, (NAME,), ["disclosure-form"], {"a": []}),
    ],
)
def test_a_disclosure_out_of_place_is_refused(
    payload: object, disclosures: tuple[str, ...], faults: list[str], said: object
) -> None:
    """RFC 9901 section 7.1, steps 3 and 5."""
    found = read(payload, *disclosures)
    assert codes(found) == faults
    assert [one for one in rows(found) if one] == faults
    assert selective(found).payload == said


def _otherwise(text: str) -> dict[str, str]:
    """Return digests of a disclosure that are made in wrong ways."""
    right = hashlib.sha256(text.encode()).digest()
    inside = hashlib.sha256(decode(text).octets).digest()
    return {
        "made with sha-512": digest(text, "sha-512"),
        "not written in base64url": urlsafe_b64encode(right).decode(),
        "base64url without padding": right.hex(),
        "made of what it decodes to": encode(inside),
    }


@pytest.mark.parametrize(("said", "made"), _otherwise(NAME).items())
def test_a_digest_made_in_another_way_is_recognised(said: str, made: str) -> None:
    """It is refused all the same, but its issuer is told why."""
    found = read({"_sd": [made]}, NAME)
    assert codes(found) == ["disclosure-unreferenced"]
    assert said in found.problems[0].message


def test_what_stands_in_a_misplaced_disclosure_is_not_blamed_for_it() -> None:
    """It has no place, but something refers to it."""
    found = read(holding(ADDRESS, address="taken"), ADDRESS, STREET)
    assert rows(found) == ["disclosure-name-taken", None]
    assert [one.path for one in selective(found).disclosures] == [None, None]
    assert selective(found).undisclosed == 0


@pytest.mark.parametrize(
    "payload",
    [
        {"_sd": [digest(NAME)] * 2},
        holding(NAME, a=holding(NAME)),
        {"a": [entry(NAME), entry(NAME)]},
        holding(NAME, a=[entry(NAME)]),
    ],
)
def test_a_digest_may_occur_only_once(payload: object) -> None:
    """Anywhere in the payload (RFC 9901 section 7.1 step 4)."""
    found = read(payload, NAME)
    assert codes(found)[0] == "digest-repeated"
    assert rows(found)[0] is not None


def test_a_digest_may_not_occur_in_a_disclosure_again() -> None:
    """Disclosures count like the payload."""
    holder = disclosed("a", holding(NAME))
    found = read(holding(holder, NAME), holder, NAME)
    assert codes(found) == ["digest-repeated", "disclosure-digest-repeated"]


def test_a_decoy_may_not_occur_twice_either() -> None:
    """The verifier cannot tell it from a digest."""
    found = read({"_sd": ["x", "x", "y", "y", "y"]})
    assert codes(found) == ["digest-repeated"]
    assert "2 digests occur more than once" in found.problems[0].message


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"_sd_alg": "sha-1024"}, "sd-alg-unknown"),
        ({"_sd_alg": "SHA-256"}, "sd-alg-unknown"),
        ({"_sd_alg": ""}, "sd-alg-unknown"),
        ({"_sd_alg": "md5"}, "sd-alg-unknown"),
        ({"_sd_alg": 5}, "sd-alg-not-text"),
        ({"_sd_alg": None}, "sd-alg-not-text"),
        ({"_sd_alg": ["sha-256"]}, "sd-alg-not-text"),
        ({"a": {"_sd_alg": "sha-256"}}, "sd-alg-nested"),
        ({"a": [{"_sd_alg": "sha-256"}]}, "sd-alg-nested"),
        ({"_sd": "text"}, "sd-not-list"),
        ({"_sd": {"a": 1}}, "sd-not-list"),
        ({"_sd": None}, "sd-not-list"),
        ({"a": {"b": {"_sd": 1}}}, "sd-not-list"),
        ({"_sd": [5]}, "sd-digest-not-text"),
        ({"_sd": [["x"]]}, "sd-digest-not-text"),
        ({"a": [{"...": 5}]}, "sd-digest-not-text"),
        ({"a": [{"...": "x", "b": 1}]}, "dots-not-alone"),
        ({"...": "x"}, "dots-misplaced"),
        ({"a": {"...": "x"}}, "dots-misplaced"),
    ],
)
def test_a_fault_of_the_payload_is_one_of_the_whole(payload: object, code: str) -> None:
    """RFC 9901 sections 4.1 and 4.2.4."""
    assert codes(read(payload)) == [code]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"_sd": 5}, "sd-not-list"),
        ({"_sd": [5]}, "sd-digest-not-text"),
        ([{"...": "x", "b": 1}], "dots-not-alone"),
        ({"...": "x"}, "dots-misplaced"),
        ({"_sd_alg": "sha-256"}, "sd-alg-nested"),
    ],
)
def test_a_disclosed_value_obeys_the_same_rules(value: object, code: str) -> None:
    """Digests may stand inside of disclosures (RFC 9901 section 4.2.6)."""
    text = disclosed("a", value)
    assert codes(read(holding(text), text)) == [code]


def test_a_name_written_with_an_escape_is_the_same_name() -> None:
    """A digest cannot be smuggled past behind a backslash."""
    hidden = part('["s","a",{"\\u005fsd":["%s"]}]' % digest(NAME))
    found = read(holding(hidden), hidden, NAME)
    assert selective(found).payload == {"a": {"name": "Ada"}}


def test_an_unknown_hash_leaves_the_payload_as_it_is() -> None:
    """No disclosure is put anywhere, and none is blamed."""
    found = read({"_sd_alg": "md5", "_sd": ["x"]}, NAME)
    assert (selective(found).payload, selective(found).hash_name) == (None, "")
    assert rows(found) == [None]
    assert len(selective(found).disclosures[0].digest) == 43


@pytest.mark.parametrize(
    ("payload", "code"),
    [("[1]", "payload-not-object"), ("nonsense", "payload-not-json"), ("", "payload-empty")],
)
def test_the_payload_must_be_an_object(payload: str, code: str) -> None:
    """For an SD-JWT this is no oddity but an error."""
    found = read_token(f"{token(payload)}~{NAME}~")
    assert codes(found) == [code]
    assert selective(found).payload is None
    assert selective(found).disclosures[0].value == "Ada"


@pytest.mark.parametrize(
    ("text", "said"), [(token(), "JWS"), (f"{token()}~", "SD"), (f"{token()}~{NAME}", "open")]
)
def test_the_last_tilde_matters(text: str, said: str) -> None:
    """Without any there is no SD-JWT; without the last one a disclosure is left over."""
    found = read_token(text)
    assert (found.kind is Kind.SD_JWT) == (said != "JWS")
    assert ("sd-jwt-unfinished" in codes(found)) == (said == "open")


def test_what_follows_the_last_tilde_is_a_key_binding() -> None:
    """When it has dots; `bound` is everything before it (RFC 9901 section 4.3.1)."""
    text = sd_jwt(holding(NAME), NAME, binding="a.b.c")
    got = selective(read_token(text))
    assert got.key_binding == "a.b.c"
    assert got.bound == text.removesuffix("a.b.c").encode()
    assert [one.encoded for one in got.disclosures] == [NAME]


def test_a_fault_is_placed_in_the_text() -> None:
    """Its span covers the disclosure."""
    found = read(holding(NAME), NAME, ROLE)
    (fault,) = found.problems
    assert fault.span is not None
    assert found.text[fault.span.start : fault.span.end] == ROLE


def test_oddities_of_a_disclosure_are_warnings() -> None:
    """Loose bits of its last letter, and a name that its value holds twice."""
    twice = part('["s","a",{"b":1,"b":2}]')
    loose = NAME[:-1] + chr(ord(NAME[-1]) + 1)
    found = read(holding(twice, loose), twice, loose)
    assert codes(found) == []
    assert codes(found, Severity.WARNING) == ["duplicate-member", "base64-trailing-bits"]
    assert selective(found).payload == {"a": {"b": Number("2")}, "name": "Ada"}


def test_the_payload_pane_s_text_stays_the_issuer_s() -> None:
    """Only the processed payload is changed."""
    found = read(holding(NAME), NAME)
    assert found.payload is not None
    assert found.payload.document is not None
    assert found.payload.document.value == holding(NAME)
