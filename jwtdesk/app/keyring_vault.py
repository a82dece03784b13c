"""Keys in the operating system's own store of secrets, through the `keyring` package.

The package is imported when somebody asks for it, never before. A key is cut into parts, since
some stores take short texts only; a list of the names is kept beside them.
"""

import json
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "jwtdesk"
LIST = "list"
# Windows takes 2,560 octets of UTF-16.
PART = 1200
MOST_PARTS = 200
# Stores that would write a key where anybody reads it, or nowhere.
OPEN = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")


class KeyringVault:
    """A `Vault` in the system's store; nothing is opened before the first call."""

    def names(self) -> tuple[str, ...] | Problem:
        """Return the names of the remembered keys, or why there is no such store."""
        found = self._list()
        return found if isinstance(found, Problem) else tuple(sorted(found))

    def remember(self, name: str, given: KeyInput) -> Problem | None:
        """Remember `given` under `name`; its passphrase is left out on purpose."""
        listed = self._list()
        if isinstance(listed, Problem):
            return listed
        text = _written(given)
        parts = [text[at : at + PART] for at in range(0, len(text), PART)]
        if len(parts) > MOST_PARTS:
            return Problem("vault-too-large", tr("This key is too long to be remembered."))
        try:
            store = _store()
            for at, part in enumerate(parts):
                store.set_password(SERVICE, f"{name}/{at}", part)
            store.set_password(SERVICE, LIST, json.dumps({**listed, name: len(parts)}))
        except Exception:  # noqa: BLE001 - every store fails in its own way
            return _refused()
        return None

    def recall(self, name: str) -> KeyInput | Problem:
        """Return the key that was remembered under `name`."""
        listed = self._list()
        if isinstance(listed, Problem):
            return listed
        try:
            store = _store()
            count = min(listed.get(name, 0), MOST_PARTS)
            parts = [store.get_password(SERVICE, f"{name}/{at}") or "" for at in range(count)]
            return _read("".join(parts))
        except Exception:  # noqa: BLE001 - as above, and what is stored may be anything
            return _refused()

    def forget(self, name: str) -> Problem | None:
        """Forget the key `name`, every part of it."""
        listed = self._list()
        if isinstance(listed, Problem):
            return listed
        try:
            store = _store()
            for at in range(min(listed.pop(name, 0), MOST_PARTS)):
                store.delete_password(SERVICE, f"{name}/{at}")
            store.set_password(SERVICE, LIST, json.dumps(listed))
        except Exception:  # noqa: BLE001 - as above
            return _refused()
        return None

    def _list(self) -> dict[str, int] | Problem:
        try:
            store = _store()
            if not store.priority > 0 or type(store).__module__.startswith(OPEN):
                return _absent()
            found = json.loads(store.get_password(SERVICE, LIST) or "{}")
        except Exception:  # noqa: BLE001 - as above
            return _absent()
        if not isinstance(found, dict):
            return {}
        return {str(name): count for name, count in found.items() if isinstance(count, int)}


def _store() -> "KeyringBackend":
    import keyring

    return keyring.get_keyring()


def _written(given: KeyInput) -> str:
    octets = b64encode(given.octets).decode("ascii")
    return json.dumps({"octets": octets, "format": given.format, "encoding": given.encoding.value})


def _read(text: str) -> KeyInput:
    kept = json.loads(text)
    return KeyInput(
        b64decode(kept["octets"]), str(kept["format"]), SecretEncoding(kept["encoding"])
    )


def _absent() -> Problem:
    return Problem(
        "vault-absent",
        tr(
            "This computer offers no locked store of secrets (such as Keychain, Credential "
            "Manager or a Secret Service), so keys are not remembered."
        ),
    )


def _refused() -> Problem:
    return Problem("vault-refused", tr("The system's store of secrets refused."))
