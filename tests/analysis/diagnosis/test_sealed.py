"""Why an encrypted token does not open: what was computed to hold, and silence otherwise."""

import base64
import hashlib
import json
import zlib
from dataclasses import replace
from functools import cache

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from jwtdesk.analysis.case import case_of, is_riddle
from jwtdesk.analysis.diagnose import Diagnosis, diagnose
from jwtdesk.analysis.diagnosis.sealed_content import HYPOTHESIS as CONTENT
from jwtdesk.analysis.hypothesis import Case, Confidence, Explanation, UseKey, UseToken
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.trials.opening import LONGEST_HEADER, MOST_COUNT, openings
from jwtdesk.jose.decrypt import decrypt
from jwtdesk.jose.encryption import KeyEngine
from jwtdesk.jose.json_form import to_flattened
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from tests.jose.encryption_keys import keys_of, sealed, secret
from tests.keys.locate import key_file
from tests.made import part

CLAIMS = b'{"sub":"ada"}'
RAW = bytes(range(7, 39))
SENTENCE = b"a secret that has 32 characters."
DIRECT = {"alg": "dir", "enc": "A256GCM"}
WRAPPED = {"alg": "A256KW", "enc": "A128GCM"}
STRETCHED = {"alg": "PBES2-HS256+A128KW", "enc": "A128GCM", "p2c": 1000}
OAEP = {"alg": "RSA-OAEP-256", "enc": "A128GCM"}
RSA = key_file("rsa-2048-private-pkcs8.pem")
SHA1 = hashes.SHA1()  # noqa: S303 - what RSA-OAEP is defined with
CURVE = key_file("ec-p256-private-pkcs8.pem")


def riddle(text: str, key: bytes) -> Case:
    """Return the case of a token that a key does not open."""
    case = case_of(text, KeyInput(key))
    assert is_riddle(case)
    return case


def explained(case: Case) -> Diagnosis:
    """Return the diagnosis, whose mends must do what they say."""
    found = diagnose(case)
    assert found.finished
    for one in found.explanations:
        assert one.fix is None or _opens(case, one)
    return found


def _opens(case: Case, one: Explanation) -> bool:
    given, text = case.given, case.token.text
    for change in one.fix.changes if one.fix else ():
        if isinstance(change, UseKey):
            given = change.key
        else:
            text = change.text
    return decrypt(read_token(text), read_key(given)).succeeded


def card(case: Case, ident: str) -> Explanation:
    """Return the one card, `ident`, which is proven."""
    (found,) = explained(case).explanations
    assert found.id == ident
    assert found.confidence is Confidence.PROVEN
    return found


@cache
def token(kind: str, octets: bytes) -> str:
    """Return a token under a secret."""
    return sealed({"dir": DIRECT, "kw": WRAPPED}[kind], CLAIMS, keys_of(secret(octets)))


@cache
def locked(password: bytes) -> str:
    """Return a token under a password."""
    return sealed(STRETCHED, CLAIMS, keys_of(secret(password)))


@pytest.mark.parametrize("kind", ["dir", "kw"])
@pytest.mark.parametrize(
    ("octets", "given", "ident"),
    [
        (RAW, base64.b64encode(RAW), "secret-base64"),
        (RAW, RAW.hex().encode(), "secret-hex"),
        (hashlib.sha256(b"pass").digest(), b"pass", "secret-hashed"),
        (SENTENCE, SENTENCE + b"\n", "secret-newline"),
        (b"short secret".ljust(32, b"\0"), b"short secret", "secret-zero-padded"),
    ],
)
def test_a_secret_in_another_form(kind: str, octets: bytes, given: bytes, ident: str) -> None:
    """What the lamp calls a secret of the wrong length is read as it was meant."""
    found = card(riddle(token(kind, octets), given), ident)
    assert found.fix is not None
    assert found.evidence.startswith("The token decrypts when the secret is")
    assert found.would.startswith("it would decrypt if the secret were")


def test_a_secret_in_a_jwk_is_tried_too() -> None:
    """Its `k` may be the text itself instead of its base64url."""
    text = "a secret that has 32 characters."
    given = json.dumps({"kty": "oct", "k": text[:31] + "A"}).encode()
    made = token("kw", (text[:31] + "A").encode())
    assert card(riddle(made, given), "secret-base64").fix is not None


