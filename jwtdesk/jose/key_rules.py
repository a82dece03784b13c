"""What a key's own members say it may be used for, against what the token does with it.

Policy, apart from mathematics: PyJWT and joserfc ignore these members, so they are judged here.
"""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.encryption import KeyManagement, key_management
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

# The older name covers both curves; a key that says so may be used under the exact name, and back.
SAME = {"EdDSA": ("Ed25519", "Ed448")}


def forbidden(algorithm_name: str, key: Key, enc: object = None) -> tuple[Problem, ...]:
    """Return which of the key's `alg`, `use` and `key_ops` forbid `algorithm_name` (RFC 7517 4).

    `enc` is the header's content encryption: a key for direct encryption may be labelled with it.
    """
    management = key_management(algorithm_name)
    if management is not None:
        checks = (
            None if management.name == "dir" and key.alg == enc else _alg(algorithm_name, key),
            _use_of_encryption(key),
            _encryption_ops(management, key),
        )
    else:
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


def _use_of_encryption(key: Key) -> Problem | None:
    if key.use is None or key.use == "enc":
        return None
    text = tr("The key says its use is {use}, not “enc” (encryption).", use=excerpt(key.use))
    return Problem("key-use-mismatch", text)


def _encryption_ops(management: KeyManagement, key: Key) -> Problem | None:
    """Return that `key_ops` does not allow decrypting; a public key could only encrypt anyway."""
    allowed = {*management.operations, *(management.making if key.signing is None else ())}
    if key.key_ops is None or not allowed.isdisjoint(key.key_ops):
        return None
    if not key.key_ops:
        return _for_nothing()
    return _only(key.key_ops, tr("decrypt with {alg}", alg=management.name))


def _key_ops(key: Key) -> Problem | None:
    if key.key_ops is None or not _checking(key).isdisjoint(key.key_ops):
        return None
    return _only(key.key_ops, tr("verify")) if key.key_ops else _for_nothing()


def _for_nothing() -> Problem:
    message = tr("The key says it may be used for nothing: its “key_ops” is an empty list.")
    return Problem("key-ops-mismatch", message)


def _only(listed: tuple[str, ...], wanted: str) -> Problem:
    text = tr(
        "The key says it may be used to {listed}, but not to {wanted}.",
        listed=", ".join(excerpt(one) for one in listed[:4]),
        wanted=wanted,
    )
    return Problem("key-ops-mismatch", text)


def _checking(key: Key) -> frozenset[str]:
    """Return the operations that allow a check: a private key checks through its public part."""
    if key.private and key.type is not KeyType.OCT:
        return frozenset({"sign", "verify"})
    return frozenset({"verify"})
