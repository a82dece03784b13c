"""Can this key serve this algorithm? If not, the one sentence that says why."""

from jwtdesk.jose.algorithm import Algorithm, Family, KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr

HASH_OCTETS = {"sha256": 32, "sha384": 48, "sha512": 64}
# DigestInfo and the least padding of PKCS#1 v1.5 (RFC 8017 section 9.2), beside the hash itself.
PKCS1_OVERHEAD = 19 + 11
# Two octets of frame; the salt is as long as the hash (RFC 8017 section 9.1.1).
PSS_OVERHEAD = 2


def misfit(algorithm: Algorithm, key: Key, signing: bool) -> Problem | None:  # noqa: FBT001 - two uses
    """Return why `key` cannot compute `algorithm`, or None when it can.

    `signing` asks for the private half too. A short key is no misfit as long as the mathematics
    work: that is a finding, not a refusal.
    """
    if algorithm.key_type is None:
        return None
    if key.type is not algorithm.key_type:
        return _wrong("key-type", algorithm, key)
    if algorithm.curves and key.curve not in algorithm.curves:
        return _wrong("key-curve", algorithm, key)
    needed = _least_bits(algorithm)
    if key.type is KeyType.RSA and key.size < needed:
        return Problem(
            "key-too-short",
            tr(
                "{alg} needs an RSA key of at least {needed} bits; this one has {bits}.",
                alg=algorithm.name,
                needed=f"{needed:,}",
                bits=f"{key.size:,}",
            ),
        )
    return _no_private(key) if signing and key.signing is None else None


def described(key: Key) -> str:
    """Return what `key` is, to follow "this is": "an RSA key", "P-384", "a secret of 32 bytes"."""
    if key.type is KeyType.OCT:
        return plural(
            key.size // 8, "a shared secret of 1 byte", "a shared secret of {count} bytes"
        )
    if key.type is KeyType.RSA:
        return tr("an RSA key of {bits} bits", bits=f"{key.size:,}")
    if key.curve in ("X25519", "X448"):
        return tr("an {curve} key, which encrypts but cannot sign", curve=key.curve)
    return tr("a key of type {curve}", curve=key.curve)


def _wrong(code: str, algorithm: Algorithm, key: Key) -> Problem:
    if code == "key-curve" and key.type is KeyType.EC:
        return Problem(
            code,
            tr(
                "{alg} needs a {needed} key; this is {curve}.",
                alg=algorithm.name,
                needed=algorithm.curves[0],
                curve=key.curve,
            ),
        )
    return Problem(
        code,
        tr(
            "{alg} needs {needed}; this is {found}.",
            alg=algorithm.name,
            needed=_needed(algorithm),
            found=described(key),
        ),
    )


def _needed(algorithm: Algorithm) -> str:
    if algorithm.key_type is KeyType.OCT:
        return tr("a shared secret")
    if algorithm.key_type is KeyType.RSA:
        return tr("an RSA key")
    curves = tr(" or ").join(algorithm.curves)
    template = "a {curves} key" if algorithm.key_type is KeyType.EC else "an {curves} key"
    return tr(template, curves=curves)


def _least_bits(algorithm: Algorithm) -> int:
    hashed = HASH_OCTETS.get(algorithm.hash_name, 0)
    if algorithm.family is Family.RSA_PKCS1:
        return (hashed + PKCS1_OVERHEAD) * 8 - 7
    if algorithm.family is Family.RSA_PSS:
        return (2 * hashed + PSS_OVERHEAD) * 8 - 6
    return 0


def _no_private(key: Key) -> Problem:
    broken = next((one for one in key.problems if one.code == "key-inconsistent"), None)
    return broken or Problem(
        "key-public",
        tr("This is a public key: it can check, but signing needs the private one."),
    )
