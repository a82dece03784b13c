"""A private and a public text of one key are one key."""

from collections.abc import Iterable

from jwtdesk.jose.key import Key


def merged(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Return `keys` in order, each public key left out whose private key is there as well."""
    found: dict[str, Key] = {}
    for key in keys:
        known = found.get(key.thumbprint)
        if known is None or (key.private and not known.private):
            found[key.thumbprint] = key
    return tuple(found.values())
