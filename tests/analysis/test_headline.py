"""The headline: one plain sentence for every combination of lamps."""

from itertools import product

import pytest

from jwtdesk.analysis.headline import Lamps, headline, reason
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.signature_lamp import signature_lamp
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind
from jwtdesk.jose.verify import SignatureCode, Verification
from tests.made import SECRET, part, token

HS = read_token(token())
RS = read_token(part('{"alg":"RS256"}') + ".e30.AAAA")
ODD = read_token(part('{"alg":"x"}') + ".e30.AAAA")
JWE = read_token(part('{"alg":"dir","enc":"A128GCM"}') + "....")
NOTHING = read_token("hello")

SOUND = Lamp(State.OK, "well-formed", "It is sound.", "Well formed")
BROKEN = Lamp(State.BAD, "parts-missing", "Half is missing.", "Malformed")
IN_DATE = Lamp(State.OK, "valid", "Expires in 1 h.", "1 h left")
FOR_EVER = Lamp(State.OK, "no-expiry", "It has no expiry.", "No expiry")
EXPIRED = Lamp(State.BAD, "expired", "Expired 3 d ago.", "Expired")
EARLY = Lamp(State.BAD, "not-yet-valid", "Not valid yet.", "Not yet valid")
NO_NUMBER = Lamp(State.BAD, "time-not-number", "“exp”: not a number.", "Not a number")
LATER = Lamp(State.WARN, "issued-in-future", "Issued in the future.", "Issued later")
NO_TIME = Lamp(State.UNKNOWN, "no-claims", "No claims.", "No claims")
UNCHECKED = Lamp(State.UNKNOWN, "not-checked", "Nothing is expected.", "Not checked")
HOLDS = Lamp(State.OK, "holds", "It holds.", "Holds")
AUDIENCE = Lamp(State.BAD, "audience-mismatch", "Another audience.", "Wrong audience")

STRUCTURES = [SOUND, BROKEN]
TIMES = [IN_DATE, FOR_EVER, EXPIRED, EARLY, NO_NUMBER, LATER, NO_TIME]
POLICIES = [UNCHECKED, HOLDS, AUDIENCE]
TOKENS = [HS, RS, ODD, JWE, NOTHING]


def signature(code: SignatureCode) -> Lamp:
    """Return the lamp of a bare answer."""
    return signature_lamp(Verification(code, f"The answer is {code.value}."), ())


def lamps(
    code: SignatureCode,
    time: Lamp = IN_DATE,
    policy: Lamp = UNCHECKED,
    structure: Lamp = SOUND,
    broken: int = 1,
) -> Lamps:
    """Return four lamps; a failing time is three days away."""
    return Lamps(
        structure,
        signature(code),
        time,
        policy,
        broken,
        distance=3 * 86_400,
        expects=policy is not UNCHECKED,
    )


V, M, K, U = (
    SignatureCode.VERIFIED,
    SignatureCode.MISMATCH,
    SignatureCode.NO_KEY,
    SignatureCode.UNSECURED,
)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (lamps(V), "Signature verified, and the token is in date"),
        (lamps(V, policy=HOLDS), "Signature verified, in date, and every expectation is met"),
        (lamps(V, FOR_EVER), "Signature verified; the token never expires"),
        (
            lamps(V, FOR_EVER, HOLDS),
            "Signature verified and every expectation met; the token never expires",
        ),
        (lamps(V, NO_TIME), "Signature verified; it holds no claims"),
        (lamps(V, NO_TIME, HOLDS), "Signature verified, and every expectation is met"),
        (lamps(V, EXPIRED), "Signature verified, but the token expired 3 days ago"),
        (lamps(V, EARLY), "Signature verified, but the token is not valid for another 3 days"),
        (lamps(V, NO_NUMBER), "Signature verified, but one of its times is not a number"),
        (lamps(V, LATER), "Signature verified, but it claims to be issued in the future"),
        (lamps(V, policy=AUDIENCE), "Signature verified, but it is meant for another audience"),
        (
            lamps(V, EXPIRED, AUDIENCE, broken=2),
            "Signature verified, but the token expired 3 days ago and 2 rules are broken",
        ),
        (
            lamps(V, EXPIRED, AUDIENCE, BROKEN),
            (
                "Signature verified, but the token is malformed, it expired 3 days ago"
                " and it is meant for another audience"
            ),
        ),
        (lamps(M), "Wrong signature: this key did not sign it, or the token was changed"),
        (lamps(M, EXPIRED), "Wrong signature, and the token has expired"),
        (lamps(M, EARLY), "Wrong signature, and the token is not valid yet"),
        (lamps(K), "Not checked yet: enter the secret that signed this token (HS256)"),
        (
            lamps(K, EXPIRED),
            (
                "Not checked yet, but the token has expired:"
                " enter the secret that signed this token (HS256)"
            ),
        ),
        (lamps(U), "Not signed: anyone could have written this token"),
        (
            lamps(U, EXPIRED),
            "Not signed: anyone could have written this token, and the token has expired",
        ),
        (lamps(SignatureCode.KEY_UNUSABLE), "This key cannot check this token"),
        (lamps(SignatureCode.MALFORMED), "The signature cannot be checked"),
        (
            lamps(SignatureCode.UNSUPPORTED_ALGORITHM),
            "Signature not checked: unknown algorithm",
        ),
        (lamps(SignatureCode.DECRYPTED), "Decrypted, and the token is in date"),
        (lamps(SignatureCode.CANNOT_DECRYPT), "Not decrypted: only the header can be read"),
    ],
)
def test_the_sentence_says_what_matters(given: Lamps, sentence: str) -> None:
    """Read aloud, each is plain English."""
    assert headline(HS, given) == sentence


