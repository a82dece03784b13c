"""The registry of algorithms, and that every one of them signs and checks."""

import json
import subprocess
import sys
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, Standing, algorithm, algorithms
from jwtdesk.jose.generate import generate
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.sign import sign
from jwtdesk.jose.verify import verify_octets, verify_with
from tests.keys.locate import key_named, key_of

SIGNING = [one for one in algorithms() if one.key_type is not None]
NAMES = (
    "HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 ES256K "
    "Ed25519 Ed448 EdDSA ML-DSA-44 ML-DSA-65 ML-DSA-87 none"
).split()
RSA = (Family.RSA_PKCS1, Family.RSA_PSS)


@cache
def text_for(alg: Algorithm) -> bytes:
    """Return a key text for `alg`: one RSA key for all, since making one takes time."""
    if alg.family in RSA:
        return generate_once()
    made = generate(alg)
    assert isinstance(made, bytes)
    return made


@cache
def generate_once() -> bytes:
    """Return a fresh RSA key."""
    made = generate(next(one for one in SIGNING if one.family is Family.RSA_PKCS1))
    assert isinstance(made, bytes)
    return made


def test_every_algorithm_is_registered_in_order() -> None:
    """The registry holds exactly these algorithms, in the order a picker shows."""
    assert [one.name for one in algorithms()] == NAMES


@pytest.mark.parametrize("name", [None, 5, "", "hs256", "HS256 ", "ES521", "RS1"])
def test_unknown_names_are_unknown(name: object) -> None:
    """Names are compared exactly; PyJWT's own alias ES521 is not known."""
    assert algorithm(name) is None


@pytest.mark.parametrize("alg", algorithms(), ids=NAMES)
def test_metadata_is_complete(alg: Algorithm) -> None:
    """Each algorithm says where it is specified and what it is, and agrees with itself."""
    assert alg.reference.startswith("RFC ")
    assert alg.description.endswith(".")
    assert (alg.minimum_bits > 0) == (alg.key_type is not None)
    assert (alg.curves != ()) == (alg.key_type in (KeyType.EC, KeyType.OKP, KeyType.AKP))


def test_standings() -> None:
    """What one should no longer choose is marked so."""
    standing = {one.name: one.standing for one in algorithms()}
    assert standing["EdDSA"] is standing["none"] is Standing.DEPRECATED
    assert standing["RS256"] is standing["ES256K"] is Standing.LEGACY
    assert standing["ES256"] is standing["Ed25519"] is Standing.RECOMMENDED


def test_metadata_loads_no_cryptography() -> None:
    """Reading the registries costs no import of the slow libraries."""
    code = (
        "import sys; from jwtdesk.jose.algorithm import algorithms; "
        "from jwtdesk.jose.key_format import key_formats; algorithms(); key_formats(); "
        "sys.exit(any(name in sys.modules for name in ('jwt', 'cryptography')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("alg", SIGNING, ids=[one.name for one in SIGNING])
@given(message=st.binary(max_size=300), other=st.binary(max_size=300))
def test_what_is_signed_verifies_and_nothing_else(
    alg: Algorithm, message: bytes, other: bytes
) -> None:
    """A signature is right for the octets that were signed, and for no others."""
    text = text_for(alg)
    made = sign(alg, key_of(text), message)
    assert isinstance(made, bytes)
    assert alg.signature_octets in (None, len(made))
    assert verify_octets(alg.name, text, message, made)
    assert verify_octets(alg.name, text, other, made) == (other == message)


@pytest.mark.parametrize("alg", SIGNING, ids=[one.name for one in SIGNING])
@given(cut=st.integers(0, 200))
def test_damaged_signature_is_wrong(alg: Algorithm, cut: int) -> None:
    """A signature of another length, or with one bit changed, is wrong and raises nothing."""
    text, message = text_for(alg), b"message"
    made = sign(alg, key_of(text), message)
    assert isinstance(made, bytes)
    changed = bytearray(made)
    changed[cut % len(made)] ^= 1 << cut % 8
    for signature in (made[: cut % len(made)], made + b"\0", bytes(changed), b""):
        assert not verify_octets(alg.name, text, message, signature)


@pytest.mark.parametrize("alg", SIGNING, ids=[one.name for one in SIGNING])
def test_generated_key_fits(alg: Algorithm) -> None:
    """A generated key is a private one of the right type, size and curve."""
    key = key_of(text_for(alg))
    assert key.private
    assert key.type is alg.key_type
    assert key.size >= alg.minimum_bits
    assert not alg.curves or key.curve in alg.curves


def test_nothing_to_generate_for_none() -> None:
    """An unsigned token needs no key, and signing it yields no octets."""
    none = algorithm("none")
    assert none is not None
    made = generate(none)
    assert isinstance(made, Problem)
    assert sign(none, None, b"anything") == b""
    assert not verify_octets("none", b"key", b"anything", b"")


@pytest.mark.parametrize(("name", "curve"), [("Ed25519", "ed448"), ("Ed448", "ed25519")])
def test_exact_names_take_one_curve(name: str, curve: str) -> None:
    """The names of RFC 9864 promise one curve; EdDSA takes both."""
    key = key_named(f"{curve}-private-pkcs8.pem")
    exact, both = algorithm(name), algorithm("EdDSA")
    assert exact is not None
    assert both is not None
    assert isinstance(sign(exact, key, b"m"), Problem)
    made = sign(both, key, b"m")
    assert isinstance(made, bytes)
    assert not verify_with(exact, key, b"m", made)
    assert verify_with(both, key, b"m", made)


@pytest.mark.parametrize("name", ["Ed25519", "Ed448", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87"])
def test_own_engines_have_the_form_of_pyjwt(name: str) -> None:
    """The added engines take their own keys, private ones too, and refuse others like PyJWT's."""
    from jwt.exceptions import InvalidKeyError

    chosen = algorithm(name)
    assert chosen is not None
    engine = chosen.engine()
    key: Key = key_named(f"{name.lower()}-private-pkcs8.pem")
    other: Key = key_named(
        "ed448-private-pkcs8.pem" if name != "Ed448" else "ed25519-public-spki.pem"
    )
    assert engine.prepare_key(key.signing) is key.signing
    assert engine.verify(b"m", key.signing, engine.sign(b"m", key.signing))
    with pytest.raises(InvalidKeyError):
        engine.prepare_key(other.public)


def test_lattice_engine_leaves_jwk_to_the_key_reader() -> None:
    """The ML-DSA engine does not read or write JWKs."""
    from jwt.exceptions import InvalidKeyError

    chosen = algorithm("ML-DSA-44")
    assert chosen is not None
    for refused in (chosen.engine().to_jwk, chosen.engine().from_jwk):
        with pytest.raises(InvalidKeyError):
            refused(json.dumps({}))
