"""The signature, or what was signed, spelled in another way."""

import base64
import hashlib
import json
from typing import Any

import pytest

from tests.analysis.diagnosis.making import (
    SECRET,
    card,
    causes,
    ec_key,
    header,
    part,
    private,
    public,
    riddle,
    rsa_key,
    shown_instead,
    signature,
    token,
)

VALUE = {"sub": "ada", "roles": ["a/b", "\u00e9"], "big": 12345678901234567890, "f": 0.5, "e": {}}
TIGHT = json.dumps(VALUE, separators=(",", ":"), ensure_ascii=False)
TEXTS = {
    "compact": TIGHT,
    "python": json.dumps(VALUE),
    "python, not escaped": json.dumps(VALUE, ensure_ascii=False),
    "escaped": json.dumps(VALUE, separators=(",", ":")),
    "two blanks": json.dumps(VALUE, indent=2),
    "four blanks": json.dumps(VALUE, indent=4, ensure_ascii=False),
    "tab": json.dumps(VALUE, indent="\t"),
    "sorted": json.dumps(VALUE, sort_keys=True, separators=(",", ":"), ensure_ascii=False),
    "slashes": TIGHT.replace("/", "\\/"),
    "line end": json.dumps(VALUE, indent=2) + "\n",
    "CR LF": json.dumps(VALUE, indent=2).replace("\n", "\r\n"),
    "capitals": json.dumps(VALUE, separators=(",", ":")).replace("\\u00e9", "\\u00E9"),
}


def pair(alg: str) -> tuple[Any, bytes]:
    """Return what signs and the text that checks."""
    if alg.startswith("HS"):
        return SECRET, SECRET
    key = ec_key() if alg == "ES256" else rsa_key()
    return key, public(key)


ALGS = ("HS256", "RS256", "PS256", "ES256")


@pytest.mark.parametrize("alg", ALGS)
@pytest.mark.parametrize("signed", [name for name in TEXTS if name != "compact"])
def test_json_written_anew_is_found(alg: str, signed: str) -> None:
    """The payload was signed in another spelling than it arrives in."""
    key, text = pair(alg)
    made = shown_instead(token(alg, key, claims=TEXTS[signed]), claims=TIGHT)
    case = riddle(made, text)
    card(case, "reserialized", mends=True)


@pytest.mark.parametrize("shown", ["python", "two blanks", "escaped", "slashes"])
def test_compact_json_is_found_behind_other_spellings(shown: str) -> None:
    """It was signed compact and was laid out on its way."""
    made = shown_instead(token("HS256", SECRET, claims=TIGHT), claims=TEXTS[shown])
    card(riddle(made, SECRET), "reserialized", mends=True)


@pytest.mark.parametrize("alg", ALGS)
@pytest.mark.parametrize(
    ("signed", "shown"),
    [
        ('{"typ":"JWT","alg":"ALG"}', '{"alg":"ALG","typ":"JWT"}'),
        ('{"alg":"ALG"}', '{"alg":"ALG","typ":"JWT"}'),
        ('{"typ":"JWT","alg":"ALG","kid":"1"}', '{"alg":"ALG","kid":"1"}'),
        ('{"alg": "ALG", "typ": "JWT"}', '{"alg":"ALG","typ":"JWT"}'),
    ],
)
def test_a_header_written_anew_is_found(alg: str, signed: str, shown: str) -> None:
    """Its order, its white space, its typ."""
    key, text = pair(alg)
    made = token(alg, key, head=signed.replace("ALG", alg))
    card(
        riddle(shown_instead(made, head=shown.replace("ALG", alg)), text),
        "reserialized",
        mends=True,
    )


def test_members_in_any_order_are_found_while_they_are_few() -> None:
    """Sorted in transit: the first order is found again."""
    signed, shown = '{"sub":"x","aud":"y","iat":1,"b":2}', '{"aud":"y","b":2,"iat":1,"sub":"x"}'
    card(
        riddle(shown_instead(token("HS256", SECRET, claims=signed), claims=shown), SECRET),
        "reserialized",
        mends=True,
    )


@pytest.mark.parametrize("alg", ALGS)
def test_padded_base64_was_signed(alg: str) -> None:
    """As a load balancer does it."""
    key, text = pair(alg)
    head, body = (
        base64.urlsafe_b64encode(one.encode()).decode() for one in (header(alg) + " ", '{"a":1}')
    )
    made = signature(alg, f"{head}.{body}".encode(), key)
    case = riddle(f"{head.rstrip('=')}.{body.rstrip('=')}.{part(made)}", text)
    card(case, "padded-signing-input", mends=True)