def test_the_key_that_is_needed_is_named() -> None:
    """A secret for HMAC, a public key for the others, either when the algorithm is unknown."""
    assert headline(RS, lamps(K)).endswith("the public key of whoever signed this token (RS256)")
    assert headline(ODD, lamps(K)).endswith("enter the secret or key that signed this token")


def test_an_encrypted_token_says_so() -> None:
    """With and without a key."""
    assert headline(JWE, lamps(K)) == "Encrypted: without the key only the header can be read"
    said = {
        SignatureCode.UNSUPPORTED_ALGORITHM: "Encrypted in a way that is not known here",
        SignatureCode.KEY_UNUSABLE: "This key cannot decrypt this token",
        SignatureCode.MALFORMED: "Encrypted, but malformed: no key can decrypt it",
        SignatureCode.CANNOT_DECRYPT: "Not decrypted: only the header can be read",
    }
    assert {code: headline(JWE, lamps(code)) for code in said} == said


def test_no_token_and_no_text_are_told_apart() -> None:
    """An empty window invites; a text that is no token is named."""
    assert headline(None, lamps(K)) == "Paste a token to begin"
    assert reason(None, lamps(K))
    wrong = Lamp(State.BAD, "not-a-token", "This is not a token: it is prose. More.", "Not a token")
    given = lamps(SignatureCode.MALFORMED, structure=wrong)
    assert headline(NOTHING, given) == "This is not a token: it is prose"
    assert reason(NOTHING, given) == ""


@pytest.mark.parametrize("code", list(SignatureCode))
def test_every_combination_is_one_sentence(code: SignatureCode) -> None:
    """Whatever the lamps say, the headline has no full stop and the reason is whole."""
    for structure, time, policy, read in product(STRUCTURES, TIMES, POLICIES, TOKENS):
        given = lamps(code, time, policy, structure)
        sentence, below = headline(read, given), reason(read, given)
        assert sentence
        assert sentence[0].isupper()
        assert not sentence.endswith(".")
        assert "  " not in sentence + below
        assert "{" not in sentence + below
        failing = [one for one in (time, policy) if one.state in {State.BAD, State.WARN}]
        assert read.kind is Kind.UNREADABLE or all(one.text in below for one in failing)


@pytest.mark.parametrize(
    "code",
    [
        "alg-not-allowed",
        "issuer-mismatch",
        "subject-mismatch",
        "type-mismatch",
        "nonce-mismatch",
        "claim-missing",
        "too-old",
        "lifetime-too-long",
        "crit-not-understood",
        "crit-malformed",
        "key-alg-mismatch",
    ],
)
def test_every_broken_rule_has_its_clause(code: str) -> None:
    """No rule falls back to a bare code."""
    broken = Lamp(State.BAD, code, "It is broken.", "Broken")
    sentence = headline(HS, lamps(V, policy=broken))
    assert sentence.startswith("Signature verified, but ")
    assert code not in sentence


def test_a_payload_too_deep_is_not_called_empty() -> None:
    """It may well hold claims; they are only nested too deeply to be judged."""
    deep = token('{"a":' + "[" * 300 + "]" * 300 + "}")
    assert inspect(deep.encode(), SECRET, now=0).verdict.headline == (
        "Signature verified; its payload is nested too deeply to be judged"
    )


def test_an_expiry_in_this_second_is_no_distance() -> None:
    """Nobody says that something happened 0 seconds ago."""
    text = token('{"exp":5}')
    assert inspect(text.encode(), SECRET, now=5).verdict.headline == (
        "Signature verified, but the token has just expired"
    )


def test_a_payload_that_may_travel_apart_is_asked_for() -> None:
    """What fails over nothing at all is rarely a wrong signature."""
    empty = Lamp(State.WARN, "payload-empty", "It is empty.", "No payload")
    said = headline(HS, lamps(SignatureCode.MISMATCH, NO_TIME, structure=empty))
    assert said == "The signature is wrong without a payload: give it if it travels apart"
