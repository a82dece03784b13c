"""Decrypting answers for every recipient, and says which step failed."""

import json
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.base64url import decode, encode
from jwtdesk.jose.decrypt import decrypt, is_heavy
from jwtdesk.jose.encryption import KeyManagement
from jwtdesk.jose.inflate import deflate
from jwtdesk.jose.jsontext import replace_value
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from tests.jose.encryption_keys import (
    CONTENTS,
    WAYS,
    codes,
    key_text,
    keys_of,
    opened,
    sealed,
    secret,
)
from tests.keys.locate import key_file
from tests.made import part

SECRET = keys_of(secret(b"k" * 16))
OTHER = keys_of(secret(b"o" * 16))
WRAPPED = sealed({"alg": "A128KW", "enc": "A128GCM"}, b"plain", SECRET)
DIRECT = sealed({"alg": "dir", "enc": "A128GCM"}, b"plain", SECRET)
PASSWORD = sealed({"alg": "PBES2-HS256+A128KW", "enc": "A128GCM", "p2c": 1000}, b"plain", SECRET)
PARTS = ("header", "key", "iv", "ciphertext", "tag")


def way(name: str) -> KeyManagement:
    """Return the way to a key that is called `name`."""
    return next(one for one, _ in WAYS if one.name == name)


def changed(token: str, **parts: bytes) -> str:
    """Return a compact token with some of its parts replaced."""
    held = dict(zip(PARTS, token.split("."), strict=True))
    held.update({name: encode(octets) for name, octets in parts.items()})
    return ".".join(held.values())


def reheaded(token: str, **members: str) -> str:
    """Return a compact token whose header has other members; each value is a JSON lexeme."""
    header = decode(token.split(".", 1)[0]).octets.decode()
    for name, lexeme in members.items():
        header = replace_value(header, name, lexeme)
    return changed(token, header=header.encode())


def said(token: str, keys: Any = SECRET) -> tuple[str, str]:
    """Return the code and the sentence of the only answer."""
    (one,) = opened(token, keys).checks
    return one.code.value, one.text


def test_a_token_that_is_not_encrypted_has_no_answer() -> None:
    """There is nothing to decrypt in a signed token."""
    found = decrypt(read_token(f"{part('{}')}.e30.AA"), SECRET)
    assert (found.checks, found.plaintext, found.succeeded) == ((), None, False)


def test_without_any_key_it_says_so() -> None:
    """A set without members opens nothing, and that is an answer too."""
    assert said(DIRECT, Keys((), "JWK Set")) == ("key-unusable", "There is no key here.")


def test_what_opened_it_says_who_can_have_sent_it() -> None:
    """A secret proves that its holder sent it; a public key proves nothing."""
    assert "Only someone who has the same secret" in said(WRAPPED)[1]
    private = keys_of(key_file("ec-p256-private-pkcs8.pem"))
    token = sealed({"alg": "ECDH-ES", "enc": "A128GCM"}, b"x", private)
    assert "anyone who has the public key" in said(token, private)[1]
    assert opened(token, private).succeeded


def test_without_a_usable_key_nothing_is_decrypted() -> None:
    """None, and a text that is no key, are told apart."""
    assert said(WRAPPED, None)[0] == "no-key"
    broken = Unreadable(Problem("odd", "This is no key."))
    assert said(WRAPPED, broken) == ("key-unusable", "This is no key.")


