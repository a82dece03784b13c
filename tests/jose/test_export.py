"""A key that is written and read again is the same key, in every form and encryption."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.export import ExportForm, export, export_forms, form_of
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.material.ec import ec_private
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.material.okp import okp_private
from jwtdesk.jose.material.rsa import rsa_private
from jwtdesk.jose.material.rsa_signing import RsaParts
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from tests.keys.locate import HOME, PASSPHRASE, key_file, key_named

PRIVATE = sorted(
    one.name
    for one in HOME.iterdir()
    if "private-pkcs8.pem" in one.name or one.name == "rsa-2048-private-openssh.pem"
)
PUBLIC = sorted(one.name for one in HOME.glob("*-public-spki.pem") if one.name[:3] != "dsa")
P224 = "ec-p224-public-spki.pem"


def _again(key: Key, form: ExportForm, passphrase: bytes | None = None) -> Keys:
    octets = export(Keys((key,), ""), key, form, passphrase)
    assert isinstance(octets, bytes), octets
    found = read_key(KeyInput(octets, passphrase=passphrase))
    assert isinstance(found, Keys), found
    return found


def _same(key: Key, form: ExportForm, found: Keys) -> None:
    (again,) = found.members
    assert again.thumbprint == key.thumbprint
    private = form_of(form).private
    assert again.private == private
    if private:
        assert again.identity == key.identity
    assert found.problems == ()
    assert again.problems == ()


@pytest.mark.parametrize("file", PRIVATE)
def test_private_keys_round_trip(file: str) -> None:
    """Every form of a private key reads as the same key, its public forms as its public half."""
    key = key_named(file)
    forms = export_forms(key)
    assert ExportForm.PKCS8 in forms
    assert (ExportForm.PKCS1 in forms) == (key.type is KeyType.RSA)
    assert (ExportForm.SEC1 in forms) == (key.type is KeyType.EC)
    for form in forms:
        _same(key, form, _again(key, form))
        if form_of(form).encryptable:
            _same(key, form, _again(key, form, b"a passphrase"))


@pytest.mark.parametrize("file", [one for one in PUBLIC if one != P224])
def test_public_keys_round_trip(file: str) -> None:
    """Every form of a public key reads as the same key, and no private form is offered."""
    key = key_named(file)
    assert not any(form_of(form).private for form in export_forms(key))
    for form in export_forms(key):
        _same(key, form, _again(key, form))


def test_the_names_of_a_key_survive() -> None:
    """A JWK keeps what the key is called and may be used for."""
    values = {
        "kty": "oct",
        "kid": "näme",
        "use": "sig",
        "key_ops": ["sign", "verify"],
        "alg": "HS256",
        "k": "AAAA",
    }
    found = read_key(KeyInput(json.dumps(values).encode()))
    assert isinstance(found, Keys)
    octets = export(found, found.members[0], ExportForm.JWK_PRIVATE)
    assert isinstance(octets, bytes)
    assert json.loads(octets) == values
    assert export_forms(found.members[0]) == (ExportForm.JWK_PRIVATE,)


def test_a_set_is_public() -> None:
    """A JWK Set holds the public half of every key, and no secret."""
    private = key_named("ec-p256-private-pkcs8.pem")
    public = key_named("rsa-2048-public-spki.pem")
    keys = Keys((private, public, secret_key(b"a secret")), "JWK Set", is_set=True)
    octets = export(keys, public, ExportForm.JWK_SET)
    assert isinstance(octets, bytes)
    found = read_key(KeyInput(octets))
    assert isinstance(found, Keys)
    assert [one.thumbprint for one in found.members] == [private.thumbprint, public.thumbprint]
    assert not any(one.private for one in found.members)


def test_a_private_key_without_its_primes_gets_them() -> None:
    """A JWK that holds only d becomes a whole PKCS#8 key, and a whole JWK."""
    key = key_named("rsa-2048-private-pkcs8.pem")
    whole = export(Keys((key,), ""), key, ExportForm.JWK_PRIVATE)
    assert isinstance(whole, bytes)
    values = json.loads(whole)
    bare = {name: values[name] for name in ("kty", "n", "e", "d")}
    found = read_key(KeyInput(json.dumps(bare).encode()))
    assert isinstance(found, Keys)
    for form in (ExportForm.PKCS8, ExportForm.JWK_PRIVATE):
        _same(key, form, _again(found.members[0], form))
    octets = export(found, found.members[0], ExportForm.JWK_PRIVATE)
    assert isinstance(octets, bytes)
    again = json.loads(octets)
    assert {again["p"], again["q"]} == {values["p"], values["q"]}