@pytest.mark.parametrize(
    ("given", "ident"),
    [
        (b"pass word\n", "secret-newline"),
        (b'"pass word"', "secret-quoted"),
        (b"pass%20word", "secret-url-encoded"),
    ],
)
def test_a_password_in_another_form(given: bytes, ident: str) -> None:
    """It is stretched anew for each form."""
    assert card(riddle(locked(b"pass word"), given), ident).fix is not None


def test_a_password_that_everyone_knows() -> None:
    """Anyone could have opened it."""
    found = card(riddle(locked(b"secret"), b"something else"), "known-secret")
    assert found.title == "A well-known example secret opens this token."
    assert "“secret”" in found.would


def test_the_key_that_kid_does_not_name() -> None:
    """Another key of the set opens it; alone, it is the mend."""
    one, other = secret(RAW, kid="1"), secret(RAW[::-1], kid="2")
    made = sealed({**WRAPPED, "kid": "1"}, CLAIMS, keys_of(other))
    given = json.dumps({"keys": [one, other]}).encode()
    found = card(riddle(made, given), "other-key-in-set")
    assert "key 2 (“2”), but kid says “1”" in found.evidence
    assert found.fix is not None


@pytest.mark.parametrize(("kid", "told"), [("3", True), (None, False), (7, False)])
def test_a_kid_that_no_key_has(kid: object, told: bool) -> None:
    """The key is not here; nothing is said of a token that names none."""
    made = sealed({**WRAPPED, "kid": kid} if kid else WRAPPED, CLAIMS, keys_of(secret(bytes(32))))
    given = json.dumps({"keys": [secret(RAW, kid="1"), secret(RAW[::-1])]}).encode()
    found = {one.id: one for one in explained(case_of(made, KeyInput(given))).explanations}
    assert ("kid-missing" in found) is told
    if told:
        assert "“3”; here are “1”" in found["kid-missing"].evidence


def test_keys_without_a_name() -> None:
    """There is nothing to call them by."""
    made = sealed({**WRAPPED, "kid": "3"}, CLAIMS, keys_of(secret(bytes(32))))
    given = json.dumps({"keys": [secret(RAW), secret(RAW[::-1])]}).encode()
    found = {one.id: one for one in explained(case_of(made, KeyInput(given))).explanations}
    assert "only keys without a kid" in found["kid-missing"].evidence


def padded(alg: str, how: padding.AsymmetricPadding, **header: str) -> str:
    """Return a token whose content key is encrypted with `how`, whatever its header says."""
    key = load_pem_private_key(RSA, None)
    protected = part(json.dumps({"alg": alg, "enc": "A128GCM", **header}))
    plain = zlib.compress(CLAIMS, wbits=-15) if header else CLAIMS
    content = AESGCM(bytes(16)).encrypt(bytes(12), plain, protected.encode())
    encrypted = key.public_key().encrypt(bytes(16), how)  # type: ignore[union-attr]  # it is RSA
    return ".".join((protected, *map(part, (encrypted, bytes(12), content[:-16], content[-16:]))))


def oaep(whole: hashes.HashAlgorithm, mask: hashes.HashAlgorithm) -> padding.OAEP:
    """Return OAEP with two hashes."""
    return padding.OAEP(padding.MGF1(mask), whole, None)


@pytest.mark.parametrize(
    ("alg", "how", "made"),
    [
        ("RSA-OAEP-256", oaep(SHA1, SHA1), "RSA-OAEP"),
        ("RSA-OAEP", oaep(hashes.SHA256(), hashes.SHA256()), "RSA-OAEP-256"),
        ("RSA-OAEP", oaep(hashes.SHA512(), hashes.SHA512()), "RSA-OAEP-512"),
        ("RSA-OAEP", padding.PKCS1v15(), "RSA1_5"),
        ("RSA1_5", oaep(SHA1, SHA1), "RSA-OAEP"),
    ],
)
def test_another_padding_than_the_header_names(
    alg: str, how: padding.AsymmetricPadding, made: str
) -> None:
    """The mend encrypts it anew, as its header says."""
    found = card(riddle(padded(alg, how), RSA), "other-algorithm")
    assert made in found.title
    assert found.fix is not None
    (change,) = found.fix.changes
    assert isinstance(change, UseToken)
    assert decrypt(read_token(change.text), read_key(KeyInput(RSA))).plaintext == CLAIMS


def test_a_mask_with_another_hash() -> None:
    """What Java does when only the name of the padding is given; also for what is compressed."""
    how = oaep(hashes.SHA256(), SHA1)
    found = card(riddle(padded("RSA-OAEP-256", how, zip="DEF"), RSA), "oaep-mask-hash")
    assert "OAEPParameterSpec" in found.evidence
    assert found.fix is not None
    (change,) = found.fix.changes
    assert isinstance(change, UseToken)
    assert decrypt(read_token(change.text), read_key(KeyInput(RSA))).plaintext == CLAIMS