@pytest.mark.parametrize(
    ("token", "keys", "code", "words"),
    [
        (WRAPPED, OTHER, "cannot-decrypt", "does not open with this key"),
        (DIRECT, OTHER, "cannot-decrypt", "another key, or the header, the content or the tag"),
        (PASSWORD, OTHER, "cannot-decrypt", "does not open with this key"),
        (changed(WRAPPED, tag=b"t" * 16), SECRET, "cannot-decrypt", "The key is right, but the"),
        (changed(WRAPPED, ciphertext=b"c"), SECRET, "cannot-decrypt", "The key is right, but the"),
        (changed(WRAPPED, tag=b"t" * 4), SECRET, "cannot-decrypt", "it has 4 bytes, but A128GCM"),
        (changed(WRAPPED, tag=b"t"), SECRET, "cannot-decrypt", "it has 1 byte, but A128GCM"),
        (changed(WRAPPED, tag=b"t" * 17), SECRET, "cannot-decrypt", "it has 17 bytes"),
        (changed(WRAPPED, tag=b""), SECRET, "malformed", "Authentication tag: it is missing"),
        (changed(WRAPPED, iv=b"i" * 16), SECRET, "cannot-decrypt", "Initialisation vector: it has"),
        (changed(WRAPPED, iv=b""), SECRET, "malformed", "Initialisation vector: it is missing"),
        (changed(WRAPPED, key=b""), SECRET, "malformed", "The encrypted key is missing"),
        (changed(WRAPPED, key=b"x"), SECRET, "cannot-decrypt", "does not open with this key"),
        (changed(DIRECT, key=b"x"), SECRET, "malformed", "the encrypted key must be empty"),
        (WRAPPED + "?", SECRET, "malformed", "Authentication tag:"),
        (WRAPPED.replace(".", ".?", 1), SECRET, "malformed", "Encrypted key:"),
        (changed(WRAPPED, header=b"{"), SECRET, "malformed", "The header is not JSON"),
        (reheaded(WRAPPED, alg="1"), SECRET, "malformed", "“alg” is not a text"),
        (reheaded(WRAPPED, enc="null"), SECRET, "malformed", "“enc” is not a text"),
        (changed(WRAPPED, header=b'{"enc":"A128GCM"}'), SECRET, "malformed", "no “alg”"),
        (changed(WRAPPED, header=b'{"alg":"dir"}'), SECRET, "malformed", "no “enc”"),
        (reheaded(WRAPPED, alg='"a128kw"'), SECRET, "unsupported-algorithm", "“A128KW” is meant"),
        (reheaded(WRAPPED, alg='"X"'), SECRET, "unsupported-algorithm", "“X” is not known here"),
        (reheaded(WRAPPED, enc='"A128Gcm"'), SECRET, "unsupported-algorithm", "A128GCM” is meant"),
        (reheaded(WRAPPED, zip='"GZ"'), SECRET, "unsupported-algorithm", "compression “GZ”"),
        (reheaded(WRAPPED, zip="[]"), SECRET, "cannot-decrypt", "“zip” is not a text"),
        (
            reheaded(WRAPPED, crit='["x"]', x="1"),
            SECRET,
            "cannot-decrypt",
            "be understood (“crit”)",
        ),
        (reheaded(WRAPPED, crit='["b64"]', b64="true"), SECRET, "cannot-decrypt", "“b64”"),
    ],
)
def test_the_step_that_failed_is_named(token: str, keys: Any, code: str, words: str) -> None:
    """One sentence each, and never an opened content."""
    found = opened(token, keys)
    assert (codes(found), found.plaintext) == ([code], None)
    assert (
        words.replace("“A128KW”", "A128KW").replace("A128GCM”", "A128GCM") in found.checks[0].text
    )
    assert found.checks[0].text.endswith((".", "”"))


@pytest.mark.parametrize(("one", "curve"), WAYS, ids=lambda one: getattr(one, "name", one))
def test_a_changed_token_never_opens(one: KeyManagement, curve: str) -> None:
    """One bit anywhere in the key, the vector, the content or the tag is enough (any way)."""
    keys = keys_of(key_text(one, CONTENTS[0], curve))
    token = sealed({"alg": one.name, "enc": CONTENTS[0].name}, b"plain", keys)
    for name, text in zip(PARTS[1:], token.split(".")[1:], strict=True):
        octets = decode(text).octets
        if octets:
            flipped = octets[:-1] + bytes([octets[-1] ^ 1])
            assert opened(changed(token, **{name: flipped}), keys).plaintext is None