@pytest.mark.parametrize("alg", ALGS)
def test_the_payload_was_signed_as_it_is(alg: str) -> None:
    """Without base64url and without saying so."""
    key, text = pair(alg)
    head = part(header(alg))
    made = signature(alg, f"{head}.{TIGHT}".encode(), key)
    card(
        riddle(f"{head}.{part(TIGHT)}.{part(made)}", text),
        "unencoded-payload",
        mends=alg == "HS256",
    )


@pytest.mark.parametrize("alg", ALGS)
def test_the_signature_is_in_another_encoding(alg: str) -> None:
    """Hexadecimal, standard base64, and twice over."""
    key, text = pair(alg)
    for attempt in range(200):
        head, body, last = token(alg, key, claims=json.dumps({"n": attempt})).split(".")
        raw = base64.urlsafe_b64decode(last + "==")
        standard = base64.b64encode(raw).decode()
        if "+" in standard and "/" in standard:
            break
    for ident, spelled in (
        ("signature-hex", raw.hex()),
        ("signature-hex", raw.hex().upper()),
        ("signature-base64", standard),
        ("signature-base64", standard.rstrip("=")),
        ("signature-double-encoded", part(last)),
        ("signature-double-encoded", part(raw.hex())),
        ("signature-double-encoded", part(standard)),
    ):
        case = riddle(f"{head}.{body}.{spelled}", text)
        card(case, ident, mends=True)


def test_unused_bits_are_explained() -> None:
    """In the signature, where strict libraries refuse; in the payload, where the hash differs."""
    made = token("HS256", SECRET)
    last = made[:-1] + chr(ord(made[-1]) + 1) if made[-1] not in "9Z_z" else made
    assert causes(riddle(last, SECRET)) == {"trailing-bits"}
    head, body, third = token("HS256", SECRET, claims='{"ab":1}').split(".")
    assert body[-1] == "0"
    case = riddle(f"{head}.{body[:-1]}1.{third}", SECRET)
    card(case, "trailing-bits", mends=True)


def test_a_detached_payload_is_named() -> None:
    """Absent, given with another end, given beside one that counts."""
    head, body, last = token("HS256", SECRET, claims=TIGHT).split(".")
    card(riddle(f"{head}..{last}", SECRET), "detached-payload", mends=False, proven=False)
    other = riddle(f"{head}..{last}", SECRET, detached=TIGHT.encode() + b"\n")
    card(other, "detached-payload", mends=True)
    beside = riddle(f"{head}.{part('{}')}.{last}", SECRET, detached=TIGHT.encode())
    card(beside, "detached-payload", mends=True)
    empty = token("HS256", SECRET, claims="").split(".")
    card(riddle(f"{empty[0]}.{body}.{empty[2]}", SECRET), "detached-payload", mends=True)


def test_a_detached_rsa_signature_proves_its_key() -> None:
    """The key opens it, so only the payload is missing."""
    head, _, last = token("RS256", rsa_key()).split(".")
    card(riddle(f"{head}..{last}", public(rsa_key())), "detached-payload", mends=False)


@pytest.mark.parametrize("hashed", [True, False])
def test_graph_tokens_are_recognised(hashed: bool) -> None:
    """By computing the hashed nonce, or by whom they are for."""
    nonce = "abc-123"
    claims = '{"aud":"https://graph.microsoft.com","iss":"https://sts.windows.net/t/"}'
    digest = part(hashlib.sha256(nonce.encode()).digest()) if hashed else "unknown"
    signed = header("RS256", nonce=digest)
    made = shown_instead(
        token("RS256", rsa_key(), claims=claims, head=signed), head=header("RS256", nonce=nonce)
    )
    card(riddle(made, public(rsa_key())), "graph-nonce", mends=hashed, proven=hashed)


def test_the_private_key_signs_a_raw_payload_again() -> None:
    """Nothing in the text could verify; a new signature does."""
    head = part(header("RS256"))
    made = signature("RS256", f"{head}.{TIGHT}".encode(), rsa_key())
    card(
        riddle(f"{head}.{part(TIGHT)}.{part(made)}", private(rsa_key())),
        "unencoded-payload",
        mends=True,
    )
