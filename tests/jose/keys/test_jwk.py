"""JSON Web Keys: read strictly where it matters, kindly where it helps."""

import json

import pytest

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.thumbprint import base64url, unsigned
from tests.jose.jwk_of import jwk_of
from tests.keys.locate import key_named, key_of

SECRET = {"kty": "oct", "k": "c2VjcmV0"}
EC = jwk_of("ec-p256")
RSA = jwk_of("rsa-2048")
RSA_PUBLIC = jwk_of("rsa-2048", private=False)
ED = jwk_of("ed25519")
ML = jwk_of("ml-dsa-44")


def _read(members: object) -> Keys | Unreadable:
    return read_key(KeyInput(json.dumps(members).encode()))


def _key(members: object) -> Key:
    found = _read(members)
    assert isinstance(found, Keys), found
    return found.members[0]


@pytest.mark.parametrize(
    "name", ["rsa-2048", "ec-p256", "ec-p384", "ec-p521", "ec-secp256k1", "ed25519", "ed448",
             "x25519", "ml-dsa-44", "ml-dsa-65", "ml-dsa-87"],
)  # fmt: skip
def test_jwk_of_a_pem_is_the_same_key(name: str) -> None:
    """A key exported as JWK and read back has the thumbprint and identity of its PEM."""
    pem = key_named(f"{name}-private-pkcs8.pem")
    jwk = _key(jwk_of(name))
    assert (jwk.thumbprint, jwk.identity) == (pem.thumbprint, pem.identity)
    assert _key(jwk_of(name, private=False)).identity != pem.identity


def test_labels_are_kept() -> None:
    """What a JWK says about itself is kept as it is."""
    key = _key({**SECRET, "kid": "k1", "alg": "HS256", "use": "sig", "key_ops": ["sign"]})
    assert (key.kid, key.alg, key.use, key.key_ops) == ("k1", "HS256", "sig", ("sign",))
    assert key.signing == b"secret"
    assert not key.problems


@pytest.mark.parametrize(
    ("member", "value"),
    [("kid", 7), ("alg", ["HS256"]), ("use", {}), ("key_ops", "sign"), ("key_ops", [1])],
)
def test_label_of_a_wrong_type_is_left_out_and_told(member: str, value: object) -> None:
    """A label that is no string is no reason to refuse the key."""
    key = _key({**SECRET, member: value})
    assert getattr(key, member) is None
    assert [(one.code, member in one.message) for one in key.problems] == [
        ("jwk-member-type", True)
    ]


@pytest.mark.parametrize(
    ("members", "code", "word"),
    [
        ({"kty": "oct"}, "jwk-member-missing", "k"),
        ({"kty": "oct", "k": 5}, "jwk-member-type", "k"),
        ({"kty": "oct", "k": "a*b"}, "jwk-member-encoding", "k"),
        ({"kty": "PQC"}, "jwk-unknown-type", "PQC"),
        ({"kty": 5}, "jwk-member-type", "kty"),
        ({"kty": "EC", "crv": "P-192"}, "ec-unknown-curve", "P-256"),
        ({**EC, "y": EC["x"]}, "key-inconsistent", "point"),
        ({"kty": "EC", "crv": "P-256", "x": EC["x"], "y": EC["x"]}, "ec-off-curve", "point"),
        ({"kty": "OKP", "crv": "Ed999", "x": "AAAA"}, "okp-unknown-curve", "Ed25519"),
        ({"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}, "okp-length", "32"),
        ({**ED, "x": base64url(b"\x02" + bytes(31))}, "key-inconsistent", "point"),
        ({**ED, "x": "AAAA", "d": "AAAA"}, "key-inconsistent", "together"),
        ({"kty": "AKP", "pub": "AAAA"}, "jwk-member-missing", "alg"),
        ({"kty": "AKP", "alg": "ML-DSA-1", "pub": "AAAA"}, "akp-unknown-algorithm", "ML-DSA-44"),
        ({"kty": "AKP", "alg": "ML-DSA-1", "priv": "AAAA"}, "akp-unknown-algorithm", "ML-DSA-44"),
        ({"kty": "AKP", "alg": "ML-DSA-44", "pub": "AAAA"}, "akp-length", "1,312"),
        ({"kty": "AKP", "alg": "ML-DSA-44", "priv": "AAAA"}, "akp-seed-length", "32"),
        ({**RSA, "n": unsigned(2**16384 + 1)}, "rsa-too-large", "16,384"),
        ({**RSA, "n": "AQAB"}, "rsa-too-small", "17 bits"),
        ({"kty": "RSA", "n": unsigned(2**2047 + 2), "e": "AQAB"}, "rsa-modulus-even", "even"),
        ({"kty": "RSA", "n": RSA["n"], "e": "AQ"}, "rsa-exponent-one", "1"),
        ({"kty": "RSA", "n": RSA["n"], "e": "Ag"}, "rsa-exponent-even", "even"),
        ({"kty": "RSA", "n": RSA["n"], "e": unsigned(2**300 + 1)}, "rsa-exponent-large", "301"),
        (
            {"kty": "RSA", "n": unsigned(2**4095 + 1), "e": unsigned(2**65 + 1)},
            "rsa-exponent-large",
            "66",
        ),
        ({"kty": "RSA", "n": RSA["n"], "e": "65537"}, "jwk-member-digits", "digits"),
        ({"kty": "RSA", "n": "a1" * 128, "e": "AQAB"}, "jwk-member-digits", "digits"),
        ({**RSA, "oth": []}, "rsa-multi-prime", "primes"),
    ],
)
def test_unusable_jwk_says_why(members: dict[str, object], code: str, word: str) -> None:
    """A JWK that cannot be used names the member or the number that is at fault."""
    found = _read(members)
    assert isinstance(found, Unreadable)
    assert found.problem.code == code
    assert word in found.problem.message


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({**SECRET, "k": "+/+/"}, "jwk-member-encoding"),
        ({**SECRET, "k": "c2VjcmU="}, "jwk-member-encoding"),
        ({**RSA_PUBLIC, "n": f"AAAA{RSA['n']}"}, "jwk-leading-zeros"),
        ({"kty": "OKP", "crv": "Ed25519", "x": base64url(b"\1" + bytes(31))}, "okp-small-order"),
    ],
)
def test_odd_but_readable_jwk_is_read_and_told(members: dict[str, str], code: str) -> None:
    """What is odd without being ambiguous is read, and stands in the key's problems."""
    key = _key(members)
    assert code in [one.code for one in key.problems]


