"""A key kept for this session under a name; nothing of it is ever written down."""

from dataclasses import dataclass

from jwtdesk.jose.key import KeyInput, Keys


@dataclass(frozen=True, slots=True)
class NamedKey:
    """What was given, and the keys that were read from it."""

    name: str
    given: KeyInput
    keys: Keys