@pytest.mark.parametrize(
    ("alg", "members", "words"),
    [
        ("A128GCMKW", {"iv": '"AAAA"'}, "“iv” has 3 bytes; it must have 12"),
        ("A128GCMKW", {"iv": '"AA"'}, "“iv” has 1 byte; it must have 12"),
        ("A128GCMKW", {"tag": '"AAAAAA"'}, "“tag” has 4 bytes; it must have 16"),
        ("A128GCMKW", {"tag": "1"}, "“tag” is not a text"),
        ("A128GCMKW", {"iv": '"?"'}, "“iv” is not base64url"),
        ("PBES2-HS256+A128KW", {"p2c": "0"}, "must be a whole number above 0"),
        ("PBES2-HS256+A128KW", {"p2c": "1.5"}, "must be a whole number above 0"),
        ("PBES2-HS256+A128KW", {"p2c": "true"}, "“true”: it must be a whole number"),
        ("PBES2-HS256+A128KW", {"p2c": "1000000000"}, "takes 1,000,000,000 iterations"),
        ("PBES2-HS256+A128KW", {"p2c": "9" * 5000}, "beyond what can be computed"),
        ("PBES2-HS256+A128KW", {"p2s": "null"}, "“p2s” is not a text"),
        ("ECDH-ES", {"epk": "1"}, "“epk” is not a key (JWK)"),
        ("ECDH-ES", {"epk": '{"kty":"EC","crv":"P-384"}'}, "on “P-384”, but this key is on P-256"),
        ("ECDH-ES", {"epk": '{"kty":"EC","crv":1}'}, "on no curve, but this key"),
        ("ECDH-ES", {"epk": '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}'}, "not a point"),
        ("ECDH-ES", {"epk": '{"kty":"EC","crv":"P-256","d":"AA"}'}, "“epk” is private"),
        ("ECDH-ES", {"apu": "1"}, "“apu” is not a text"),
        ("ECDH-ES", {"apv": '"?"'}, "“apv” is not base64url"),
    ],
)
def test_what_the_header_must_hold_is_checked(
    alg: str, members: dict[str, str], words: str
) -> None:
    """The members that one way needs: there, of the right kind, and affordable."""
    keys = keys_of(key_text(way(alg), CONTENTS[0], "P-256" if "ECDH" in alg else ""))
    code, text = said(reheaded(sealed({"alg": alg, "enc": "A128GCM"}, b"x", keys), **members), keys)
    assert code == "cannot-decrypt"
    assert words in text


@pytest.mark.parametrize(
    ("alg", "names"),
    [("A128GCMKW", ["iv", "tag"]), ("PBES2-HS256+A128KW", ["p2s", "p2c"]), ("ECDH-ES", ["epk"])],
)
def test_what_the_header_lacks_is_named(alg: str, names: list[str]) -> None:
    """The first one that is missing."""
    keys = keys_of(key_text(way(alg), CONTENTS[0], "P-256" if "ECDH" in alg else ""))
    token = sealed({"alg": alg, "enc": "A128GCM"}, b"x", keys)
    header = json.loads(decode(token.split(".", 1)[0]).octets)
    for name in names:
        rest = {member: value for member, value in header.items() if member != name}
        text = said(changed(token, header=json.dumps(rest).encode()), keys)[1]
        assert text == f"The header has no “{name}” member."


def test_a_point_that_agrees_with_every_key_is_refused() -> None:
    """RFC 7748 section 6.1: an agreed secret of zeros is no secret."""
    keys = keys_of(key_file("x25519-private-pkcs8.pem"))
    zero = f'{{"kty":"OKP","crv":"X25519","x":"{encode(bytes(32))}"}}'
    token = reheaded(sealed({"alg": "ECDH-ES", "enc": "A128GCM"}, b"x", keys), epk=zero)
    assert said(token, keys)[0] == "cannot-decrypt"


@pytest.mark.parametrize(
    ("header", "keys", "words"),
    [
        ("A128KW", secret(b"k" * 15), "needs a secret of exactly 16 bytes; this one has 15."),
        ("A128KW", secret(b"k"), "this one has 1."),
        (
            "dir",
            secret(b"k" * 17),
            "Direct encryption (dir) with A128GCM needs a secret of exactly",
        ),
        ("dir", secret(b"6b" * 16), "Read as hex it has 16"),
        ("dir", secret(encode(b"k" * 16).encode()), "Read as base64url it has 16"),
        ("dir", secret("é".encode() * 4), "this one has 8."),
        ("RSA-OAEP", secret(b"k" * 16), "RSA-OAEP needs an RSA key; this is a shared secret"),
        ("ECDH-ES", secret(b"k" * 16), "needs a key on one of the curves P-256, P-384"),
    ],
)
def test_a_key_that_does_not_fit_says_why(header: str, keys: dict[str, object], words: str) -> None:
    """The kind and the size that are needed, and those of this key."""
    filler = "" if header in {"dir", "ECDH-ES"} else "AA"
    token = f"{part(json.dumps({'alg': header, 'enc': 'A128GCM'}))}.{filler}.{'A' * 16}..{'A' * 22}"
    code, text = said(token, keys_of(keys))
    assert code == "key-unusable"
    assert words in text


def test_a_curve_that_signs_does_not_agree() -> None:
    """Ed25519 is for signatures; so is secp256k1 here."""
    token = f"{part(json.dumps({'alg': 'ECDH-ES', 'enc': 'A128GCM'}))}..{'A' * 16}..{'A' * 22}"
    for name in ("ed25519-private-pkcs8.pem", "ec-secp256k1-private-pkcs8.pem"):
        assert said(token, keys_of(key_file(name)))[0] == "key-unusable"