def test_in_json_no_mend_is_offered_for_the_padding() -> None:
    """There may be other recipients, who could not be encrypted for."""
    text = to_flattened(read_token(padded("RSA-OAEP", padding.PKCS1v15())))
    assert isinstance(text, str)
    assert card(riddle(text, RSA), "other-algorithm").fix is None


@cache
def encrypted_for_rsa() -> str:
    """Return a token for the RSA key."""
    return sealed(OAEP, CLAIMS, keys_of(RSA))


def with_header(header: str) -> str:
    """Return that token under another header."""
    return ".".join((part(header), *encrypted_for_rsa().split(".")[1:]))


def test_a_header_that_was_written_anew() -> None:
    """The tag covers its spelling."""
    found = card(riddle(with_header(json.dumps(OAEP, indent=2)), RSA), "reserialized")
    assert found.fix is not None
    assert found.fix.changes == (UseToken(encrypted_for_rsa()),)
    assert found.reference == "RFC 7516 section 5.2"


def test_a_token_that_was_changed() -> None:
    """The encrypted key opens, so it is not the key."""
    head, key, iv, text, tag = encrypted_for_rsa().split(".")
    other = "A" if text[0] != "A" else "B"
    case = riddle(".".join((head, key, iv, other + text[1:], tag)), RSA)
    found = card(case, "content-changed")
    assert found.fix is None
    assert "The key is right" in found.evidence
    case = riddle(with_header(json.dumps({**OAEP, "x": 1})), RSA)
    assert card(case, "content-changed").fix is None


def test_a_key_for_which_it_was_not_encrypted() -> None:
    """Likely, since the encrypted key may have been damaged as well."""
    (found,) = explained(riddle(token("kw", RAW), b"B" * 32)).explanations
    assert (found.id, found.confidence) == ("wrong-key", Confidence.LIKELY)
    assert "password" in found.title
    head, key, *rest = encrypted_for_rsa().split(".")
    (found,) = explained(riddle(".".join((head, key[::-1], *rest)), RSA)).explanations
    assert found.id == "wrong-key"
    assert "password" not in found.title


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (token("dir", RAW), b"B" * 32),
        (sealed({"alg": "ECDH-ES", "enc": "A128GCM"}, CLAIMS, keys_of(CURVE))[:-3] + "AAA", CURVE),
        (encrypted_for_rsa().replace(encrypted_for_rsa()[:60], "", 1), RSA),
    ],
    ids=["shared", "agreed", "cut"],
)
def test_where_nothing_can_be_told_nothing_is_said(text: str, key: bytes) -> None:
    """A shared or agreed key that is wrong looks like changed content."""
    case = case_of(text, KeyInput(key))
    assert not [one for one in diagnose(case).explanations if one.confidence is Confidence.PROVEN]


def test_what_was_ruled_out_is_told() -> None:
    """For the calm card."""
    found = explained(riddle(token("dir", RAW), b"B" * 32))
    assert found.explanations == ()
    assert found.excluded == (
        "no other reading of the secret",
        "no other spelling of the header",
        "no well-known example secret",
    )
    head, key, iv, text, _ = encrypted_for_rsa().split(".")
    found = diagnose(case_of(".".join((head, key, iv, text, "A" * 22)), KeyInput(RSA)))
    assert "no other padding of the encrypted key" in found.excluded


def test_content_that_cannot_be_unpacked() -> None:
    """It decrypts, so it is neither the key nor the token's text."""
    protected = part('{"alg":"dir","enc":"A256GCM","zip":"DEF"}')
    content = AESGCM(RAW).encrypt(bytes(12), b"no deflate", protected.encode())
    parts = (protected, "", part(bytes(12)), part(content[:-16]), part(content[-16:]))
    given = json.dumps(secret(RAW)).encode()
    found = card(riddle(".".join(parts), given), "zip-broken")
    assert found.reference == ""


