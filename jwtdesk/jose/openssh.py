"""Keys as OpenSSH writes them: public lines and private keys (RFC 4253, PROTOCOL.key)."""

from dataclasses import dataclass, replace

from jwtdesk.jose.containers.encrypted import wrong_passphrase
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.ec import ec_point, ec_private
from jwtdesk.jose.material.okp import okp_private, okp_public
from jwtdesk.jose.material.rsa import rsa_private, rsa_public
from jwtdesk.jose.material.rsa_signing import RsaParts
from jwtdesk.jose.openssh_locked import Locked, opened
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

MAGIC = b"openssh-key-v1\0"
CURVES = {"nistp256": "P-256", "nistp384": "P-384", "nistp521": "P-521"}
FORM = "OpenSSH"


class _Cut(Exception):  # noqa: N818 - the octets end too early; never leaves this file
    pass


@dataclass(slots=True)
class _Wire:
    octets: bytes
    at: int = 0

    def word(self) -> int:
        end = self.at + 4
        if end > len(self.octets):
            raise _Cut
        value, self.at = int.from_bytes(self.octets[self.at : end], "big"), end
        return value

    def string(self) -> bytes:
        length = self.word()
        start, end = self.at, self.at + length
        if end > len(self.octets):
            raise _Cut
        self.at = end
        return self.octets[start:end]

    def number(self) -> int:
        return int.from_bytes(self.string(), "big")

    def name(self) -> str:
        return self.string().decode("ascii", "replace")


def read_openssh_public(octets: bytes) -> Key | Problem:
    """Read the base64-decoded middle of a public key line (RFC 4253 section 6.6); never raises."""
    try:
        key = _public(_Wire(octets))
    except _Cut:
        return _cut_off()
    return key if isinstance(key, Problem) else replace(key, form=FORM)


def read_openssh_private(octets: bytes, passphrase: bytes | None = None) -> Key | Problem:
    """Read what an OPENSSH PRIVATE KEY block holds (OpenSSH PROTOCOL.key); never raises."""
    if not octets.startswith(MAGIC):
        return Problem(
            "openssh-malformed", tr("The label says OpenSSH, but the content is something else.")
        )
    try:
        key = _unwrapped(_Wire(octets, len(MAGIC)), passphrase)
    except _Cut:
        return _cut_off()
    return key if isinstance(key, Problem) else replace(key, form=FORM)


def _unwrapped(wire: _Wire, passphrase: bytes | None) -> Key | Problem:
    cipher, derivation, options, count = wire.name(), wire.name(), wire.string(), wire.word()
    for _ in range(min(count, 16)):
        wire.string()
    hidden = wire.string()
    if cipher == "none":
        return _checked(_Wire(hidden), "")
    how = _Wire(options)
    salt, rounds = (how.string(), how.word()) if options else (b"", 0)
    locked = Locked(cipher, derivation, salt, rounds, hidden, wire.octets[wire.at :])
    plain = opened(locked, passphrase)
    return plain if isinstance(plain, Problem) else _checked(_Wire(plain), cipher)


def _checked(inner: _Wire, cipher: str) -> Key | Problem:
    """Read the inner part, whose first two words are equal when it was opened rightly."""
    if inner.word() == inner.word():
        return _private(inner)
    if cipher:
        return wrong_passphrase()
    return Problem("openssh-malformed", tr("The OpenSSH key is damaged: its check fails."))


def _private(wire: _Wire) -> Key | Problem:
    kind = wire.name()
    if kind == "ssh-rsa":
        n, e, d, qi, p, q = (wire.number() for _ in range(6))
        return rsa_private(RsaParts(n, e, d, p, q, qi=qi))
    if kind == "ssh-ed25519":
        x, both = wire.string(), wire.string()
        return okp_private("Ed25519", both[:32], x)
    curve = _curve(kind, wire)
    if isinstance(curve, Problem):
        return curve
    point = ec_point(curve, wire.string())
    return ec_private(curve, wire.number(), point)


def _public(wire: _Wire) -> Key | Problem:
    kind = wire.name()
    if kind == "ssh-rsa":
        e, n = wire.number(), wire.number()
        return rsa_public(n, e)
    if kind == "ssh-ed25519":
        return okp_public("Ed25519", wire.string())
    curve = _curve(kind, wire)
    return curve if isinstance(curve, Problem) else ec_point(curve, wire.string())


def _curve(kind: str, wire: _Wire) -> str | Problem:
    curve = CURVES.get(kind.removeprefix("ecdsa-sha2-"))
    if curve is None:
        return Problem(
            "key-type-foreign",
            tr("This is an OpenSSH key of a type that no JWT algorithm uses."),
        )
    wire.string()
    return curve


def _cut_off() -> Problem:
    return Problem("openssh-malformed", tr("The OpenSSH key is cut off or damaged."))
