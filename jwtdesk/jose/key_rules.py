"""What a key's own members say it may be used for, against what the token does with it.

Policy, apart from mathematics: PyJWT and joserfc ignore these members, so they are judged here.
"""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

# The older name covers both curves; a key that says so may be used under the exact name, and back.
SAME = {"EdDSA": ("Ed25519", "Ed448")}


def forbidden(algorithm_name: str, key: Key) -> tuple[Problem, ...]:
    """Return which of the key's `alg`, `use` and `key_ops` forbid `algorithm_name` (RFC 7517 4)."""
    checks = (_alg(algorithm_name, key), _use(key), _key_ops(key))
    return tuple(one for one in checks if one is not None)


def _alg(name: str, key: Key) -> Problem | None:
    if key.alg is None or key.alg == name:
        return None
    if name in SAME.get(key.alg, ()) or key.alg in SAME.get(name, ()):
        return None
    return Problem(
        "key-alg-mismatch",
        tr(
            "The key says it is for {own}, but the token uses {alg}.",
            own=excerpt(key.alg),
            alg=excerpt(name),
        ),
    )


def _use(key: Key) -> Problem | None:
    if key.use is None or key.use == "sig":
        return None
    return Problem(
        "key-use-mismatch",
        tr("The key says its use is {use}, not “sig” (signatures).", use=excerpt(key.use)),
    )


def _key_ops(key: Key) -> Problem | None:
    if key.key_ops is None or not _checking(key).isdisjoint(key.key_ops):
        return None
    if not key.key_ops:
        message = tr("The key says it may be used for nothing: its “key_ops” is an empty list.")
        return Problem("key-ops-mismatch", message)
    return Problem(
        "key-ops-mismatch",
        tr(
            "The key says it may be used to {listed}, but not to verify.",
            listed=", ".join(excerpt(one) for one in key.key_ops[:4]),
        ),
    )


def _checking(key: Key) -> frozenset[str]:
    """Return the operations that allow a check: a private key checks through its public part."""
    if key.private and key.type is not KeyType.OCT:
        return frozenset({"sign", "verify"})
    return frozenset({"verify"})