@pytest.mark.parametrize(
    "members",
    [
        {**EC, "d": unsigned(5, 32)},
        {**EC, "d": base64url(bytes(32))},
        {**ED, "d": base64url(bytes(32))},
        {**ED, "d": "AAAA"},
        {**ML, "priv": base64url(bytes(32))},
        {**ML, "priv": "AAAA"},
        {**RSA, "d": "Aw"},
        {**RSA, "d": "AQ"},
        {**RSA, "p": "Aw"},
        {**RSA, "dp": "Aw"},
        {**RSA, "dq": "Aw"},
        {**RSA, "qi": "Aw"},
        {**{name: RSA[name] for name in ("kty", "n", "e")}, "d": "Aw"},
    ],
)
def test_contradicting_private_part_leaves_the_public_key(members: dict[str, object]) -> None:
    """When private and public part disagree, the sound public part remains, and it is said."""
    key = _key(members)
    assert (key.private, key.signing) == (False, None)
    assert [one.code for one in key.problems] == ["key-inconsistent"]


def test_coordinates_without_their_zeros_are_read_and_told() -> None:
    """A coordinate that lost its leading zero is read, and the length is told."""
    from cryptography.hazmat.primitives.asymmetric import ec

    point = next(
        point
        for d in range(1, 5000)
        if (point := ec.derive_private_key(d, ec.SECP256R1()).public_key().public_numbers()).x
        < 1 << 248
    )
    y = unsigned(point.y, 32)
    key = _key({"kty": "EC", "crv": "P-256", "x": unsigned(point.x), "y": y})
    assert [one.code for one in key.problems] == ["jwk-coordinate-length"]
    whole = _key({"kty": "EC", "crv": "P-256", "x": unsigned(point.x, 32), "y": y})
    assert whole.thumbprint == key.thumbprint
    assert not whole.problems


@pytest.mark.parametrize(
    "text",
    [
        "'" + json.dumps(SECRET) + "'",
        json.dumps(json.dumps(SECRET)),
        "\ufeff" + json.dumps(SECRET),
    ],
)
def test_jwk_in_quotation_marks_is_unwrapped(text: str) -> None:
    """A JWK copied out of a string, or saved with a mark in front, is read with a note."""
    found = read_key(KeyInput(text.encode()))
    assert isinstance(found, Keys)
    assert found.members[0].signing == b"secret"
    assert [one.code for one in found.problems] in (["jwk-quoted"], ["key-bom"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b'{"kty": "oct",\n "k": }', "jwk-not-json"),
        (b'"kty', "jwk-not-json"),
        (b"[" * 100_000, "jwk-too-deep"),
        (b"7", "jwk-no-object"),
        (b"\xff\xfa", "jwk-no-text"),
    ],
)
def test_text_that_is_no_jwk(text: bytes, code: str) -> None:
    """Text that is no JSON object is refused, with line and column where there is one."""
    found = read_key(KeyInput(text, format="jwk"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == code
    if code == "jwk-not-json" and b"\n" in text:
        assert "line 2, column 7" in found.problem.message


def test_jwk_without_pub_grows_it() -> None:
    """An AKP key needs only its seed (RFC 9964)."""
    members = {name: value for name, value in ML.items() if name != "pub"}
    assert _key(members).thumbprint == key_of(json.dumps(ML).encode()).thumbprint


def test_rsa_key_without_primes_is_a_private_key() -> None:
    """n, e and d are enough (RFC 7518 section 6.3.2)."""
    key = _key({name: RSA[name] for name in ("kty", "n", "e", "d")})
    assert key.private
    assert not key.problems


def test_an_empty_secret_is_no_key() -> None:
    """A secret of no octets protects nothing, in a JWK as in a text."""
    found = read_key(KeyInput(b'{"kty":"oct","k":""}'))

    assert isinstance(found, Unreadable)
    assert found.problem.code == "key-empty"


def test_an_ec_key_without_y_lacks_its_y() -> None:
    """Half an EC key is not taken for a key of another type."""
    x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"
    found = read_key(KeyInput(b'{"kty":"EC","crv":"P-256","x":"%s"}' % x.encode()))

    assert isinstance(found, Unreadable)
    assert found.problem.code == "jwk-member-missing"
