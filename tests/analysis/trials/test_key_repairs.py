"""Key texts that are read as another kind of text, one claim for every way."""

import base64

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jwtdesk.analysis.trials.key_repairs import key_repairs
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.key_text import LIMIT_OCTETS
from tests.analysis.diagnosis.making import ec_key, public

DER = ec_key().public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
PEM = public(ec_key())
WRAPPED = {
    "octets": DER,
    "base64": base64.b64encode(DER),
    "base64url": base64.urlsafe_b64encode(DER).rstrip(b"="),
    "hexadecimal": DER.hex().encode(),
    "base64 of PEM": base64.b64encode(PEM),
}


@pytest.mark.parametrize("name", WRAPPED)
def test_a_key_is_freed_from_what_is_around_it(name: str) -> None:
    """What comes out is PEM text that holds the key itself."""
    found = [one for one, _ in key_repairs(KeyInput(WRAPPED[name])) if one.format == "pem"]
    assert [one.octets for one in found] == [PEM]
    assert isinstance(read_key(found[0]), Keys)


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"x" * (LIMIT_OCTETS + 1),
        b"no key at all!",
        base64.b64encode(b"-----BEGIN PUBLIC KEY-----\n!!\n-----END PUBLIC KEY-----"),
    ],
    ids=["empty", "too long", "no letters", "PEM of nothing"],
)
def test_what_holds_no_key_is_left_alone(octets: bytes) -> None:
    """Nothing is made of it, and nothing is raised."""
    assert list(key_repairs(KeyInput(octets))) == []


def test_what_was_read_as_a_secret_is_read_as_a_key_and_back() -> None:
    """JSON that was taken for a secret may be a key, and a key may be a secret's text."""
    (as_key, _), *_ = key_repairs(KeyInput(b"{}", "secret", passphrase=b"open"))
    (as_secret, _), *_ = key_repairs(KeyInput(b"{}", passphrase=b"open"))
    assert (as_key.format, as_key.passphrase) == ("auto", b"open")
    assert as_secret == KeyInput(b"{}", "secret")