def test_a_short_rsa_key_is_told_where_it_cannot_compute() -> None:
    """OAEP with SHA-512 and a long content key needs more than 1,024 bits."""
    keys = keys_of(key_file("rsa-1024-private-pkcs8.pem"))
    header = part('{"alg":"RSA-OAEP-512","enc":"A256CBC-HS512"}')
    token = f"{header}.AA.{'A' * 22}.AA.{'A' * 43}"
    assert "needs an RSA key of at least 1,545 bits" in said(token, keys)[1]


def test_pkcs1_padding_hides_what_went_wrong() -> None:
    """RFC 7516 section 11.5: a wrong key and a changed content read alike."""
    keys = keys_of(key_file("rsa-2048-private-pkcs8.pem"))
    token = sealed({"alg": "RSA1_5", "enc": "A128CBC-HS256"}, b"x", keys)
    wrong = [
        changed(token, key=bytes(256)),
        changed(token, key=b"\x01"),
        changed(token, tag=bytes(16)),
    ]
    assert len({said(one, keys) for one in wrong}) == 1
    assert "this is another key, or" in said(wrong[0], keys)[1]


def test_a_content_key_of_another_length_is_refused() -> None:
    """The key that opens must be as long as the content encryption asks."""
    token = reheaded(WRAPPED, enc='"A256GCM"')
    assert "opens to 16 bytes, but A256GCM needs 32" in said(token)[1]
    keys = keys_of(key_file("rsa-2048-private-pkcs8.pem"))
    wider = reheaded(sealed({"alg": "RSA-OAEP", "enc": "A128GCM"}, b"x", keys), enc='"A256GCM"')
    assert "wrong length" in said(wider, keys)[1]


def test_the_keys_of_a_set_are_chosen_by_kid() -> None:
    """Named, only that one; without a match, all; and it is said that none has the name."""
    wrong, right = secret(b"x" * 16, kid="a"), secret(b"k" * 16, kid="b")
    keys = keys_of({"keys": [wrong, right]})
    header = {"alg": "A128KW", "enc": "A128GCM"}

    assert said(sealed(header, b"x", SECRET), keys)[1].startswith("Decrypted with the key “b”.")
    named = sealed({**header, "kid": "a"}, b"x", SECRET)
    assert said(named, keys) == ("cannot-decrypt", said(named, keys_of(wrong))[1])
    none = sealed({**header, "kid": "c"}, b"x", OTHER)
    assert said(none, keys)[1].split(". ") == [
        "The encrypted key does not open with any of the 2 keys",
        "No key of the set has the kid “c”.",
    ]
    unnamed = keys_of({"keys": [secret(b"x" * 16), secret(b"k" * 16)]})
    assert "key 2 of the set" in said(sealed(header, b"x", SECRET), unnamed)[1]
    short = keys_of({"keys": [secret(b"x"), secret(b"y")]})
    assert said(WRAPPED, short)[1].startswith("None of the 2 keys fits A128KW. ")


def test_an_unusable_key_that_is_named_is_not_replaced() -> None:
    """The token asks for that one: another would be a guess."""
    found = read_key(
        KeyInput(json.dumps({"keys": [{"kty": "x", "kid": "a"}, secret(b"k" * 16)]}).encode())
    )
    token = sealed({"alg": "A128KW", "enc": "A128GCM", "kid": "a"}, b"x", SECRET)
    assert said(token, found)[0] == "key-unusable"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (deflate(b"plain")[:-1], "cut off"),
        (deflate(b"plain") + b"!", "1 byte that does not belong"),
        (zlib.compress(b"plain"), "zlib's own container"),
        (deflate(bytes(9_000_000)), "beyond 8 MiB"),
        (b"\xff\xff", "not compressed with DEFLATE"),
    ],
    ids=["cut", "more", "zlib", "bomb", "noise"],
)
def test_compressed_content_must_be_whole(inside: bytes, words: str) -> None:
    """What decrypts but cannot be unpacked is not shown in part."""
    head = part('{"alg":"dir","enc":"A128GCM","zip":"DEF"}')
    engine = next(one for one in CONTENTS if one.name == "A128GCM").engine()
    ciphertext, tag = engine.encrypt(inside, b"k" * 16, b"i" * 12, head.encode())
    code, text = said(".".join((head, "", encode(b"i" * 12), encode(ciphertext), encode(tag))))
    assert code == "cannot-decrypt"
    assert text.startswith("It decrypts, but cannot be unpacked (zip). ")
    assert words in text


