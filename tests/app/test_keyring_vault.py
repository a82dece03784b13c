"""Remembering keys in the system's store: whole, only there, and honest where there is none."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from jwtdesk.app.keyring_vault import LIST, SERVICE, KeyringVault
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.problem import Problem
from tests.keys.locate import key_file

SECRET = KeyInput(b"\x00secret", "secret", SecretEncoding.HEX, b"a passphrase")
LONG = KeyInput(key_file("ml-dsa-87-private-pkcs8.pem") * 3)


class Memory(KeyringBackend):
    """A store in memory that takes short texts only, as that of Windows does."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library has no type here
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a short text."""
        if self.broken or len(password) > 1280:
            raise RuntimeError(password)
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        if self.broken:
            raise RuntimeError(username)
        del self.kept[service, username]


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    """Let the program find a store that works."""
    store = Memory()
    monkeypatch.setattr(keyring, "get_keyring", lambda: store)
    return store


@pytest.mark.parametrize("given", [SECRET, LONG], ids=["short", "long"])
def test_a_key_comes_back_as_it_was(given: KeyInput, memory: Memory) -> None:
    """What was remembered is recalled exactly, but for its passphrase; and forgotten wholly."""
    vault = KeyringVault()
    assert vault.names() == ()
    assert vault.remember("mine", given) is None
    assert vault.names() == ("mine",)
    assert vault.recall("mine") == KeyInput(given.octets, given.format, given.encoding)
    assert vault.forget("mine") is None
    assert vault.names() == ()
    assert list(memory.kept) == [(SERVICE, LIST)]


def test_an_unknown_name_is_refused(memory: Memory) -> None:
    """Nothing is made up for a name that is not there."""
    found = KeyringVault().recall("nobody")
    assert isinstance(found, Problem)
    assert found.code == "vault-refused"
    assert memory.kept == {}


def test_a_store_that_fails_says_so(memory: Memory) -> None:
    """A failing store is told in a sentence that holds no key."""
    vault = KeyringVault()
    assert vault.remember("mine", SECRET) is None
    memory.broken = True
    for found in (vault.remember("other", SECRET), vault.forget("mine")):
        assert isinstance(found, Problem)
        assert found.code == "vault-refused"
        assert "secret" not in found.message.replace("secrets", "")


def test_a_key_of_a_megabyte_is_too_long(memory: Memory) -> None:
    """The system's store is no disk."""
    found = KeyringVault().remember("large", KeyInput(b"x" * 1_000_000))
    assert isinstance(found, Problem)
    assert found.code == "vault-too-large"
    assert memory.kept == {}


def test_a_damaged_list_is_an_empty_one(memory: Memory) -> None:
    """Whatever stands where the names should be, nothing breaks."""
    memory.kept[SERVICE, LIST] = "[]"
    assert KeyringVault().names() == ()
    memory.kept[SERVICE, LIST] = "{"
    assert isinstance(KeyringVault().names(), Problem)


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_without_a_store_nothing_is_remembered(
    backend: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system has no locked store, that is what every call says."""
    monkeypatch.setattr(keyring, "get_keyring", backend)
    vault = KeyringVault()
    for found in (
        vault.names(),
        vault.remember("mine", SECRET),
        vault.recall("mine"),
        vault.forget("mine"),
    ):
        assert isinstance(found, Problem)
        assert found.code == "vault-absent"
