"""The sentences about decrypting: what opened it, what that proves, or which step failed."""

from collections.abc import Mapping, Sequence

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.choose import named
from jwtdesk.jose.encryption import (
    KeyManagement,
    content_encryptions,
    key_management,
    key_managements,
)
from jwtdesk.jose.inflate import CODES
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

# The further a key came, the more its failure says; the last of these speaks for all keys.
_STEPS = ("wrong-key", "content-key-length", "iv-length", "tag-length", "tag-mismatch")


def opened_with(management: KeyManagement, keys: Keys, key: Key) -> str:
    """Return what it means that `key` opened the content: who can have encrypted it."""
    if len(keys.members) == 1:
        opened = tr("Decrypted with this key.")
    elif key.kid is None:
        number = keys.members.index(key) + 1
        opened = tr("Decrypted with key {number} of the set.", number=number)
    else:
        opened = tr("Decrypted with the key {kid}.", kid=excerpt(key.kid))
    if management.public:
        proof = tr(
            "That does not say who sent it: anyone who has the public key could have "
            "encrypted this."
        )
    else:
        proof = tr("Only someone who has the same secret could have encrypted this.")
    return f"{opened} {proof}"


def answer_for(management: KeyManagement, failed: Sequence[Problem]) -> str:
    """Return why none of the keys tried opens the content: the one that came furthest speaks."""
    furthest = max(failed, key=_step)
    if furthest.code == "tag-mismatch":
        if management.determined or management.conceals:
            return tr(
                "The authentication tag does not match: this is another key, or the header, the "
                "content or the tag was changed."
            )
        return tr(
            "The key is right, but the authentication tag does not match: the header, the content "
            "or the tag was changed."
        )
    if len(failed) > 1 and furthest.code == "wrong-key":
        count = f"{len(failed):,}"
        return tr("The encrypted key does not open with any of the {count} keys.", count=count)
    return furthest.message


def _step(problem: Problem) -> int:
    if problem.code in CODES:
        return len(_STEPS) + 1
    return _STEPS.index(problem.code) if problem.code in _STEPS else -1


def not_known(header: Mapping[str, Value]) -> str:
    """Return the sentence about an `alg` or `enc` that no registered way has."""
    name = str(header.get("alg"))
    if key_management(name) is None:
        known, kind = [one.name for one in key_managements()], tr("way to encrypt a key")
    else:
        name = str(header.get("enc"))
        known, kind = [one.name for one in content_encryptions()], tr("content encryption")
    alike = next((one for one in known if one.lower() == name.lower()), None)
    if alike is not None:
        return tr(
            "{name} is no {kind}: upper and lower case matter, {alike} is meant.",
            name=excerpt(name),
            kind=kind,
            alike=alike,
        )
    return tr("{name} is not known here as a {kind}.", name=excerpt(name), kind=kind)


def nothing_fits(management: KeyManagement, faults: Sequence[Problem | None]) -> str:
    """Return why none of the keys can even be tried; `faults` has one for each, at least one."""
    first = next((one.message for one in faults if one is not None), "")
    if len(faults) == 1:
        return first
    return tr(
        "None of the {count} keys fits {alg}. {first}",
        count=f"{len(faults):,}",
        alg=management.name,
        first=first,
    )


def unnamed(keys: Keys, kid: object) -> str:
    """Return that no key of a set has the `kid` that the header names, "" when one has."""
    if not isinstance(kid, str) or len(keys.members) == 1 or named(keys, kid):
        return ""
    return tr("No key of the set has the kid {kid}.", kid=excerpt(kid))
