"""Which keys of a set are tried for a token."""

from jwtdesk.jose.key import Key, Keys


def named(keys: Keys, kid: object) -> tuple[Key, ...]:
    """Return the members whose `kid` is exactly `kid` (RFC 7515 section 4.1.4)."""
    if not isinstance(kid, str):
        return ()
    return tuple(key for key in keys.members if key.kid == kid)


def candidates(keys: Keys, kid: object) -> tuple[Key, ...]:
    """Return the keys to try: those that `kid` names, else all; a single key is always tried."""
    return named(keys, kid) or keys.members
