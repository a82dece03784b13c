"""Hashes in tokens of things that travel beside them, computed and compared.

`at_hash`, `c_hash` and `s_hash` (OpenID Connect Core 3.3.2.11, FAPI), `ath` (RFC 9449 4.2), `jkt`
(RFC 9449 6.1), `x5t` and `x5t#S256` (RFC 7515 4.1.7, 4.1.8, RFC 8705 3.1).
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jwtdesk.analysis.payload import claims_of
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.certificate import der_certificates
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import base64url
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr

HALVES = ("at_hash", "c_hash", "s_hash")
NAMES = (*HALVES, "ath", "jkt", "x5t#S256", "x5t")
# Ed448 signs over SHAKE256 with 114 octets of output.
_SHAKE_OCTETS = 114


@dataclass(frozen=True, slots=True)
class Comparison:
    """A hash that was computed, beside the one in the token.

    `found` is the token's own, None when it has none; `matches` is None then.
    """

    name: str
    computed: str
    found: str | None
    matches: bool | None
    sentence: str


def present(token: Token) -> tuple[str, ...]:
    """Return the names of the hashes that `token` carries, in the order of `NAMES`."""
    return tuple(name for name in NAMES if _found(token, name) is not None)


def compare(token: Token, name: str, value: bytes) -> Comparison | Problem:
    """Hash `value` as the claim `name` is made, and compare it with the one in `token`.

    `value` is what the hash is of, as the user gave it: the access token, the code, the state, a
    key in any format (`jkt`), or a certificate (`x5t`, `x5t#S256`). Never raises.
    """
    computed = compute(name, value, token.alg)
    if isinstance(computed, Problem):
        return computed
    found = _found(token, name)
    if found is None:
        sentence = tr("The token has no “{name}” to compare with.", name=name)
        return Comparison(name, computed, None, None, sentence)
    if found == computed:
        sentence = tr("“{name}” matches: it is the hash of this value.", name=name)
        return Comparison(name, computed, found, True, sentence)
    sentence = _difference(name, found, computed)
    return Comparison(name, computed, found, False, sentence)


def compute(name: str, value: bytes, alg: str | None) -> str | Problem:
    """Return the hash claim `name` of `value`; `alg` is the token's, which the halves follow."""
    if name in HALVES:
        return _half(value.strip(), alg)
    makers: dict[str, Callable[[bytes], str | Problem]] = {
        "ath": lambda octets: base64url(hashlib.sha256(octets.strip()).digest()),
        "jkt": _key_thumbprint,
        "x5t#S256": lambda octets: _fingerprint(octets, "sha256"),
        "x5t": lambda octets: _fingerprint(octets, "sha1"),
    }
    if name not in makers:
        message = tr("“{name}” is no hash that can be computed here.", name=name)
        return Problem("hash-unknown", message)
    return makers[name](value)


def _half(value: bytes, alg: str | None) -> str | Problem:
    """Return the left half of the hash that the token's own algorithm uses."""
    digest = _digest(value, alg)
    if digest is None:
        return Problem(
            "hash-unknown",
            tr("The token's algorithm does not say which hash is meant."),
        )
    return base64url(digest[: len(digest) // 2])


def _digest(value: bytes, alg: str | None) -> bytes | None:
    known = algorithm(alg)
    if known is not None and known.hash_name:
        return hashlib.new(known.hash_name, value).digest()
    if alg in {"EdDSA", "Ed25519"}:
        return hashlib.sha512(value).digest()
    return hashlib.shake_256(value).digest(_SHAKE_OCTETS) if alg == "Ed448" else None


def _key_thumbprint(octets: bytes) -> str | Problem:
    keys = read_key(KeyInput(octets))
    return keys.members[0].thumbprint if isinstance(keys, Keys) else keys.problem


def _fingerprint(octets: bytes, hash_name: str) -> str | Problem:
    certificates = der_certificates(KeyInput(octets))
    if not certificates:
        return Problem("no-certificate", tr("There is no certificate here: give it as PEM or DER."))
    return base64url(hashlib.new(hash_name, certificates[0]).digest())


def _found(token: Token, name: str) -> str | None:
    """Return the hash in the token: a claim, a member of `cnf`, or one of the header."""
    value = next((one[name] for one in _places(token) if name in one), None)
    return value if isinstance(value, str) else None


def _places(token: Token) -> Iterator[Mapping[str, Value]]:
    claims = claims_of(token) or {}
    yield claims
    confirmed = claims.get("cnf")
    if isinstance(confirmed, dict):
        yield confirmed
    yield token.jose_header


def _difference(name: str, found: str, computed: str) -> str:
    if found.rstrip("=").translate({43: 45, 47: 95}) == computed:
        return tr(
            "“{name}” is the hash of this value, but written in standard base64 or padded.",
            name=name,
        )
    return tr(
        "“{name}” differs: it is not the hash of this value, or was made another way.", name=name
    )
