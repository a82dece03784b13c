"""How an encrypted token is opened, step by step."""

import pytest

from jwtdesk.analysis.checks import checked
from jwtdesk.analysis.step import Step
from jwtdesk.analysis.steps_of import steps_of
from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from tests.keys.locate import key_file
from tests.model.test_encrypted import DIRECT, SECRET, encrypted

RSA = key_file("rsa-2048-private-pkcs8.pem")
OAEP = '{"alg":"RSA-OAEP-256","enc":"A128CBC-HS256"}'


def steps(token: str, key: bytes, index: int = 0) -> dict[str, Step]:
    """Return the steps to what is in `token`, by their names."""
    keys = read_key(KeyInput(key))
    assert isinstance(keys, Keys)
    found = checked(read_token(token), keys)
    return {one.name: one for one in steps_of(found.token, found.answers[0], index)}


def test_every_step_is_told() -> None:
    """The parts, the key, the content key, what is protected beside it, the tag, the outcome."""
    found = steps(encrypted(OAEP, RSA), RSA)
    assert list(found) == [
        "Parts",
        "Key",
        "Content key",
        "Additional authenticated data",
        "Tag",
        "It opens",
    ]
    assert found["Content key"].octets == 256
    assert found["Tag"].octets == 16
    assert "a tag of 16" in found["Parts"].text
    assert all(one.text.endswith(".") and one.reference for one in found.values())


def test_where_the_key_is_shared_none_is_encrypted() -> None:
    """And nothing secret is told."""
    found = steps(encrypted(DIRECT, SECRET), SECRET)
    assert "encrypted key" not in found["Content key"].text
    assert not found["Content key"].octets
    assert SECRET.hex() not in repr(found)
    assert not found["Key"].value


def test_a_wrong_key_ends_with_what_came_out() -> None:
    """No step says that it opens."""
    found = steps(encrypted(DIRECT, SECRET), bytes(32))
    assert "It opens" not in found
    assert found["Outcome"].value == "cannot-decrypt"


@pytest.mark.parametrize("header", ['{"alg":"none of these","enc":"A256GCM"}', '{"alg":"dir"}'])
def test_what_is_unknown_is_left_out(header: str) -> None:
    """A way or an `enc` that nobody knows has no step."""
    own = encrypted(DIRECT, SECRET)
    token = read_token(".".join([base64url.encode(header.encode()), *own.split(".")[1:]]))
    assert token.encrypted is not None
    names = [one.name for one in steps_of(token, None)]
    assert names[0] == "Parts"
    assert not {"Key", "It opens"} & set(names)


def test_there_is_no_second_recipient() -> None:
    """Of a compact token only one can be looked at."""
    assert not steps(encrypted(DIRECT, SECRET), SECRET, 1)
