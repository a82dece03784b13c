"""What came back from the address of a key set: keys, the way to them, or neither (RFC 7517)."""

from dataclasses import dataclass, field

from jwtdesk.jose.key_text import LIMIT_OCTETS
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

MOST_KEYS = 500


@dataclass(frozen=True, slots=True)
class FetchedKeys:
    """The octets of a key set, bounded and looked through, but not yet read as keys."""

    octets: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a discovery document says: who its issuer is, and where the keys are."""

    issuer: str
    keys_at: str


def fetched(octets: bytes) -> FetchedKeys | Discovery | Problem:
    """Return what a server's answer is; never raises.

    Run it where it can be ended: a hostile answer of the largest size may take a second.
    """
    if len(octets) > LIMIT_OCTETS:
        return too_much()
    if octets.lstrip()[:1] == b"<":
        return Problem(
            "fetched-page", tr("A web page came back, not a key set: is the address right?")
        )
    # Whoever only names an answer does not wait for the reader of JSON.
    from jwtdesk.jose.jwk.parse import parse_json

    parsed = parse_json(octets)
    if isinstance(parsed, Problem):
        return parsed if parsed.code == "jwk-too-deep" else _nothing()
    return _judged(parsed.value, octets)


def _judged(value: object, octets: bytes) -> FetchedKeys | Discovery | Problem:
    if not isinstance(value, dict):
        return _nothing()
    listed, where = value.get("keys"), value.get("jwks_uri")
    if isinstance(listed, list):
        return too_many(len(listed)) if len(listed) > MOST_KEYS else FetchedKeys(octets)
    if isinstance(where, str):
        issuer = value.get("issuer")
        return Discovery(issuer if isinstance(issuer, str) else "", where)
    return FetchedKeys(octets) if "kty" in value else _nothing()


def too_much() -> Problem:
    """Return that an answer is larger than any key set."""
    return Problem(
        "fetched-too-much",
        tr("The answer is larger than 1 MiB, which no key set is; it was not read on."),
    )


def too_many(count: int) -> Problem:
    """Return that a set has more keys than anybody has."""
    return Problem(
        "fetched-too-many",
        tr(
            "The set has {count} keys; up to {most} are taken.",
            count=f"{count:,}",
            most=MOST_KEYS,
        ),
    )


def _nothing() -> Problem:
    return Problem(
        "fetched-nothing",
        tr("What came back is neither a key set nor a discovery document."),
    )
