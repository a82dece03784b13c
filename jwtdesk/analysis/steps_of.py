"""How a signature is checked, step by step, with the values at hand: the teaching side."""

import hashlib
from dataclasses import replace

from jwtdesk.analysis.decryption_steps import decryption_steps
from jwtdesk.analysis.selective_steps import selective_steps
from jwtdesk.analysis.step import SHOWN_OCTETS, Step, cut
from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Algorithm, Family, algorithm
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import described
from jwtdesk.jose.rsa_open import opened, read_pkcs1, read_pss
from jwtdesk.jose.token import Signature, Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import plural, tr


def steps_of(token: Token, verification: Verification | None, index: int = 0) -> tuple[Step, ...]:
    """Return the steps of checking signature `index` of `token`, as far as they can be gone.

    For an SD-JWT the steps of its disclosures follow (RFC 9901 section 7.1); what is encrypted is
    opened instead.

    Nothing is computed anew but hashes; the last step says what came out (RFC 7515 section 5.2).
    """
    if token.encrypted is not None:
        return decryption_steps(token, token.encrypted, verification, index)
    if index >= len(token.signatures):
        return ()
    signature = token.signatures[index]
    chosen = algorithm(signature.header.get("alg"))
    told = chosen.reference if chosen is not None else ""
    found = [
        replace(_parts(token, signature), reference="RFC 7515 section 7.1"),
        replace(_input(signature), reference="RFC 7515 section 5.1"),
    ]
    if chosen is not None and chosen.hash_name:
        found.append(replace(_hash(chosen, signature), reference=told))
    key = verification.key if verification is not None else None
    if key is not None:
        found.append(replace(_key(key), reference="RFC 7515 section 6"))
    found.append(replace(_signature(signature), reference="RFC 7515 section 2"))
    if chosen is not None and key is not None:
        found.append(replace(_computed(chosen, key, signature), reference=told))
    if verification is not None:
        found.append(replace(_outcome(verification), reference="RFC 7515 section 5.2"))
    if token.selective is not None:
        found += selective_steps(token.selective)
    return tuple(found)


def _parts(token: Token, signature: Signature) -> Step:
    header = len(signature.protected)
    payload = len(signature.input) - header - 1
    text = tr(
        "The token is cut at its dots: {header} characters of header, {payload} of payload, and "
        "a signature of {signature} bytes.",
        header=f"{header:,}",
        payload=f"{payload:,}",
        signature=f"{len(signature.octets):,}",
    )
    if token.selective is not None:
        text = tr("{text} What follows at its tildes is not signed.", text=text)
    return Step(tr("Parts"), text, cut(token.text), len(token.text))


def _input(signature: Signature) -> Step:
    count = len(signature.input)
    text = plural(
        count,
        "Header, dot and payload as they stand are what is signed: {count} byte of ASCII.",
        "Header, dot and payload as they stand are what is signed: {count} bytes of ASCII.",
    )
    return Step(tr("Signing input"), text, cut(signature.input.decode("utf-8", "replace")), count)


def _hash(chosen: Algorithm, signature: Signature) -> Step:
    digest = hashlib.new(chosen.hash_name, signature.input).digest()
    name = chosen.hash_name.upper().replace("SHA", "SHA-")
    if chosen.family is Family.HMAC:
        text = tr(
            "{alg} mixes the secret and the signing input with {hash}, twice over (HMAC). This is "
            "the plain {hash} of the input, without the secret.",
            alg=chosen.name,
            hash=name,
        )
    else:
        text = tr("{alg} hashes the signing input with {hash}.", alg=chosen.name, hash=name)
    return Step(tr("Hash"), text, digest.hex(), len(digest))


def _key(key: Key) -> Step:
    text = tr("The key that checks is {key}.", key=described(key))
    return Step(tr("Key"), text, key.thumbprint if key.type.value != "oct" else "", key.size // 8)


def _signature(signature: Signature) -> Step:
    count = len(signature.octets)
    text = tr(
        "The last part, base64url-decoded, is the signature: {count} bytes from {letters} letters.",
        count=f"{count:,}",
        letters=len(base64url.encode(signature.octets)),
    )
    return Step(tr("Signature"), text, _hex(signature.octets), count)


def _computed(chosen: Algorithm, key: Key, signature: Signature) -> Step:
    if chosen.family in (Family.RSA_PKCS1, Family.RSA_PSS):
        return _rsa(key, signature)
    if chosen.family is Family.ECDSA:
        half = len(signature.octets) // 2
        text = tr(
            "The signature is two numbers, r and s, of {half} bytes each; with the hash and the "
            "public point they must lead back to r.",
            half=half,
        )
        return Step(tr("Check"), text, _hex(signature.octets[:half]), half)
    if chosen.family is Family.HMAC:
        text = tr("The HMAC is made anew with the secret and held against the signature.")
        return Step(tr("Check"), text, "", len(signature.octets))
    text = tr(
        "{alg} does its own hashing; signature, input and public key must agree.", alg=chosen.name
    )
    return Step(tr("Check"), text, "", len(signature.octets))


def _rsa(key: Key, signature: Signature) -> Step:
    block = opened(key, signature.octets)
    if block is None:
        text = tr("The signature is no number that this public key could open.")
        return Step(tr("Opened signature"), text, "", 0)
    plain = read_pkcs1(block)
    if plain is not None:
        text = tr(
            "Raised to the public exponent, the signature opens to {count} bytes: padding, the "
            "name of {hash}, and this hash, which must be the one above.",
            count=len(block),
            hash=plain.hash_name.upper().replace("SHA", "SHA-"),
        )
        return Step(tr("Opened signature"), text, plain.digest.hex(), len(block))
    pss = next(iter(read_pss(block, key.size)), None)
    if pss is not None:
        text = tr(
            "Raised to the public exponent, the signature opens to a PSS block with a salt of "
            "{salt} bytes; hash and salt together must give this.",
            salt=len(pss.salt),
        )
        return Step(tr("Opened signature"), text, pss.inner.hex(), len(block))
    text = tr("The signature opens to bytes without any structure: another key made it.")
    return Step(tr("Opened signature"), text, _hex(block), len(block))


def _outcome(verification: Verification) -> Step:
    right = verification.code is SignatureCode.VERIFIED
    name = tr("It fits") if right else tr("Outcome")
    return Step(name, verification.text, verification.code.value, 0)


def _hex(octets: bytes) -> str:
    shown = octets[:SHOWN_OCTETS].hex()
    return shown + ("…" if len(octets) > SHOWN_OCTETS else "")
