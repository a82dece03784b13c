"""Where certificates come from: the headers of a token, and a JWK that was given as the key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.policy import deciding_key
from jwtdesk.jose.chain import Link, read_chain
from jwtdesk.jose.jwk.parse import Parsed, parse_json
from jwtdesk.jose.jwk.read import read_jwk
from jwtdesk.jose.key import Key, KeyInput
from jwtdesk.jose.key_text import LIMIT_OCTETS

_PUBLIC = ("kty", "n", "e", "crv", "x", "y", "alg", "pub")
_MOST_CHAINS = 5


@dataclass(frozen=True, slots=True)
class Certified:
    """A chain and what stands beside it: `where` is "header.x5c" or "key".

    `thumbprint` is that of the key in the JWK that holds the chain (RFC 7638), None in a header.
    `sha1` and `sha256` are the values of `x5t` and `x5t#S256`.
    """

    where: str
    links: tuple[Link, ...]
    thumbprint: str | None = None
    sha1: object = None
    sha256: object = None
    surplus: int = 0


def certified(subject: Subject) -> tuple[Certified, ...]:
    """Return the chains that a token and its key bring along, none twice; never raises."""
    found: list[Certified] = []
    for one in chain(_in_headers(subject), _in_key(subject)):
        if one not in found:
            found.append(one)
        if len(found) == _MOST_CHAINS:
            break
    return tuple(found)


def _in_headers(subject: Subject) -> Iterator[Certified]:
    for header in subject.headers:
        yield from _chain("header.x5c", header, None)


def _in_key(subject: Subject) -> Iterator[Certified]:
    decided = deciding_key(subject.verification, subject.keys)
    for one in _jwks(subject.given, decided.kid if decided else None):
        # Only the public part: a private one may take long to be checked.
        key = read_jwk({name: one[name] for name in _PUBLIC if name in one})
        yield from _chain("key", one, key.thumbprint if isinstance(key, Key) else None)


def _jwks(given: KeyInput | None, kid: str | None) -> list[dict[str, object]]:
    """Return the JWK with certificates that was given: of a set, the one that decides."""
    if given is None or b"x5c" not in given.octets or len(given.octets) > LIMIT_OCTETS:
        return []
    parsed = parse_json(given.octets)
    value = parsed.value if isinstance(parsed, Parsed) else None
    listed = value.get("keys", [value]) if isinstance(value, dict) else value
    several = listed if isinstance(listed, list) else []
    whole = [one for one in several if isinstance(one, dict) and "x5c" in one]
    return whole if len(several) == 1 else [one for one in whole if kid and one.get("kid") == kid]


def _chain(where: str, holder: Mapping[str, object], thumbprint: str | None) -> Iterator[Certified]:
    listed = holder.get("x5c")
    links = read_chain(listed)
    if links and isinstance(listed, list):
        surplus = len(listed) - len(links)
        beside = (holder.get("x5t"), holder.get("x5t#S256"))
        yield Certified(where, links, thumbprint, *beside, surplus=surplus)
