"""How a signature is checked, step by step."""

import pytest

from jwtdesk.analysis.steps_of import steps_of
from jwtdesk.jose.key import KeyInput
from tests.analysis.diagnosis.making import SECRET, ec_key, ed_key, public, riddle, rsa_key, token

CASES = [
    ("HS256", SECRET, SECRET),
    ("RS256", rsa_key(), public(rsa_key())),
    ("PS384", rsa_key(), public(rsa_key())),
    ("ES256", ec_key(), public(ec_key())),
    ("EdDSA", ed_key(), public(ed_key())),
]


@pytest.mark.parametrize(("alg", "key", "text"), CASES)
def test_every_step_is_told(alg: str, key: object, text: bytes) -> None:
    """The parts, the input, the hash, the key, the signature, the check, the outcome."""
    case = riddle(token(alg, key), text)
    found = steps_of(case.token, case.verifications[0])
    names = [one.name for one in found]
    assert names[:2] == ["Parts", "Signing input"]
    assert ("Hash" in names) is (alg != "EdDSA")
    assert names[-1] == "It fits"
    assert found[1].octets == len(case.token.signatures[0].input)
    assert all(one.text.endswith(".") for one in found)


def test_nothing_secret_is_shown() -> None:
    """Of a shared secret only its length, and no digest of it alone."""
    case = riddle(token("HS256", SECRET), SECRET)
    shown = repr(steps_of(case.token, case.verifications[0]))
    assert SECRET.decode() not in shown
    assert SECRET.hex() not in shown


def test_a_wrong_key_opens_to_no_structure() -> None:
    """The steps say where it fails; a key of another size opens nothing at all."""
    # With the larger modulus the signature is a number that the other key can open.
    signs, checks = sorted(
        (rsa_key(), rsa_key(1)), key=lambda one: one.public_key().public_numbers().n
    )
    case = riddle(token("RS256", signs), public(checks))
    found = steps_of(case.token, case.verifications[0])
    assert found[-1].name == "Outcome"
    assert "another key" in found[-2].text
    other = riddle(token("RS256", rsa_key(0, 1024)), public(rsa_key()))
    assert "could open" in steps_of(other.token, other.verifications[0])[-2].text


def test_without_a_key_the_steps_end_early() -> None:
    """And without a signature there are none."""
    case = riddle(token("HS256", SECRET), b"")
    assert [one.name for one in steps_of(case.token, None)][-1] == "Signature"
    assert steps_of(case.token, None, 5) == ()
    assert KeyInput(b"").octets == b""


def test_long_values_are_cut() -> None:
    """A value is never longer than a reader takes in."""
    case = riddle(token("HS256", SECRET, claims="x" * 9000), SECRET)
    for one in steps_of(case.token, case.verifications[0]):
        assert len(one.value) <= 140
