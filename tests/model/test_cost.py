"""Every question is worked on where it cannot cost a frame."""

import json

import pytest

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Signature, Token
from jwtdesk.model.cost import (
    BYTES_INLINE,
    READ_INLINE,
    REVIEW_INLINE,
    Cost,
    computes,
    cost,
    in_turn,
)
from jwtdesk.model.questions import (
    Decrypt,
    Diagnose,
    Encrypt,
    LayOut,
    LayOutBytes,
    LookInside,
    MakeKey,
    Present,
    Question,
    ReadChains,
    ReadKey,
    ReadPane,
    ReadToken,
    Review,
    Sign,
    Survey,
    Verify,
)
from tests.keys.locate import key_file

LONG = "x" * (READ_INLINE + 1)
SMALL, LARGE = Token(Kind.JWS, "a"), Token(Kind.JWS, "x" * 2_000_001)


def _keys(size: int, kind: KeyType = KeyType.RSA) -> Keys:
    return Keys((Key(kind, size, None, True, "", b""),), "")


def _sealed(alg: str, count: int = 1000) -> Token:
    header = json.dumps({"alg": alg, "enc": "A128GCM", "p2c": count, "p2s": "AAAAAAAAAAA"})
    return read_token(base64url.encode(header.encode()) + ".AA.AAAAAAAAAAAAAAAA.AA.AA")


def _named(alg: str, **more: str) -> str:
    return base64url.encode(json.dumps({"alg": alg, "enc": "A128GCM", **more}).encode())


SEALED = _sealed("dir")
# A short token whose payload is long, one of many signatures, and one that grows when it is read.
GROWN = Token(Kind.JWS, "a.b.c", payload_octets=b"x" * 200_000)
CROWDED = Token(Kind.JWS_JSON, "{}", signatures=(Signature({}, "", b"", b""),) * 11)
ZIPPED = f"{_named('HS256', zip='DEF')}.{'A' * 4000}.AA"
KEYS = _keys(256, KeyType.OCT)


@pytest.mark.parametrize(
    ("question", "where"),
    [
        (ReadToken("a.b.c"), Cost.INSTANT),
        (ReadToken(LONG), Cost.SLOW),
        (LayOut("{}"), Cost.INSTANT),
        (LayOut(LONG), Cost.SLOW),
        (LayOutBytes(b"x"), Cost.INSTANT),
        (LayOutBytes(bytes(BYTES_INLINE + 1)), Cost.SLOW),
        (ReadPane("{}", compact=True), Cost.INSTANT),
        (ReadPane(LONG, compact=True), Cost.SLOW),
        (Survey("{}"), Cost.INSTANT),
        (Survey(LONG), Cost.SLOW),
        (Verify(SMALL, None), Cost.INSTANT),
        (Verify(LARGE, None), Cost.SLOW),
        (Review(SMALL, None, None, 0), Cost.INSTANT),
        (Review(Token(Kind.JWS, "x" * (REVIEW_INLINE + 1)), None, None, 0), Cost.SLOW),
        (Review(LARGE, None, None, 0), Cost.SLOW),
        (Sign("RS256", None, b"a.b", _keys(2048)), Cost.INSTANT),
        (Sign("RS256", None, b"a.b", _keys(8192)), Cost.SLOW),
        (Sign("HS256", None, b"a.b", _keys(80_000, KeyType.OCT)), Cost.INSTANT),
        (Sign("HS256", None, LONG.encode(), _keys(256, KeyType.OCT)), Cost.INSTANT),
        (Sign("HS256", None, LARGE.text.encode(), _keys(256, KeyType.OCT)), Cost.SLOW),
        (Decrypt(SEALED, KEYS), Cost.INSTANT),
        (Decrypt(_sealed("RSA-OAEP"), KEYS), Cost.SLOW),
        (Decrypt(_sealed("PBES2-HS256+A128KW", 2_000_000), KEYS), Cost.SLOW),
        (Decrypt(_sealed("PBES2-HS256+A128KW", 2_000_000), KEYS, patient=True), Cost.STUBBORN),
        (Decrypt(SEALED, KEYS, patient=True), Cost.INSTANT),
        (Encrypt("{}", b"", KEYS), Cost.INSTANT),
        (Encrypt('{"alg":"PBES2-HS256+A128KW"}', b"", KEYS), Cost.SLOW),
        (Encrypt("{}", bytes(READ_INLINE), KEYS), Cost.SLOW),
        (LookInside(SMALL), Cost.INSTANT),
        (LookInside(LARGE), Cost.SLOW),
        (LookInside(GROWN), Cost.SLOW),
        (Review(GROWN, None, None, 0), Cost.SLOW),
        (Verify(CROWDED, None), Cost.SLOW),
        (ReadToken(ZIPPED), Cost.SLOW),
        (ReadToken(ZIPPED[:1000]), Cost.INSTANT),
        (ReadToken("{" + LONG[:50_000]), Cost.SLOW),
        (ReadToken("e30.e30.AA~" + LONG[:50_000]), Cost.SLOW),
        (ReadToken("e30." + LONG[:50_000]), Cost.INSTANT),
        (Decrypt(read_token(f"{_named('dir', zip='DEF')}...{'A' * 4000}.AA"), KEYS), Cost.SLOW),
        (ReadChains(SMALL, None, None, 0), Cost.SLOW),
        (Present(SMALL, frozenset()), Cost.SLOW),
        (MakeKey("RSA-OAEP", 1, enc="A256GCM"), Cost.STUBBORN),
        (MakeKey("ECDH-ES", 1, enc="A256GCM"), Cost.SLOW),
        (MakeKey("ES256", 1), Cost.SLOW),
        (MakeKey("PS256", 1), Cost.STUBBORN),
        (MakeKey("XX", 1), Cost.SLOW),
        (MakeKey("A128KW", 1), Cost.SLOW),
        (MakeKey("RSA-OAEP", 1), Cost.STUBBORN),
        (Diagnose("a.b.c", KeyInput(b"x")), Cost.STUBBORN),
        (ReadKey(KeyInput(b"secret")), Cost.INSTANT),
        (ReadKey(KeyInput(b'{"keys":[' + b"1," * 30_000 + b"1]}")), Cost.SLOW),
        (ReadKey(KeyInput(key_file("rsa-2048-private-pkcs8.pem"))), Cost.STUBBORN),
    ],
)
def test_work_goes_where_it_costs_no_frame(question: Question, where: Cost) -> None:
    """Small work is done at once, large work on a thread, stubborn work in a child process."""
    assert cost(question) is where


@pytest.mark.parametrize(
    ("question", "needs"),
    [
        (ReadToken("a"), False),
        (Verify(SMALL, None), False),
        (Verify(SMALL, _keys(1)), True),
        (ReadKey(KeyInput(b"x")), True),
        (MakeKey("ES256", 1), True),
    ],
)
def test_it_is_known_what_loads_the_cryptography(question: Question, needs: bool) -> None:
    """Only what computes with keys needs the cryptography, and loads it the first time."""
    assert computes(question) is needs


def test_what_the_verdict_rests_on_goes_first() -> None:
    """Surveys and reviews wait while anything urgent is asked, and no longer."""
    survey, review = Survey(LONG), Review(SMALL, None, None, 0)
    diagnose, read = Diagnose("a", KeyInput(b"x")), ReadToken(LONG)

    assert in_turn((survey, read, review, diagnose)) == (read, diagnose)
    assert in_turn((survey, review, diagnose)) == (survey, review, diagnose)
    assert in_turn(()) == ()
