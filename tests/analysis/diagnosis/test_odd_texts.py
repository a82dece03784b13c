"""Whatever the text and the key: an answer, never an exception."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtdesk.analysis.case import case_of, is_riddle
from jwtdesk.analysis.diagnose import diagnose
from jwtdesk.jose.key import KeyInput, SecretEncoding
from tests.analysis.diagnosis.making import SECRET, ec_key, part, public, rsa_key, token

JUNK = '\u00ad\u200b\u2026\u201c%. \n\t-_+/=~{}"\\\u00e9\ud800\U0001f600.eyJABCabc019'
BASES = [token("HS256", SECRET), token("RS256", rsa_key()), token("ES256", ec_key())]
KEYS = [
    SECRET,
    b"c2VjcmV0",
    b"\xff\xfe\0",
    public(rsa_key()),
    public(ec_key()),
    b'{"kty":"oct","k":"!!"}',
    b'{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}',
    b'{"keys":[]}',
    b"-----BEGIN PUBLIC KEY-----\nxx",
]
HEADERS = [
    '{"alg":1}',
    '{"alg":"hs256"}',
    '{"alg":"HS256","b64":false}',
    "[]",
    '{"alg":"none"}',
    "{",
]
PAYLOADS = ["", "1", '{"a":1e999}', '{"a":"\\ud800"}', "[" * 150 + "]" * 150, '{"a":1,"a":2}']


def mutated(chance: random.Random) -> str:
    """Return a token with a few characters changed, lost, or put in."""
    text = list(chance.choice(BASES))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        span = chance.choice((0, 1, 1, 12, 60))
        text[at : at + span] = chance.choice(["", chance.choice(JUNK), "".join(text[:30])])
        text = text or ["."]
    return "".join(text)


@pytest.mark.parametrize("seed", range(60))
def test_mutated_tokens_are_answered(seed: int) -> None:
    """Every family looks at them, within a small budget."""
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    given_key = KeyInput(
        chance.choice(KEYS),
        chance.choice(["auto", "secret", "jwk"]),
        chance.choice(list(SecretEncoding)),
    )
    found = diagnose(case_of(mutated(chance), given_key), budget_ms=60)
    assert found.finished


@pytest.mark.parametrize("head", HEADERS)
@pytest.mark.parametrize("body", PAYLOADS)
def test_odd_headers_and_payloads_are_answered(head: str, body: str) -> None:
    """Numbers for names, lone surrogates, deep nesting."""
    for octets in (b"", b"x" * 32, b"x" * 64):
        case = case_of(f"{part(head)}.{part(body)}.{part(octets)}", KeyInput(SECRET))
        assert diagnose(case, budget_ms=40).finished


@given(st.text(max_size=80), st.binary(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_is_answered(text: str, key: bytes) -> None:
    """Hypothesis looks for what breaks it."""
    case = case_of(text, KeyInput(key))
    assert is_riddle(case) in (True, False)
    assert diagnose(case, budget_ms=30).finished
