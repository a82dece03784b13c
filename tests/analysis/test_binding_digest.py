"""A wrong `sd_hash` is told with the way it was made, where that can be found out."""

import hashlib
from binascii import b2a_base64
from collections.abc import Callable

import pytest

from jwtdesk.analysis.binding_digest import digest_fault
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from tests.made_selective import confirmed, digest, disclosed, holding, sd_jwt

NAME = disclosed("name", "Ada")
BOUND = sd_jwt(holding(NAME, cnf=confirmed()), NAME)
OTHER_PRESENTATION = "“sd_hash” belongs to another presentation"
NOT_BASE64URL = "“sd_hash” is right, but not written in base64url"
ISSUED_ALONE = "“sd_hash” is made of the issuer's part alone"


def fault(sd_hash: object, text: str = BOUND) -> str:
    """Return the sentence about a digest, "" when it is right."""
    selective = read_token(text).selective
    assert selective is not None
    found = digest_fault({"sd_hash": sd_hash}, selective)  # type: ignore[dict-item]  # any value
    assert found is None or found.code == "kb-sd-hash"
    return found.message if found else ""


def standard(text: str) -> str:
    """Return the digest in standard base64."""
    return b2a_base64(hashlib.sha256(text.encode()).digest(), newline=False).decode()


def test_the_right_digest_is_no_fault() -> None:
    """Over everything up to the last tilde, with it."""
    assert not fault(digest(BOUND))


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: digest(BOUND, "sha-512"), "“sd_hash” is made with sha-512; the token says sha-"),
        (lambda: digest(BOUND, "sha-384"), "“sd_hash” is made with sha-384; the token says sha-"),
        (lambda: digest(BOUND[:-1]), "“sd_hash” leaves the last tilde (~) out"),
        (lambda: digest(BOUND.partition("~")[0]), ISSUED_ALONE),
        (lambda: digest(BOUND.partition("~")[0] + "~"), ISSUED_ALONE),
        (lambda: standard(BOUND), NOT_BASE64URL),
        (lambda: digest(BOUND) + "=", NOT_BASE64URL),
        (lambda: hashlib.sha256(BOUND.encode()).hexdigest(), NOT_BASE64URL),
        (lambda: digest("another"), OTHER_PRESENTATION),
        (lambda: "", OTHER_PRESENTATION),
    ],
)
def test_a_wrong_digest_is_told_with_how_it_was_made(made: Callable[[], str], said: str) -> None:
    """So that whoever wrote the wallet knows what to mend."""
    assert fault(made()).startswith(said)


def test_the_hash_that_the_token_names_is_the_one() -> None:
    """The default one is wrong there."""
    text = sd_jwt({"_sd_alg": "sha-512"})
    assert fault(digest(text), text).endswith("made with sha-256; the token says sha-512.")


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, "null"), (True, "true"), (False, "false"), (["x"], "a list"), ({}, "an object")],
)
def test_what_is_no_text_is_said(value: object, told: str) -> None:
    """Not that it is missing."""
    assert fault(value) == f"“sd_hash” of the key binding must be a text; it is {told}."


def test_without_one_it_is_bound_to_nothing() -> None:
    """Any disclosures could be shown with it."""
    selective = read_token(BOUND).selective
    assert selective is not None
    found = digest_fault({}, selective)
    assert found is not None
    assert "has no “sd_hash”" in found.message


def test_under_an_unknown_hash_nobody_can_say() -> None:
    """A warning: the structure is bad for it already."""
    selective = read_token(sd_jwt({"_sd_alg": "md5"})).selective
    assert selective is not None
    found = digest_fault({"sd_hash": "x"}, selective)
    assert found is not None
    assert found.severity is Severity.WARNING
