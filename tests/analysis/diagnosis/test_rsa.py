"""RSA: what the opened signature says about the key, the content and the padding."""

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from tests.analysis.diagnosis.making import (
    CLAIMS,
    card,
    causes,
    header,
    part,
    private,
    public,
    riddle,
    rsa_key,
    shown_instead,
    token,
)

ALGS = ("RS256", "RS512", "PS384")


@pytest.mark.parametrize("alg", ALGS)
def test_changed_content_is_told_from_a_wrong_key(alg: str) -> None:
    """The right key opens the signature, whatever became of the content."""
    made = shown_instead(token(alg, rsa_key()), claims='{"sub":"eve"}')
    found = card(riddle(made, public(rsa_key())), "content-changed", mends=False)
    assert f"SHA-{alg[2:]}" in found.evidence


@pytest.mark.parametrize("alg", ALGS)
def test_a_wrong_key_opens_nothing(alg: str) -> None:
    """Under another key of the same size there is no structure."""
    case = riddle(token(alg, rsa_key()), public(rsa_key(1)))
    card(case, "wrong-key", mends=False)


def test_a_key_of_another_size_is_a_wrong_key() -> None:
    """The length of the signature alone tells."""
    case = riddle(token("RS256", rsa_key(0, 1024)), public(rsa_key()))
    assert "1,024 bits" in card(case, "wrong-key", mends=False).evidence


@pytest.mark.parametrize(
    ("said", "used"), [("RS256", "PS256"), ("PS512", "RS512"), ("RS256", "PS384")]
)
def test_the_other_padding_is_named(said: str, used: str) -> None:
    """With the header as it is, or renamed after signing."""
    as_it_is = riddle(token(used, rsa_key(), head=header(said)), public(rsa_key()))
    card(as_it_is, "rs-ps-mixed", mends=False)
    renamed = riddle(shown_instead(token(used, rsa_key()), head=header(said)), public(rsa_key()))
    card(renamed, "rs-ps-mixed", mends=True)


def test_a_private_key_can_sign_again() -> None:
    """Where no text of the token could verify, a new signature can."""
    case = riddle(token("PS256", rsa_key(), head=header("RS256")), private(rsa_key()))
    card(case, "rs-ps-mixed", mends=True)


@pytest.mark.parametrize("salt", [0, 20, 48, 222])
def test_the_salt_of_pss_is_recovered(salt: int) -> None:
    """Its length is read from the opened signature."""
    case = riddle(token("PS256", rsa_key(), salt=salt), public(rsa_key()))
    assert f"salt of {salt} bytes" in card(case, "pss-salt-length", mends=False).evidence


def test_a_mask_by_another_hash_is_named() -> None:
    """Java fills in SHA-1 for the mask when it is not told otherwise."""
    message = f"{part(header('PS256'))}.{part(CLAIMS)}"
    odd = padding.PSS(padding.MGF1(hashes.SHA1()), 20)  # noqa: S303 - what Java does
    made = rsa_key().sign(message.encode(), odd, hashes.SHA256())
    case = riddle(f"{message}.{part(made)}", public(rsa_key()))
    assert "mask by SHA-1" in card(case, "pss-salt-length", mends=False).evidence


def test_an_odd_salt_under_a_header_that_says_pkcs1_is_both() -> None:
    """Two cards, one for each cause."""
    made = token("PS256", rsa_key(), head=header("RS256"), salt=0)
    assert causes(riddle(made, public(rsa_key()))) == {"pss-salt-length", "rs-ps-mixed"}


def test_a_full_salt_hides_the_proof_but_not_the_likelihood() -> None:
    """With no fill left, changed content is only likely."""
    made = shown_instead(token("PS256", rsa_key(), salt=222), claims='{"sub":"eve"}')
    card(riddle(made, public(rsa_key())), "content-changed", mends=False, proven=False)


@pytest.mark.parametrize(("said", "used"), [("RS256", "RS512"), ("PS384", "PS256")])
def test_another_hash_is_another_algorithm(said: str, used: str) -> None:
    """The padding is right, the hash is not."""
    renamed = riddle(shown_instead(token(used, rsa_key()), head=header(said)), public(rsa_key()))
    card(renamed, "other-algorithm", mends=True)


def test_sha1_is_named_though_no_header_names_it() -> None:
    """Old signers still use it."""
    message = f"{part(header('RS256'))}.{part(CLAIMS)}"
    made = rsa_key().sign(message.encode(), padding.PKCS1v15(), hashes.SHA1())  # noqa: S303 - on purpose
    case = riddle(f"{message}.{part(made)}", public(rsa_key()))
    assert "SHA-1" in card(case, "other-algorithm", mends=False).evidence
