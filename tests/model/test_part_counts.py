"""The parts of a token by name and length, whatever its kind."""

import pytest

from jwtdesk.jose.read_token import read_token
from jwtdesk.model.part_counts import part_counts
from tests.model.desk import CLASSIC
from tests.model.test_encrypted import DIRECT, SECRET, encrypted


def told(text: str) -> list[tuple[str, int | None]]:
    """Return names and lengths."""
    return [(one.name, one.length) for one in part_counts(read_token(text))]


def test_a_signed_token_has_three_parts() -> None:
    """Each is as long as it stands there."""
    lengths = [len(part) for part in CLASSIC.split(".")]
    assert told(CLASSIC) == list(zip(["Header", "Payload", "Signature"], lengths, strict=True))
    assert told("") == [("Header", None), ("Payload", None), ("Signature", None)]


@pytest.mark.parametrize("header", [DIRECT, '{"alg":"A256KW","enc":"A128CBC-HS256"}'])
def test_an_encrypted_token_has_five(header: str) -> None:
    """Their names are those of RFC 7516, shortened."""
    token = encrypted(header, SECRET)
    names = ["Header", "Encrypted key", "IV", "Ciphertext", "Tag"]
    assert told(token) == list(zip(names, map(len, token.split(".")), strict=True))
    assert [one.decides for one in part_counts(read_token(token))][-1]


def test_several_recipients_have_their_keys_counted_together() -> None:
    """One counter for all of them: a thousand would not fit."""
    token = (
        '{"protected":"eyJlbmMiOiJBMTI4R0NNIn0","iv":"AAAAAAAAAAAAAAAA","ciphertext":"AA",'
        '"tag":"AAAAAAAAAAAAAAAAAAAAAA","recipients":[{"header":{"alg":"A128KW"},'
        '"encrypted_key":"AAAA"},{"header":{"alg":"A128KW"},"encrypted_key":"AAAA"}]}'
    )
    assert ("Encrypted keys", 8) in told(token)


def test_disclosures_and_key_binding_are_parts_too() -> None:
    """Of an SD-JWT, what stands behind the tildes."""
    disclosure = "WyJzYWx0IiwibmFtZSIsIkFkYSJd"
    shown = f"{CLASSIC}~{disclosure}~"
    assert told(shown)[3:] == [("Disclosures", len(disclosure))]
    assert told(shown + CLASSIC)[3:] == [
        ("Disclosures", len(disclosure)),
        ("Key binding", len(CLASSIC)),
    ]
