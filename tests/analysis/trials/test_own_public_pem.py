"""The public part of a private PEM key is made anew, whatever kind it is."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from jwtdesk.analysis.trials.own_public_pem import pem_with_own_public
from tests.analysis.diagnosis.making import ec_key, ed_key, private, public, rsa_key

OLDER = PrivateFormat.TraditionalOpenSSL
FOREIGN = ec.derive_private_key(7, ec.BrainpoolP256R1())


def written(key: Any, form: PrivateFormat) -> bytes:
    """Return a private key as PEM text of one form."""
    return bytes(key.private_bytes(Encoding.PEM, form, NoEncryption()))


@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, OLDER])
@pytest.mark.parametrize("key", [rsa_key(), ec_key()], ids=["RSA", "EC"])
def test_a_sound_key_is_written_as_it_is(key: Any, form: PrivateFormat) -> None:
    """What comes out is PKCS#8, from the older forms too."""
    assert pem_with_own_public(written(key, form)) == private(key)


def test_an_edwards_key_is_written_as_it_is() -> None:
    """It has no older form."""
    assert pem_with_own_public(private(ed_key())) == private(ed_key())


@pytest.mark.parametrize(
    "octets",
    [
        b"\xff\xfe",
        b"no key",
        public(rsa_key()),
        b"-----BEGIN PRIVATE KEY-----\nMAMCAQA=\n-----END PRIVATE KEY-----\n",
        bytes(
            ed_key().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x"))
        ),
        written(FOREIGN, PrivateFormat.PKCS8),
        written(FOREIGN, OLDER),
    ],
    ids=["octets", "text", "public", "empty", "encrypted", "foreign curve", "foreign curve, older"],
)
def test_what_is_no_open_key_of_a_known_kind_is_left(octets: bytes) -> None:
    """Nothing is made of it."""
    assert pem_with_own_public(octets) is None
