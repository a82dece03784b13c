"""The signature lamp speaks for one signature or for several."""

import json

import pytest

from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.judge import judge
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.check import check_signature
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.verify import SignatureCode, Verification
from tests.keys.locate import key_file
from tests.made import SECRET, part, token

NOW = 1_800_000_000
JWE = part('{"alg":"dir","enc":"A128GCM"}') + "...."
KEYS = read_key(KeyInput(SECRET))
BROKEN = read_key(KeyInput(b"-----BEGIN PUBLIC KEY-----\nno\n-----END PUBLIC KEY-----"))
STATES = {
    SignatureCode.VERIFIED: State.OK,
    SignatureCode.MISMATCH: State.BAD,
    SignatureCode.MALFORMED: State.BAD,
    SignatureCode.NO_KEY: State.UNKNOWN,
    SignatureCode.UNSUPPORTED_ALGORITHM: State.UNKNOWN,
    SignatureCode.KEY_UNUSABLE: State.WARN,
    SignatureCode.UNSECURED: State.WARN,
    SignatureCode.DECRYPTED: State.OK,
    SignatureCode.CANNOT_DECRYPT: State.BAD,
}


def general(*parts: str) -> str:
    """Return a general serialisation of compact tokens over one payload."""
    cut = [one.split(".") for one in parts]
    signatures = [{"protected": one[0], "signature": one[2]} for one in cut]
    return json.dumps({"payload": cut[0][1], "signatures": signatures})


@pytest.mark.parametrize("code", list(SignatureCode))
def test_every_answer_has_its_state(code: SignatureCode) -> None:
    """As the table of the report says."""
    lamp = judge(read_token(token()), Verification(code, "So."), Rules(), NOW).signature
    assert (lamp.state, lamp.code, lamp.text) == (STATES[code], code.value, "So.")
    assert lamp.short


def answers(value: object, key: bytes | None) -> Lamp:
    """Return the signature lamp of a JSON serialisation."""
    return inspect(json.dumps(value).encode(), key, now=NOW).verdict.signature


def test_the_recipient_that_the_key_is_nearest_to_speaks() -> None:
    """A public key cannot decrypt: that is the news, not that the others need other keys."""
    ways = [{"header": {"alg": one}, "encrypted_key": "AAAA"} for one in ("A128KW", "RSA-OAEP")]
    sealed = {"iv": "A" * 16, "ciphertext": "AAAA", "tag": "A" * 22, "recipients": ways}
    value = {"protected": part('{"enc":"A128GCM"}'), **sealed}
    lamp = answers(value, key_file("rsa-2048-public-spki.pem"))
    assert lamp.code == "key-unusable"
    assert "This is the public key" in lamp.text


@pytest.mark.parametrize("alg", ["none", "X9", "HS384"])
def test_without_a_key_nothing_is_said_that_a_key_could_change(alg: str) -> None:
    """One of the signatures may yet be verified, whatever the others are."""
    entries = [
        {"header": {"alg": alg}, "signature": ""},
        {"header": {"alg": "HS256"}, "signature": "AAAA"},
    ]
    assert answers({"payload": "e30", "signatures": entries}, None).code == "no-key"


def test_one_right_signature_is_enough() -> None:
    """The summary says how many of them verified; each has a lamp of its own."""
    read = read_token(general(token(secret=b"another"), token()))
    checks = [check_signature(one, KEYS) for one in read.signatures]
    verdict = judge(read, checks, Rules(), NOW, KEYS)
    assert verdict.signature.code == "verified"
    assert verdict.signature.text.startswith("1 of 2 signatures verified. ")
    assert verdict.headline.startswith("1 of 2 signatures verified")
    assert [one.code for one in verdict.signatures] == ["mismatch", "verified"]
    assert verdict.verification is checks[1]


def test_a_compact_token_has_no_list_of_signatures() -> None:
    """The lamp itself is enough."""
    read = read_token(token())
    assert judge(read, check_signature(read.signatures[0], KEYS), Rules(), NOW).signatures == ()


@pytest.mark.parametrize(
    ("text", "keys", "code"),
    [
        (token(), None, "no-key"),
        ("hello", KEYS, "malformed"),
        ('{"payload":"e30","signatures":[]}', KEYS, "malformed"),
        (JWE, None, "no-key"),
        (JWE, KEYS, "no-key"),
        ('{"ciphertext":"","recipients":[]}', KEYS, "malformed"),
        (JWE, BROKEN, "key-unusable"),
    ],
)
def test_what_was_not_checked_says_why(text: str, keys: object, code: str) -> None:
    """Without any answer the lamp still knows what stands in the way."""
    verdict = judge(read_token(text), (), Rules(), NOW, keys)  # type: ignore[arg-type]  # of a table
    assert verdict.signature.code == code


def test_recipients_of_an_encrypted_token_are_no_signatures() -> None:
    """Nothing is signed: it is told as how many of them the token opens."""
    heads = [{"header": {"alg": "dir", "kid": "x"}}, {"header": {"alg": "dir"}}]
    protected = part('{"enc":"A128GCM"}')
    value = {"protected": protected, "recipients": heads, "ciphertext": ""}
    read = read_token(json.dumps({**value, "iv": "A" * 16, "tag": "A" * 22}))
    opened = Verification(SignatureCode.DECRYPTED, "It opens.")
    closed = Verification(SignatureCode.KEY_UNUSABLE, "It does not fit.")
    sealed = Verification(SignatureCode.NO_KEY, "No key.")

    one = judge(read, [closed, opened], Rules(), NOW, KEYS)
    assert one.signature.text == "It opens as 1 of its 2 recipients. It opens."
    assert [lamp.code for lamp in one.signatures] == ["key-unusable", "decrypted"]

    none = judge(read, [closed, closed], Rules(), NOW, KEYS)
    assert none.signature.text == "It opens as none of its 2 recipients. It does not fit."

    unread = judge(read, [sealed, sealed], Rules(), NOW, None)
    assert (unread.signature.short, unread.signature.code) == ("Encrypted", "no-key")


def test_a_decrypted_token_is_judged_by_its_answer() -> None:
    """What the decryption said stands."""
    answer = Verification(SignatureCode.DECRYPTED, "Decrypted.")
    assert judge(read_token(JWE), answer, Rules(), NOW).signature.code == "decrypted"


def test_no_token_is_judged_too() -> None:
    """All four lamps are unknown."""
    verdict = judge(None, None, Rules(), NOW)
    lamps = (verdict.structure, verdict.signature, verdict.time, verdict.policy)
    assert {one.state for one in lamps} == {State.UNKNOWN}
    assert {one.short for one in lamps} == {"Nothing yet"}
