"""What can be chosen of a key that is to be made, and what is said of it before."""

import pytest

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.encryption import key_managements
from jwtdesk.jose.key import Keys
from jwtdesk.model.edits import HeaderEdited, KeyWanted
from jwtdesk.model.new_key import KeyChoices, key_asked_for, key_choices, key_words
from jwtdesk.model.session import Session
from tests.model.desk import CLASSIC, Desk
from tests.model.test_encrypted import encrypted

CONTENTS = (
    "A128GCM", "A192GCM", "A256GCM", "A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512",
)  # fmt: skip
CURVES = ("P-256", "P-384", "P-521", "X25519", "X448")
EVERY = [one.name for one in algorithms() if one.name != "none"]
EVERY += [one.name for one in key_managements()]


@pytest.mark.parametrize(
    ("alg", "enc", "sizes", "curves", "asks"),
    [
        ("HS384", "", (384, 512, 1024), (), False),
        ("ES256", "", (0,), (), False),
        ("RSA-OAEP", "", (2048, 3072, 4096, 8192), (), False),
        ("A192KW", "A256GCM", (192,), (), False),
        ("A256GCMKW", "A128GCM", (256,), (), False),
        ("PBES2-HS256+A128KW", "", (192,), (), False),
        ("dir", "A128GCM", (128,), (), True),
        ("dir", "A256CBC-HS512", (512,), (), True),
        ("dir", "no such thing", (256,), (), True),
        ("ECDH-ES", "", (), CURVES, False),
        ("ECDH-ES+A256KW", "", (), CURVES, False),
        ("XX", "", (), (), False),
    ],
)
def test_what_is_asked(
    alg: str, enc: str, sizes: tuple[int, ...], curves: tuple[str, ...], *, asks: bool
) -> None:
    """Only what the algorithm leaves open is a question."""
    found = key_choices(alg, enc)
    assert (found.sizes, found.curves, bool(found.contents)) == (sizes, curves, asks)


def test_every_content_encryption_is_a_choice() -> None:
    """Where the key itself encrypts, its length is that of the content encryption's."""
    assert sorted(key_choices("dir").contents) == sorted(CONTENTS)


@pytest.mark.parametrize("alg", EVERY)
def test_every_key_is_told_and_made(alg: str) -> None:
    """Whatever is chosen, there are words for it; what is quick to make is made as chosen."""
    found = key_choices(alg, "A128GCM")
    wish = KeyWanted(alg, (found.sizes or (0,))[-1], "A128GCM", (found.curves or ("",))[-1])
    assert found != KeyChoices()
    assert key_words(wish).endswith(".")
    if "RS" in alg or alg.startswith("PS"):
        assert "primes" in key_words(wish)
        return
    keys = Desk().do(wish).known.keys
    assert isinstance(keys, Keys)
    if found.curves:
        assert keys.members[0].curve == "X448"


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (KeyWanted("HS256", 256), "A secret of 43 characters"),
        (KeyWanted("ES256"), "its public half comes out of Export"),
        (KeyWanted("PS256", 4096), "its public half comes out of Export"),
        (KeyWanted("ML-DSA-44"), "A private JWK"),
        (KeyWanted("RSA-OAEP", 2048), "to decrypt with"),
        (KeyWanted("ECDH-ES", curve="X448"), "to decrypt with"),
        (KeyWanted("A128KW", 128), "128 bits: A128KW takes no other"),
        (KeyWanted("dir", 256, "A256GCM"), "256 bits: A256GCM takes no other"),
        (KeyWanted("PBES2-HS512+A256KW", 192), "A password of 32 characters"),
    ],
)
def test_what_is_told(wish: KeyWanted, words: str) -> None:
    """The dialog says what kind of text the key will be."""
    assert words in key_words(wish)


def test_nothing_is_told_of_an_unknown_algorithm() -> None:
    """Of what nobody knows there is nothing to say."""
    assert key_words(KeyWanted("XX")) == ""


def test_the_header_says_what_is_wanted() -> None:
    """The header's alg and enc come first, and the curve of the sender's key."""
    from tests.keys.locate import key_file

    desk = Desk()
    assert key_asked_for(Session()) == KeyWanted("", enc="A256GCM")
    assert key_asked_for(desk.paste(CLASSIC)).name == "HS256"
    header = '{"alg":"ECDH-ES","enc":"A128GCM"}'
    token = encrypted(header, key_file("ec-p384-private-pkcs8.pem"))
    wish = key_asked_for(desk.paste(token))
    assert wish == KeyWanted("ECDH-ES", enc="A128GCM", curve="P-384")


def test_a_curve_that_nobody_knows_is_not_proposed() -> None:
    """A damaged ephemeral key says nothing."""
    desk = Desk()
    desk.paste(CLASSIC)
    for epk in ("1", '{"crv":7}', '{"crv":"P-999"}'):
        session = desk.do(HeaderEdited(f'{{"alg":"ECDH-ES","enc":"A128GCM","epk":{epk}}}'))
        assert key_asked_for(session).curve == ""


def test_the_chosen_content_encryption_decides() -> None:
    """A key for dir is as long as the wish says, whatever stands in the header."""
    desk = Desk()
    desk.paste(encrypted('{"alg":"dir","enc":"A256GCM"}', bytes(range(32))))
    keys = desk.do(KeyWanted("dir", enc="A256CBC-HS512")).known.keys
    assert isinstance(keys, Keys)
    assert keys.members[0].size == 512
