"""The registries of encryption say what RFC 7518 says, before any cryptography is loaded."""

import subprocess
import sys

import pytest

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.encryption import (
    content_encryption,
    content_encryptions,
    key_management,
    key_managements,
)

WAYS = """
RSA-OAEP RSA-OAEP-256 RSA-OAEP-384 RSA-OAEP-512 RSA1_5
ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW
A128KW A192KW A256KW A128GCMKW A192GCMKW A256GCMKW dir
PBES2-HS256+A128KW PBES2-HS384+A192KW PBES2-HS512+A256KW
""".split()
LENGTHS = {
    # name: octets of key, IV and tag (RFC 7518 sections 5.2 and 5.3)
    "A128GCM": (16, 12, 16),
    "A192GCM": (24, 12, 16),
    "A256GCM": (32, 12, 16),
    "A128CBC-HS256": (32, 16, 16),
    "A192CBC-HS384": (48, 16, 24),
    "A256CBC-HS512": (64, 16, 32),
}


def test_every_way_is_there_in_the_order_of_a_picker() -> None:
    """RFC 7518 section 4.1, and the two longer hashes of OAEP."""
    assert [one.name for one in key_managements()] == WAYS


def test_the_lengths_are_those_of_the_specification() -> None:
    """Exact lengths: a part of a tag is never enough."""
    found = {
        one.name: (one.key_octets, one.iv_octets, one.tag_octets) for one in content_encryptions()
    }
    assert found == LENGTHS


@pytest.mark.parametrize("one", content_encryptions(), ids=lambda one: one.name)
def test_the_engine_agrees_about_the_lengths(one: object) -> None:
    """What the registry promises is what joserfc computes with."""
    content = content_encryption(getattr(one, "name", ""))
    assert content is not None
    engine = content.engine()
    assert (engine.cek_size, engine.iv_size) == (content.key_octets * 8, content.iv_octets * 8)


@pytest.mark.parametrize("name", ["a128kw", "", None, 7, [], "HS256"])
def test_a_name_is_exact(name: object) -> None:
    """Case matters, and whatever is no name has no algorithm."""
    assert key_management(name) is None
    assert content_encryption(name) is None


def test_no_name_signs_and_encrypts() -> None:
    """The `alg` alone says which of the two is meant."""
    assert not {one.name for one in algorithms()} & {one.name for one in key_managements()}


def test_every_part_is_described() -> None:
    """A picker shows a sentence and a reference for each."""
    described = [(one.description, one.reference) for one in key_managements()]
    described += [(one.description, one.reference) for one in content_encryptions()]
    assert all(description.endswith(".") and reference for description, reference in described)


def test_the_registries_load_no_cryptography() -> None:
    """The first frame does not wait for a library that is not needed yet."""
    words = (
        "import sys; from jwtdesk.jose.encryption import key_managements, content_encryptions;"
        "import jwtdesk.jose.decrypt, jwtdesk.jose.encrypt_json;"
        "key_managements(); content_encryptions();"
        "sys.exit(len({'cryptography', 'joserfc', 'jwt'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
