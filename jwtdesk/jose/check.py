"""One signature against the keys at hand: what came out, said for a person."""

from jwtdesk.jose.algorithm import Algorithm, algorithm, algorithms
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.choose import candidates, named
from jwtdesk.jose.key import Key, Keys, Unreadable
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.token import Signature
from jwtdesk.jose.verify import SignatureCode, Verification, verify_with
from jwtdesk.jose.words import plural, tr


def check_signature(signature: Signature, keys: Keys | Unreadable | None) -> Verification:
    """Answer for one signature (RFC 7515 section 5.2); every outcome is a code and a sentence.

    `keys` is None when none was given. In a set, the keys that `kid` names are tried, else all;
    the key that verified, or the one that was tried, comes back with the answer.
    """
    chosen = _algorithm_of(signature)
    if isinstance(chosen, Verification):
        return chosen
    if keys is None:
        return Verification(
            SignatureCode.NO_KEY, tr("Not checked: give the key to check the signature.")
        )
    if isinstance(keys, Unreadable):
        return Verification(SignatureCode.KEY_UNUSABLE, keys.problem.message)
    return _tried(chosen, signature, keys)


def _algorithm_of(signature: Signature) -> Algorithm | Verification:
    """Return the algorithm to compute with, or the answer that no key could change."""
    if signature.problem is not None:
        return Verification(SignatureCode.MALFORMED, signature.problem.message)
    name = signature.header.get("alg")
    chosen = algorithm(name)
    if chosen is None:
        return Verification(SignatureCode.UNSUPPORTED_ALGORITHM, unsupported(name))
    if chosen.key_type is None:
        return _unsecured(signature)
    if signature.octets:
        return chosen
    return Verification(
        SignatureCode.MALFORMED,
        tr("The header says {alg}, but there is no signature.", alg=chosen.name),
    )


def _tried(chosen: Algorithm, signature: Signature, keys: Keys) -> Verification:
    kid = signature.header.get("kid")
    refused = dict(keys.refused).get(kid) if isinstance(kid, str) else None
    if refused is not None and not named(keys, kid):
        return Verification(SignatureCode.KEY_UNUSABLE, refused.message)
    tried = candidates(keys, kid)
    if not tried:
        return Verification(SignatureCode.KEY_UNUSABLE, tr("There is no key here."))
    fitting = [key for key in tried if misfit(chosen, key, signing=False) is None]
    if not fitting:
        return _no_fit(chosen, tried)
    for key in fitting:
        if verify_with(chosen, key, signature.input, signature.octets):
            return Verification(SignatureCode.VERIFIED, _verified(keys, key), key)
    text = " ".join(filter(None, (_mismatch(chosen, signature, fitting), _unnamed(keys, kid))))
    return Verification(SignatureCode.MISMATCH, text, fitting[0])


def unsupported(name: object) -> str:
    """Return the sentence about an `alg` value that no registered algorithm has."""
    if not isinstance(name, str):
        return tr("The header names no algorithm (alg), so the signature cannot be checked.")
    alike = next((one.name for one in algorithms() if one.name.lower() == name.lower()), None)
    if alike is not None:
        return tr(
            "{alg} is not an algorithm: upper and lower case matter, {alike} is meant.",
            alg=excerpt(name),
            alike=alike,
        )
    return tr("The algorithm {alg} is not known here.", alg=excerpt(name))


def _unsecured(signature: Signature) -> Verification:
    if signature.octets:
        return Verification(
            SignatureCode.MALFORMED,
            tr("The header says none (unsigned), yet there is a signature."),
        )
    return Verification(
        SignatureCode.UNSECURED, tr("Unsecured: the token is not signed, so anyone can write it.")
    )


def _no_fit(chosen: Algorithm, tried: tuple[Key, ...]) -> Verification:
    first = misfit(chosen, tried[0], signing=False)
    text = first.message if first is not None else ""
    if len(tried) > 1:
        text = tr(
            "None of the {count} keys fits {alg}. {first}",
            count=f"{len(tried):,}",
            alg=chosen.name,
            first=text,
        )
    return Verification(SignatureCode.KEY_UNUSABLE, text, tried[0])


def _verified(keys: Keys, key: Key) -> str:
    if len(keys.members) == 1:
        return tr("The signature is right: this key made it.")
    if key.kid is None:
        number = keys.members.index(key) + 1
        return tr("The signature is right: key {number} of the set made it.", number=number)
    return tr("The signature is right: the key {kid} made it.", kid=excerpt(key.kid))


def _mismatch(chosen: Algorithm, signature: Signature, fitting: list[Key]) -> str:
    if signature.input.endswith(b"."):
        return tr(
            "The signature is wrong over an empty payload: if the payload travels apart from the "
            "token (detached), give it too."
        )
    right = _expected_octets(chosen, fitting)
    if right is not None and len(signature.octets) != right:
        return tr(
            "The signature is wrong: it has {count} bytes, but {alg} makes {right} with this key.",
            count=f"{len(signature.octets):,}",
            alg=chosen.name,
            right=f"{right:,}",
        )
    return plural(
        len(fitting),
        "The signature is wrong: this key did not sign these bytes.",
        "The signature is wrong: none of the {count} keys tried signed these bytes.",
    )


def _expected_octets(chosen: Algorithm, fitting: list[Key]) -> int | None:
    if chosen.signature_octets is not None:
        return chosen.signature_octets
    sizes = {(key.size + 7) // 8 for key in fitting}
    size = sizes.pop() if len(sizes) == 1 else None
    if size is not None and chosen.curves:
        return 2 * size
    return size


def _unnamed(keys: Keys, kid: object) -> str:
    if not isinstance(kid, str) or len(keys.members) == 1 or named(keys, kid):
        return ""
    return tr("No key of the set has the kid {kid}.", kid=excerpt(kid))