HUGE = {**STRETCHED, "p2s": "AAAAAAAAAAA", "p2c": MOST_COUNT + 1}


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "unknown", "enc": "A128GCM"},
        {"alg": "A128KW", "enc": "unknown"},
        {"alg": "A128KW", "enc": "A128GCM", "crit": ["exp"]},
        {"alg": "A128KW", "enc": "A128GCM", "zip": "GZ"},
        HUGE,
        {**HUGE, "p2c": "many"},
        {"alg": "A128KW", "enc": "A128GCM", "x": "x" * LONGEST_HEADER},
    ],
)
def test_what_no_key_could_open_is_no_riddle(header: dict[str, object]) -> None:
    """The lamp says why already."""
    text = f"{part(json.dumps(header))}.{'A' * 32}.{'A' * 16}.AA.{'A' * 22}"
    case = case_of(text, KeyInput(b"B" * 16))
    assert openings(case) == ()
    assert not is_riddle(case)


def test_a_tag_or_vector_of_the_wrong_length_is_no_riddle() -> None:
    """So is anything that is malformed."""
    head = part(json.dumps({"alg": "dir", "enc": "A128GCM"}))
    assert not openings(case_of(f"{head}..{'A' * 16}.AA.AAAA", KeyInput(b"B" * 16)))
    assert not openings(case_of(f"{head}.AA.{'A' * 16}.AA.{'A' * 22}", KeyInput(b"B" * 16)))


def test_a_key_of_another_kind_says_so_itself() -> None:
    """No trial could help: only a secret can be read in another way."""
    assert not is_riddle(case_of(encrypted_for_rsa(), KeyInput(CURVE)))
    assert not is_riddle(case_of(encrypted_for_rsa(), KeyInput(b"a secret")))
    assert not is_riddle(case_of(token("dir", RAW), KeyInput(RSA)))
    assert is_riddle(case_of(token("dir", RAW), KeyInput(b"a secret")))
    assert not is_riddle(case_of(token("dir", RAW), KeyInput(b"")))


def test_what_opens_is_no_riddle() -> None:
    """Nor are its other recipients."""
    case = case_of(encrypted_for_rsa(), KeyInput(RSA))
    assert not is_riddle(case)
    assert openings(case) == ()
    assert explained(case).explanations == ()


def said(case: Case) -> list[Explanation]:
    """Return what the content alone says, whatever else has been found."""
    return [one for one in CONTENT.explain(case) if isinstance(one, Explanation)]


def test_a_key_that_is_not_meant_is_not_asked_about_the_content() -> None:
    """It opens it; that it is not the one that kid names is another's word."""
    one, other = secret(RAW, kid="1"), secret(RAW[::-1], kid="2")
    made = sealed({**WRAPPED, "kid": "1"}, CLAIMS, keys_of(other))
    case = riddle(made, json.dumps({"keys": [one, other]}).encode())
    assert said(case) == []
    lost = sealed({**WRAPPED, "kid": "1"}, CLAIMS, keys_of(secret(bytes(32))))
    case = riddle(lost, json.dumps({"keys": [one, other]}).encode())
    assert [one.id for one in explained(case).explanations] == ["wrong-key"]


def test_a_header_that_nothing_protects_has_no_other_spelling() -> None:
    """Its spelling is covered by no tag."""
    head, key, iv, text, tag = encrypted_for_rsa().split(".")
    members = {"header": OAEP, "encrypted_key": key, "iv": iv, "ciphertext": text, "tag": tag}
    assert head
    assert card(riddle(json.dumps(members), RSA), "content-changed").fix is None


def test_a_long_content_is_tried_with_few_spellings() -> None:
    """Each of them reads all of it."""
    made = sealed(OAEP, b"x" * 4_000_000, keys_of(RSA))
    text = ".".join((part(json.dumps({**OAEP, "x": 1})), *made.split(".")[1:]))
    assert card(riddle(text, RSA), "content-changed").fix is None


def test_a_library_that_refuses_is_an_encrypted_key_that_does_not_open() -> None:
    """Its own words are not shown."""
    case = riddle(token("kw", RAW), b"B" * 32)
    (one,) = openings(case)

    def engine() -> KeyEngine:
        raise ValueError

    broken = replace(one, management=replace(one.management, engine=engine))
    assert broken.content_key(one.keys[0]) is None


@pytest.mark.parametrize("given", [b"a secret", b"-----BEGIN PUBLIC KEY-----\nAAAA"])
def test_a_secret_that_fits_in_no_form_is_silence(given: bytes) -> None:
    """Its length is wrong however it is read; that is said by the lamp."""
    assert explained(riddle(token("dir", RAW), given)).explanations == ()


def test_the_report_has_it_too() -> None:
    """Without a window."""
    given = RAW.hex().encode()
    report = inspect(token("dir", RAW).encode(), key=given, now=0, diagnose=True)
    assert [one.id for one in report.diagnosis] == ["secret-hex"]
