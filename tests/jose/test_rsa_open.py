"""What an RSA signature says when its public key opens it."""

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from jwtdesk.jose.key import Key
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.material.rsa import rsa_public
from jwtdesk.jose.rsa_open import (
    Pkcs1,
    digest_of,
    mask_of,
    modulus_octets,
    opened,
    read_pkcs1,
    read_pss,
)

MESSAGE = b"header.payload"
KEYS = {bits: rsa.generate_private_key(65537, bits) for bits in (1024, 1031)}
HASHES = {"sha1": hashes.SHA1(), "sha256": hashes.SHA256(), "sha512": hashes.SHA512()}  # noqa: S303 - read, not made


def public(bits: int) -> Key:
    """Return a public key."""
    numbers = KEYS[bits].public_key().public_numbers()
    found = rsa_public(numbers.n, numbers.e)
    assert isinstance(found, Key)
    return found


@pytest.mark.parametrize("bits", KEYS)
@pytest.mark.parametrize("name", HASHES)
def test_pkcs1_shows_its_hash_and_its_digest(bits: int, name: str) -> None:
    """The structure names the hash; the digest is that of the message."""
    made = KEYS[bits].sign(MESSAGE, padding.PKCS1v15(), HASHES[name])
    block = opened(public(bits), made)
    assert block is not None
    assert len(block) == modulus_octets(public(bits))
    assert read_pkcs1(block) == Pkcs1(name, digest_of(name, MESSAGE))
    assert read_pss(block, bits) == ()


@pytest.mark.parametrize("bits", KEYS)
@pytest.mark.parametrize("salt", [0, 20, 32, 60])
def test_pss_shows_its_salt(bits: int, salt: int) -> None:
    """Whatever its length; and it covers the message and no other."""
    made = KEYS[bits].sign(
        MESSAGE, padding.PSS(padding.MGF1(hashes.SHA256()), salt), hashes.SHA256()
    )
    block = opened(public(bits), made)
    assert block is not None
    assert read_pkcs1(block) is None
    found = [one for one in read_pss(block, bits) if one.covers(MESSAGE)]
    assert [(one.hash_name, one.mask_hash, len(one.salt)) for one in found] == [
        ("sha256", "sha256", salt)
    ]
    assert not found[0].covers(b"other")


def test_a_mask_by_sha1_is_seen() -> None:
    """The default of some libraries."""
    odd = padding.PSS(padding.MGF1(hashes.SHA1()), 20)  # noqa: S303 - read, not made
    block = opened(public(1024), KEYS[1024].sign(MESSAGE, odd, hashes.SHA256()))
    assert block is not None
    assert [one.mask_hash for one in read_pss(block, 1024) if one.covers(MESSAGE)] == ["sha1"]


def test_another_key_opens_to_nothing() -> None:
    """Neither structure is there."""
    other = rsa.generate_private_key(65537, 1024)  # noqa: S505 - small on purpose
    block = opened(public(1024), other.sign(MESSAGE, padding.PKCS1v15(), hashes.SHA256()))
    assert block is None or (read_pkcs1(block) is None and read_pss(block, 1024) == ())


def test_what_is_no_number_below_the_modulus_is_not_opened() -> None:
    """Of the wrong length, too large, or under no RSA key."""
    assert opened(public(1024), b"short") is None
    assert opened(public(1024), b"\xff" * 128) is None
    assert opened(secret_key(b"secret"), b"\0" * 128) is None


@pytest.mark.parametrize(
    "block",
    [
        b"\0\1\xff\0",
        b"\0\1" + b"\xff" * 9,
        b"\0\1" + b"\xff" * 9 + b"\0" + b"x" * 40,
        b"\0\1\xff\xfe" + b"\xff" * 9 + b"\0" + bytes(51),
    ],
)
def test_what_only_begins_like_pkcs1_is_none(block: bytes) -> None:
    """Too little fill, no end, no DigestInfo, broken fill."""
    assert read_pkcs1(block) is None


@pytest.mark.parametrize(
    ("block", "bits"),
    [
        (b"\1" + bytes(127) + b"\xbc", 1025),
        (b"\xff" * 127 + b"\xbc", 1024),
        (bytes(20) + b"\xbc", 168),
    ],
)
def test_what_only_ends_like_pss_is_none(block: bytes, bits: int) -> None:
    """Something before the structure, a bit that must not be set, no room for a hash."""
    assert read_pss(block, bits) == ()


def test_the_mask_has_the_length_that_is_asked() -> None:
    """MGF1 counts up until there is enough."""
    assert len(mask_of(b"seed", 70, "sha256")) == 70
    assert mask_of(b"seed", 70, "sha256")[:32] == mask_of(b"seed", 32, "sha256")