def test_numbers_that_do_not_fit_are_said() -> None:
    """A private key whose factors cannot be found is written as far as it goes, else refused."""
    key = key_named("rsa-2048-private-pkcs8.pem")
    whole = export(Keys((key,), ""), key, ExportForm.JWK_PRIVATE)
    assert isinstance(whole, bytes)
    values = json.loads(whole)
    values["d"] = values["d"][:-2] + ("AA" if values["d"][-2:] != "AA" else "BB")
    bare = {name: values[name] for name in ("kty", "n", "e", "d")}
    found = read_key(KeyInput(json.dumps({"keys": [bare]}).encode()))
    assert isinstance(found, Keys)
    broken = found.members[0]
    refused = export(found, broken, ExportForm.PKCS8)
    assert isinstance(refused, Problem)
    assert refused.code == "export-impossible"
    octets = export(found, broken, ExportForm.JWK_PRIVATE)
    assert isinstance(octets, bytes)
    assert set(json.loads(octets)) == {"kty", "n", "e", "d"}


def test_a_long_key_without_primes_is_not_searched() -> None:
    """Finding the primes of a long key would hold the window: that is said instead."""
    key = rsa_private(RsaParts(2**5000 + 1, 65537, 3), probe=False)
    assert isinstance(key, Key)
    for form in (ExportForm.PKCS8, ExportForm.JWK_PRIVATE):
        found = export(Keys((key,), ""), key, form)
        assert isinstance(found, Problem)
        assert found.code == "export-primeless"


def test_a_form_that_does_not_fit_is_refused() -> None:
    """A public key has no private form, an EC key no PKCS#1 form, a foreign object no form."""
    public = key_named("ec-p256-public-spki.pem")
    for form in (ExportForm.PKCS8, ExportForm.PKCS1_PUBLIC):
        assert isinstance(export(Keys((public,), ""), public, form), Problem)
    odd = Key(
        KeyType.EC, 256, "P-256", private=False, thumbprint="x", identity=b"", public=object()
    )
    assert isinstance(export(Keys((odd,), ""), odd, ExportForm.SPKI), Problem)


def test_every_form_has_a_name() -> None:
    """A person can tell the forms apart, and private ones say so."""
    titles = [form_of(form).title for form in ExportForm]
    assert len(set(titles)) == len(titles)
    assert all(form_of(form).private == ("Private" in form_of(form).title) for form in ExportForm)


@settings(max_examples=20)
@given(st.integers(1, 2**255), st.sampled_from(["P-256", "P-384", "P-521", "secp256k1"]))
def test_any_ec_key_round_trips(d: int, curve: str) -> None:
    """Small private numbers keep their leading zeros."""
    key = ec_private(curve, d)
    assert isinstance(key, Key)
    for form in export_forms(key):
        _same(key, form, _again(key, form))


@settings(max_examples=20)
@given(st.binary(min_size=57, max_size=57), st.sampled_from(["Ed25519", "Ed448", "X25519", "X448"]))
def test_any_okp_key_round_trips(octets: bytes, curve: str) -> None:
    """Any octets are a private key, and every form is exact."""
    size = {"Ed25519": 32, "Ed448": 57, "X25519": 32, "X448": 56}[curve]
    key = okp_private(curve, octets[:size])
    assert isinstance(key, Key)
    for form in export_forms(key):
        _same(key, form, _again(key, form))


@given(st.binary(min_size=1, max_size=80))
def test_any_secret_round_trips(octets: bytes) -> None:
    """A secret of any bytes is exact as a JWK."""
    key = secret_key(octets)
    _same(key, ExportForm.JWK_PRIVATE, _again(key, ExportForm.JWK_PRIVATE))


def test_an_encrypted_jwk_is_a_token_that_its_passphrase_opens() -> None:
    """RFC 7517 section 7, and appendix C; a shared secret can be closed, too."""
    key = secret_key(b"a shared secret")
    octets = export(Keys((key,), ""), key, ExportForm.JWK_PRIVATE, PASSPHRASE)
    assert isinstance(octets, bytes)
    token = read_token(octets.decode())
    assert token.jose_header["cty"] == "jwk+json"
    again = _again(key, ExportForm.JWK_PRIVATE, PASSPHRASE)
    assert again.form == "encrypted JWK"
    assert again.members[0].identity == key.identity


def test_an_encrypted_export_asks_for_its_passphrase() -> None:
    """What was encrypted on export cannot be read without the passphrase."""
    key = key_named("ed25519-private-pkcs8.pem")
    octets = export(Keys((key,), ""), key, ExportForm.PKCS8, PASSPHRASE)
    assert isinstance(octets, bytes)
    assert b"ENCRYPTED" in octets
    assert octets != key_file("ed25519-private-pkcs8.pem")
