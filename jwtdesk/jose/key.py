"""A key as a value: what it is, what it may do, and the object that computes with it."""

from dataclasses import dataclass, field
from enum import Enum

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.problem import Problem


class SecretEncoding(Enum):
    """How the text of a shared secret stands for octets."""

    UTF8 = "utf8"
    BASE64 = "base64"
    BASE64URL = "base64url"
    HEX = "hex"


@dataclass(frozen=True, slots=True)
class KeyInput:
    """What the user gave as a key, exactly, and how they said to read it.

    `format` is "auto" or the name of a registered key format; `encoding` matters for secrets only.
    `octets` is never shown by `repr`.
    """

    octets: bytes = field(default=b"", repr=False)
    format: str = "auto"
    encoding: SecretEncoding = SecretEncoding.UTF8
    passphrase: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Key:
    """One usable key (RFC 7517).

    `size` is in bits. `curve` is the JOSE name ("P-256", "Ed25519", "ML-DSA-44") or None.
    `identity` is a digest over all key material: two keys are equal when it and the facts are.
    `public` and `signing` are what the engine takes: a `cryptography` object, or the octets of a
    secret. `signing` is None for a public key. Neither is ever shown by `repr`.
    `problems` holds what is odd but not fatal (an inconsistent private part, a short modulus).
    """

    type: KeyType
    size: int
    curve: str | None
    private: bool
    thumbprint: str
    identity: bytes = field(repr=False)
    kid: str | None = None
    alg: str | None = None
    use: str | None = None
    key_ops: tuple[str, ...] | None = None
    form: str = ""
    problems: tuple[Problem, ...] = ()
    public: object = field(default=None, repr=False, compare=False)
    signing: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """Everything one key text holds: one key, or the members of a set.

    `form` names the format in words ("PEM, PKCS#8", "JWK Set"). `is_set` is true when the text is
    a set, even of one. `problems` are about the text; unusable members of a set are listed there.
    `refused` names the unusable members that have a `kid`: a token may ask for just that one.
    """

    members: tuple[Key, ...]
    form: str
    is_set: bool = False
    problems: tuple[Problem, ...] = ()
    refused: tuple[tuple[str, Problem], ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No key could be read: `problem` says what the text is and what is wrong with it."""

    problem: Problem


type_names = {kind.value: kind for kind in KeyType}
