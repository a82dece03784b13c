"""ECDSA: the forms of r and s, and keys recovered from signatures."""

import json

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from tests.analysis.diagnosis.making import (
    CLAIMS,
    CURVES,
    HASHES,
    card,
    causes,
    ec_key,
    ed_key,
    header,
    part,
    public,
    riddle,
    shown_instead,
    signature,
    token,
)


def message(alg: str, claims: str = CLAIMS) -> str:
    """Return a signing input."""
    return f"{part(header(alg))}.{part(claims)}"


def der(alg: str) -> bytes:
    """Return a DER signature over the message."""
    made = HASHES["256" if alg == "ES256K" else alg[2:]]
    return ec_key(alg).sign(message(alg).encode(), ec.ECDSA(made))


@pytest.mark.parametrize("alg", CURVES)
def test_der_is_recognised(alg: str) -> None:
    """By its structure and by verifying, never by its first byte."""
    case = riddle(f"{message(alg)}.{part(der(alg))}", public(ec_key(alg)))
    card(case, "ecdsa-der", mends=True)


def test_der_under_a_wrong_key_is_only_likely() -> None:
    """It is DER all the same, and something else is wrong too."""
    case = riddle(f"{message('ES256')}.{part(der('ES256'))}", public(ec_key("ES256", 1)))
    card(case, "ecdsa-der", mends=False, proven=False)


@pytest.mark.parametrize("alg", CURVES)
def test_swapped_halves_are_recognised(alg: str) -> None:
    """First s, then r."""
    half = CURVES[alg][1]
    made = signature(alg, message(alg).encode(), ec_key(alg))
    case = riddle(f"{message(alg)}.{part(made[half:] + made[:half])}", public(ec_key(alg)))
    card(case, "ecdsa-swapped", mends=True)


def test_bytes_from_the_other_end_are_recognised() -> None:
    """Some libraries write numbers little end first."""
    made = signature("ES256", message("ES256").encode(), ec_key())
    turned = made[:32][::-1] + made[32:][::-1]
    card(
        riddle(f"{message('ES256')}.{part(turned)}", public(ec_key())), "ecdsa-swapped", mends=True
    )


@pytest.mark.parametrize("alg", ["ES256", "ES512"])
def test_lost_zeros_are_put_back(alg: str) -> None:
    """A leading zero byte of r or s that was dropped."""
    half = CURVES[alg][1]
    for attempt in range(4000):
        claims = json.dumps({"n": attempt})
        made = signature(alg, message(alg, claims).encode(), ec_key(alg))
        r, s = made[:half].lstrip(b"\0"), made[half:].lstrip(b"\0")
        if len(r) + len(s) < 2 * half:
            break
    case = riddle(f"{message(alg, claims)}.{part(r + s)}", public(ec_key(alg)))
    card(case, "ecdsa-stripped", mends=True)


def test_another_hash_on_the_same_curve_is_named() -> None:
    """ES256 with SHA-384 is no JWT algorithm, yet someone signs so."""
    odd = ec_key().sign(message("ES256").encode(), ec.ECDSA(hashes.SHA384()))
    r, s = decode_dss_signature(odd)
    made = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    case = riddle(f"{message('ES256')}.{part(made)}", public(ec_key()))
    assert "SHA-384" in card(case, "other-algorithm", mends=False).evidence


@pytest.mark.parametrize("alg", CURVES)
def test_one_token_gives_candidates(alg: str) -> None:
    """Among the few keys that fit is the right one, with its thumbprint and as JWK."""
    case = riddle(token(alg, ec_key(alg)), public(ec_key(alg, 1)))
    found = card(case, "ecdsa-recovered-key", mends=False, proven=False)
    right = read_key(KeyInput(public(ec_key(alg))))
    assert isinstance(right, Keys)
    assert right.members[0].thumbprint in found.evidence


@pytest.mark.parametrize("alg", CURVES)
def test_two_tokens_give_the_key(alg: str) -> None:
    """The one key that fits both is used, and verifies."""
    text = f"{token(alg, ec_key(alg))}\n{token(alg, ec_key(alg), claims='{}')}"
    card(riddle(text, public(ec_key(alg, 1))), "ecdsa-recovered-key", mends=True)


def test_a_kid_that_is_the_thumbprint_decides() -> None:
    """One token is enough when its kid names the key by content."""
    right = read_key(KeyInput(public(ec_key())))
    assert isinstance(right, Keys)
    head = header("ES256", kid=right.members[0].thumbprint)
    card(
        riddle(token("ES256", ec_key(), head=head), public(ec_key("ES256", 1))),
        "ecdsa-recovered-key",
        mends=True,
    )


def test_edwards_signatures_reveal_no_key() -> None:
    """Nothing is said about a wrong Ed25519 key."""
    assert causes(riddle(token("EdDSA", ed_key()), public(ed_key(1)))) == set()


def test_a_renamed_curve_is_another_algorithm() -> None:
    """The header says ES384, the P-256 key made an ES256 signature."""
    made = shown_instead(token("ES256", ec_key()), head=header("ES384"))
    card(riddle(made, public(ec_key())), "other-algorithm", mends=True)