def test_a_password_of_many_iterations_needs_patience() -> None:
    """More than a million are not computed unasked, whatever the key."""
    header = {"alg": "PBES2-HS256+A128KW", "enc": "A128GCM", "p2s": "AAAAAAAAAAA", "p2c": 1_000_001}
    token = read_token(f"{part(json.dumps(header))}.{'A' * 32}.{'A' * 16}..{'A' * 22}")
    assert is_heavy(token)
    hasty, patient = decrypt(token, SECRET), decrypt(token, SECRET, patient=True)
    assert "more than 1,000,000 are not computed unasked" in hasty.checks[0].text
    assert "does not open with this key" in patient.checks[0].text


@pytest.mark.parametrize(
    ("token", "heavy"),
    [
        (WRAPPED, False),
        (PASSWORD, False),
        (reheaded(PASSWORD, p2c="1000001"), True),
        (reheaded(PASSWORD, p2c="1" + "0" * 300), False),
        (reheaded(PASSWORD, p2c="2147483647"), True),
        (reheaded(PASSWORD, p2c="-5"), False),
        (f"{part('{}')}.e30.AA", False),
    ],
)
def test_heavy_tokens_are_known_before_they_are_opened(token: str, heavy: bool) -> None:
    """What takes more than a second belongs where it can be ended; the impossible is refused."""
    assert is_heavy(read_token(token)) is heavy


def test_many_passwords_share_one_budget() -> None:
    """Thirty-two recipients of a million iterations each would take half a minute."""
    header = {"alg": "PBES2-HS256+A128KW", "p2s": "AAAAAAAAAAA", "p2c": 100_000}
    entry = {"header": header, "encrypted_key": "A" * 32}
    value = {"protected": part('{"enc":"A128GCM"}'), "recipients": [entry] * 32}
    token = read_token(json.dumps({**value, "iv": "A" * 16, "ciphertext": "", "tag": "A" * 22}))
    assert is_heavy(token)
    (text,) = {one.text for one in decrypt(token, SECRET).checks}
    assert "more than 31,250 are not computed unasked" in text


@given(st.lists(st.binary(max_size=40), min_size=4, max_size=4), st.sampled_from(WAYS))
def test_any_parts_are_answered(parts: list[bytes], pair: tuple[KeyManagement, str]) -> None:
    """Whatever stands between the dots: an answer, and nothing opened by chance."""
    one, curve = pair
    text = ".".join([part(json.dumps({"alg": one.name, "enc": "A128GCM"})), *map(encode, parts)])
    found = opened(text, keys_of(key_text(one, CONTENTS[0], curve)))
    assert found.plaintext is None
    assert len(found.checks) == 1


@given(
    st.dictionaries(
        st.sampled_from("alg enc epk apu apv iv tag p2s p2c zip crit kid".split()),
        st.sampled_from([one.name for one, _ in WAYS])
        | st.sampled_from([one.name for one in CONTENTS])
        | st.none()
        | st.integers()
        | st.text(max_size=8)
        | st.lists(st.text(max_size=3), max_size=2)
        | st.dictionaries(st.sampled_from(["kty", "crv", "x"]), st.text(max_size=8), max_size=3),
    )
)
def test_any_header_is_answered(header: dict[str, object]) -> None:
    """Whatever the header holds: an answer."""
    text = f"{part(json.dumps(header))}.AAAA.{'A' * 16}.AA.{'A' * 22}"
    assert opened(text, SECRET).plaintext is None
    assert opened(text, keys_of(key_file("ec-p256-private-pkcs8.pem"))).plaintext is None


def test_compression_must_be_protected() -> None:
    """RFC 7516 section 4.1.3: else anyone could add or remove it."""
    value = {"protected": part('{"enc":"A128GCM"}'), "header": {"alg": "dir", "zip": "DEF"}}
    token = json.dumps({**value, "iv": "A" * 16, "ciphertext": "AA", "tag": "A" * 22})
    code, text = said(token)
    assert (code, text.split(",")[0]) == (
        "cannot-decrypt",
        "“zip” must stand in the protected header",
    )


def test_a_key_that_cannot_compute_is_answered() -> None:
    """Whatever a library refuses, in its own way, is one sentence of ours."""
    keys = keys_of(key_file("x25519-private-pkcs8.pem"))
    token = sealed({"alg": "ECDH-ES", "enc": "A128GCM"}, b"x", keys)
    broken = replace(keys, members=(replace(keys.members[0], signing=object()),))
    assert said(token, broken) == (
        "cannot-decrypt",
        "This key cannot compute that: its numbers do not fit.",
    )
