"""OpenSSH keys: public lines and private blocks."""

import base64

import pytest

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.openssh import MAGIC, read_openssh_private, read_openssh_public
from jwtdesk.jose.problem import Problem
from tests.keys.locate import key_file, key_named

LINE = key_file("ed25519-public-openssh.txt").strip()
BLOCK = base64.b64decode(
    b"".join(key_file("ed25519-private-openssh.pem").strip().split(b"\n")[1:-1])
)


def test_options_before_the_type_are_skipped() -> None:
    """A line from an authorized_keys file is read like any other."""
    found = read_key(KeyInput(b"restrict,pty " + LINE))
    assert isinstance(found, Keys)
    assert found.members == (key_named("ed25519-public-openssh.txt"),)


def test_several_lines_are_a_set() -> None:
    """Lines of several keys are tried like a set; a damaged one is told."""
    damaged = b"\nssh-rsa AAAAB3NzaC1yc2EAAAAD"
    found = read_key(KeyInput(LINE + b"\n" + key_file("ec-p256-public-openssh.txt") + damaged))
    assert isinstance(found, Keys)
    assert found.is_set
    assert [key.curve for key in found.members] == ["Ed25519", "P-256"]
    assert [one.code for one in found.problems] == ["openssh-malformed"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"nothing", "ssh-no-line"),
        (b"\xff\xfa", "ssh-no-line"),
        (b"ssh-dss AAAAB3NzaC1kc3MAAACBAO==", "key-type-foreign"),
        (b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQ", "openssh-malformed"),
        (b"ssh-rsa AAAA", "ssh-no-line"),
    ],
)
def test_line_that_is_no_usable_key(text: bytes, code: str) -> None:
    """A line without a usable key is refused with the reason."""
    found = read_key(KeyInput(text, format="ssh"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == code


@pytest.mark.parametrize("length", range(0, len(BLOCK), 7))
def test_cut_off_private_key_is_told(length: int) -> None:
    """Wherever a private key is cut off, the answer is a problem."""
    found = read_openssh_private(BLOCK[:length])
    assert isinstance(found, Problem) or length > len(BLOCK) - 30


def test_private_key_whose_check_fails() -> None:
    """The two check words of an unencrypted key must be alike."""
    at = BLOCK.index(b"ssh-ed25519", 80) - 8
    found = read_openssh_private(BLOCK[:at] + b"\0\0\0\0" + BLOCK[at + 4 :])
    assert isinstance(found, Problem)
    assert "check fails" in found.message


def test_foreign_private_type() -> None:
    """A private key of a type that JWT has no use for is refused."""
    found = read_openssh_private(BLOCK.replace(b"ssh-ed25519", b"ssh-ed25510"))
    assert isinstance(found, Problem)
    assert found.code == "key-type-foreign"


def test_unusable_numbers() -> None:
    """A well-formed line with a hopeless key inside says what is wrong with the key."""
    words = (b"ssh-rsa", b"\1\0\1", b"\xff" * 8)
    found = read_openssh_public(b"".join(len(one).to_bytes(4, "big") + one for one in words))
    assert isinstance(found, Problem)
    assert found.code == "rsa-too-small"


def test_many_public_parts_do_not_matter() -> None:
    """The number of public keys in front is not trusted."""
    head = MAGIC + b"\0\0\0\4none" + b"\0\0\0\4none" + b"\0\0\0\0" + b"\xff\xff\xff\xff"
    found = read_openssh_private(head + b"\0\0\0\0" * 30)
    assert isinstance(found, Problem)
    assert found.code == "openssh-malformed"
