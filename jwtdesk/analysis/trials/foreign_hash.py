"""Signatures by the right key with a hash that no JWT algorithm combines with it."""

import hashlib
import hmac
from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Confidence, Explanation, Work
from jwtdesk.analysis.trials.cost import Meter, check_cost
from jwtdesk.analysis.trials.mend import mend
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.rsa_inside import inside, opening_cost
from jwtdesk.analysis.trials.secret_bases import secret_bases
from jwtdesk.analysis.trials.trial import Trial
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.rsa_open import Pkcs1
from jwtdesk.jose.words import tr

HMAC_HASHES = ("sha1", "sha224", "md5", "sha3_256", "sha3_384", "sha3_512")
ECDSA_HASHES = ("sha256", "sha384", "sha512", "sha1", "sha224")
RSA_FOREIGN = ("sha1", "sha224", "md5", "sha3_256", "sha3_384", "sha3_512")


def foreign_hash_cards(part: SignedPart, meter: Meter) -> Iterator[Explanation | Work]:
    """Yield the card of a right signature with a foreign hash, by whichever family the key is."""
    chosen = part.algorithm
    if chosen is None:
        return
    if chosen.family is Family.HMAC:
        yield from _hmac(part, chosen)
    elif chosen.family is Family.ECDSA:
        yield from _ecdsa(part, chosen, meter)
    elif chosen.key_type is KeyType.RSA:
        yield from _rsa(part, chosen, meter)


def _hmac(part: SignedPart, chosen: Algorithm) -> Iterator[Explanation | Work]:
    for base in secret_bases(part.case):
        secret = base.read
        if secret is None:
            continue
        for name in HMAC_HASHES:
            made = hmac.digest(secret, part.message, getattr(hashlib, name))
            if made == part.octets:
                yield _card(part, chosen, secret_key(secret), f"HMAC {_shown(name)}")
                return
        for name in ("sha512", "sha384"):
            if name == chosen.hash_name:
                continue
            made = hmac.digest(secret, part.message, getattr(hashlib, name))
            short = len(part.octets)
            if short >= 16 and made[:short] == part.octets and short * 8 == chosen.minimum_bits:  # noqa: PLR2004 - 128 bits at least
                what = tr("{hash} cut to {count} bytes", hash=f"HMAC {_shown(name)}", count=short)
                yield _card(part, chosen, secret_key(secret), what)
                return


def _ecdsa(part: SignedPart, chosen: Algorithm, meter: Meter) -> Iterator[Explanation | Work]:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    half = len(part.octets) // 2
    r, s = (int.from_bytes(one, "big") for one in (part.octets[:half], part.octets[half:]))
    keys = [key for key in part.keys if key.type is KeyType.EC and _width(key) == half]
    if len(part.octets) % 2 or not r or not s:
        return
    for key in keys:
        for name in ECDSA_HASHES:
            if name == chosen.hash_name and key.curve in chosen.curves:
                continue
            pause = meter.spent(check_cost(chosen, key, len(part.message)))
            if pause is not None:
                yield pause
            made: hashes.HashAlgorithm = getattr(hashes, name.upper())()
            public: ec.EllipticCurvePublicKey = key.public  # type: ignore[assignment]  # EC keys
            try:
                public.verify(encode_dss_signature(r, s), part.message, ec.ECDSA(made))
            except InvalidSignature:
                continue
            what = tr("ECDSA on {curve} with {hash}", curve=key.curve, hash=_shown(name))
            yield _card(part, chosen, key, what)
            return


def _width(key: Key) -> int:
    return (key.size + 7) // 8


def _rsa(part: SignedPart, chosen: Algorithm, meter: Meter) -> Iterator[Explanation | Work]:
    pause = meter.spent(opening_cost(part))
    if pause is not None:
        yield pause
    for one in inside(part):
        plain = isinstance(one.structure, Pkcs1)
        if one.structure.hash_name not in RSA_FOREIGN or not one.covers(part.message):
            continue
        padding = "PKCS#1 v1.5" if plain else "PSS"
        what = tr(
            "RSA {padding} with {hash}", padding=padding, hash=_shown(one.structure.hash_name)
        )
        yield _card(part, chosen, one.key, what)
        return


def _card(part: SignedPart, chosen: Algorithm, key: Key, what: str) -> Explanation:
    trial = Trial(part, key, chosen, part.protected, part.payload, part.message, part.octets)
    return Explanation(
        id="other-algorithm",
        title=tr("Another algorithm signed this token than its header names."),
        evidence=tr(
            "The signature verifies when {what} is used, which no header names.", what=what
        ),
        confidence=Confidence.PROVEN,
        fix=mend(trial, ()),
        would=tr("it would verify if {what} were used", what=what),
    )


def _shown(name: str) -> str:
    return name.upper().replace("SHA3_", "SHA3-").replace("SHA", "SHA-").replace("SHA-3-", "SHA3-")
