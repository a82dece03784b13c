"""Can this key open, or make, something encrypted this way? If not, one sentence says why."""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.encryption import ContentEncryption, KeyManagement
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import described
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr


def key_misfit(
    management: KeyManagement,
    content: ContentEncryption,
    key: Key,
    encrypting: bool,  # noqa: FBT001 - two uses
) -> Problem | None:
    """Return why `key` cannot serve `management` with `content`, or None when it can.

    `encrypting` is content with a public key where one is enough. What a key says it is for
    (`use`, `key_ops`, `alg`) is no misfit: that is policy.
    """
    if key.type not in management.key_types:
        return _wrong("key-type", management, key)
    if management.curves and key.curve not in management.curves:
        return _wrong("key-curve", management, key)
    bits = content.key_octets * 8 if management.name == "dir" else management.exact_bits
    if bits and key.size != bits:
        return _wrong_size(management, content, key, bits)
    needed = (management.overhead + content.key_octets) * 8 - 7
    if key.type is KeyType.RSA and key.size < needed:
        return Problem(
            "key-too-short",
            tr(
                "{alg} with {enc} needs an RSA key of at least {needed} bits; this one has {bits}.",
                alg=management.name,
                enc=content.name,
                needed=f"{needed:,}",
                bits=f"{key.size:,}",
            ),
        )
    enough = encrypting and management.public
    return None if enough or key.signing is not None else _no_private(key)


def _wrong(code: str, management: KeyManagement, key: Key) -> Problem:
    text = tr(
        "{alg} needs {needed}; this is {found}.",
        alg=management.name,
        needed=_needed(management),
        found=described(key),
    )
    return Problem(code, text)


def _needed(management: KeyManagement) -> str:
    if KeyType.OCT in management.key_types:
        return tr("a shared secret")
    if KeyType.RSA in management.key_types:
        return tr("an RSA key")
    return tr("a key on one of the curves {curves}", curves=", ".join(management.curves))


def _wrong_size(
    management: KeyManagement, content: ContentEncryption, key: Key, bits: int
) -> Problem:
    name = management.name
    if name == "dir":
        name = tr("Direct encryption (dir) with {enc}", enc=content.name)
    text = plural(
        key.size // 8,
        "{name} needs a secret of exactly {needed} bytes; this one has 1.",
        "{name} needs a secret of exactly {needed} bytes; this one has {count}.",
        name=name,
        needed=bits // 8,
    )
    return Problem("key-size", text)


def _no_private(key: Key) -> Problem:
    broken = next((one for one in key.problems if one.code == "key-inconsistent"), None)
    return broken or Problem(
        "key-public",
        tr("This is the public key: it can encrypt, but decrypting needs the private one."),
    )
