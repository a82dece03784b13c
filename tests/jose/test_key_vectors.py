"""Keys of the RFC cookbook, of providers, of other projects' suites, and of Wycheproof."""

import json
from pathlib import Path

import pytest

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from tests.vectors.locate import vectors

REFUSED = {
    "testkey_ec_secp192r1.priv": "ec-curve-foreign",
    "jwk_empty.json": "key-empty",
}
SECRETS = ("LICENSE",)


def _files(folder: str) -> list[Path]:
    home = vectors(folder)
    found = sorted(one for one in home.rglob("*") if one.is_file())
    return [one for one in found if one.name not in SECRETS and one.suffix != ".md"]


@pytest.mark.parametrize(
    "folder",
    [
        "peer-keys/jpadilla_pyjwt-keys",
        "peer-keys/auth0_java-jwt-resources",
        "peer-keys/authlib_joserfc-keys",
        "provider-tokens/keys",
        "jose-cookbook/jwk",
    ],
)
def test_keys_of_other_projects_are_read(folder: str) -> None:
    """Every key that others test with is read as a key, or refused with the true reason."""
    for file in _files(folder):
        found = read_key(KeyInput(file.read_bytes()))
        if file.name in REFUSED:
            assert isinstance(found, Unreadable), file.name
            assert found.problem.code == REFUSED[file.name]
        else:
            assert isinstance(found, Keys), (file.name, found)
            assert found.form != "shared secret, text", file.name
            assert all(not key.problems for key in found.members), file.name


@pytest.mark.parametrize(
    "folder",
    ["peer-keys/auth0_java-jwt-resources", "provider-tokens/keys"],
)
def test_halves_of_a_pair_agree(folder: str) -> None:
    """A private and a public file of one name hold one key."""
    prints: dict[str, set[str]] = {}
    for file in _files(folder):
        found = read_key(KeyInput(file.read_bytes()))
        if isinstance(found, Keys) and "invalid" not in file.name and "-pair" not in file.name:
            stem = file.name.split(".")[0].removesuffix("-private").removesuffix("-public")
            prints.setdefault(stem, set()).add(found.members[0].thumbprint)
    assert len(prints) > 3
    assert {stem: len(found) for stem, found in prints.items() if len(found) > 1} == {}


UNUSABLE = {
    "HS256": "key-empty",
    "HS512": "key-empty",
    # Wycheproof's name of the group: the problem that is told
    "exponentOne": "rsa-exponent-one",
    "invalid_point": "key-inconsistent",
    "wrong_kty": "jwk-wrong-type",
}


@pytest.mark.parametrize("name", ["signature", "key", "crypto"])
def test_wycheproof_private_keys(name: str) -> None:
    """Every private key is read whole, weak and doubtful ones too, but for those truly unusable."""
    data = json.loads(vectors(f"wycheproof-jose/json_web_{name}_test.json").read_text())
    told: dict[str, str] = {}
    for group in data["testGroups"]:
        found = read_key(KeyInput(json.dumps(group["private"]).encode()))
        if isinstance(found, Unreadable):
            told[group["comment"]] = found.problem.code
            continue
        assert len(found.members) == len(group["private"].get("keys", [0])), group["comment"]
        assert not any(map(_inconsistent, found.members)), group["comment"]
    assert told == {comment: UNUSABLE.get(comment) for comment in told}
    assert (set(told) == set(UNUSABLE)) == (name == "key")


def _inconsistent(key: Key) -> bool:
    return any(one.code == "key-inconsistent" for one in key.problems)
