"""Where a key can be remembered beyond this session, when its owner asks for that."""

from typing import Protocol

from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem


class Vault(Protocol):
    """The operating system's own store of secrets. Every call may wait for a person: ask late."""

    def names(self) -> tuple[str, ...] | Problem:
        """Return the names of the remembered keys, or why there is no such store."""

    def remember(self, name: str, given: KeyInput) -> Problem | None:
        """Remember `given` under `name`; a passphrase is left out."""

    def recall(self, name: str) -> KeyInput | Problem:
        """Return the key that was remembered under `name`."""

    def forget(self, name: str) -> Problem | None:
        """Forget the key `name`."""
