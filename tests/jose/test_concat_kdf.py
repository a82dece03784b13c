"""The derivation of an agreed key, against the numbers that the RFCs print."""

import json

import pytest

from jwtdesk.jose.base64url import decode
from jwtdesk.jose.concat_kdf import derived
from jwtdesk.jose.ephemeral_key import agreed
from jwtdesk.jose.problem import Problem
from tests.jose.encryption_keys import keys_of

AGREED = bytes.fromhex("9e56d91d817135d372834283bf84269cfb316ea3da806a48f6daa7798cfe90c4")
PARTIES = {"apu": "QWxpY2U", "apv": "Qm9i"}
# RFC 7518 appendix C.
ALICE = {
    "kty": "EC",
    "crv": "P-256",
    "x": "gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0",
    "y": "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps",
    "d": "0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo",
}
BOB = {
    "kty": "EC",
    "crv": "P-256",
    "x": "weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ",
    "y": "e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck",
}


def test_the_secret_of_rfc_7518_is_agreed() -> None:
    """Appendix C: Alice's ephemeral key and Bob's static one."""
    (alice,), (bob,) = keys_of(ALICE).members, keys_of(BOB).members
    assert agreed(alice.signing, bob.public) == AGREED


def test_the_key_of_rfc_7518_is_derived() -> None:
    """Appendix C: for A128GCM, between Alice and Bob."""
    assert derived(AGREED, "A128GCM", 16, PARTIES) == decode("VqqN6vgjbSBcIijNcacQGg").octets


@pytest.mark.parametrize(
    ("purpose", "length", "header"),
    [
        ("A256GCM", 16, PARTIES),
        ("A128GCM", 17, PARTIES),
        ("A128GCM", 16, {}),
        ("A128GCM", 16, {"apu": "Qm9i", "apv": "QWxpY2U"}),
    ],
)
def test_everything_that_is_agreed_counts(
    purpose: str, length: int, header: dict[str, str]
) -> None:
    """Another purpose, length or party gives another key."""
    found = derived(AGREED, purpose, length, dict(header))
    assert isinstance(found, bytes)
    assert not found.startswith(decode("VqqN6vgjbSBcIijNcacQGg").octets)


@pytest.mark.parametrize("name", ["apu", "apv"])
def test_a_party_that_is_no_base64url_is_refused(name: str) -> None:
    """It would be read differently by everyone."""
    found = derived(AGREED, "A128GCM", 16, json.loads(f'{{"{name}":"A?B"}}'))
    assert isinstance(found, Problem)
