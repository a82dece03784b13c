"""The public keys that an ECDSA signature fits: two from one token, the one from two tokens."""

import json
from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    UseKey,
    Work,
)
from jwtdesk.analysis.trials.key_alone import named_members
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.trial import wrong_parts
from jwtdesk.jose.algorithm import Algorithm, Family
from jwtdesk.jose.ec_math import CURVES, hash_number, recovered
from jwtdesk.jose.key import Key, KeyInput
from jwtdesk.jose.material.ec import ec_public
from jwtdesk.jose.token import Signature
from jwtdesk.jose.words import tr

IDS = ("ecdsa-recovered-key",)
RECOVERY = {"P-256": 12.0, "secp256k1": 12.0, "P-384": 25.0, "P-521": 45.0}
MOST_OTHERS = 6


def _explain(case: Case) -> Iterator[Explanation | Work]:
    for part in wrong_parts(case):
        chosen = part.algorithm
        if chosen is None or chosen.family is not Family.ECDSA:
            continue
        yield Work(RECOVERY[chosen.curves[0]])
        found = _candidates(chosen, part.signature)
        if not found:
            continue
        sure = next((key for key in found if _named_so(key, part)), None)
        if sure is not None:
            yield _the_key(part, sure, tr("its thumbprint is the token's kid"))
            continue
        yield from _from_others(part, chosen, found)


def _candidates(chosen: Algorithm, signature: Signature) -> tuple[Key, ...]:
    curve = CURVES[chosen.curves[0]]
    number = hash_number(curve, chosen.hash_name, signature.input)
    keys = (ec_public(curve.name, *point) for point in recovered(curve, signature.octets, number))
    return tuple(one for one in keys if isinstance(one, Key))


def _named_so(key: Key, part: SignedPart) -> bool:
    return isinstance(part.kid, str) and key.thumbprint in (part.kid, part.kid.rpartition(":")[2])


def _from_others(
    part: SignedPart, chosen: Algorithm, found: tuple[Key, ...]
) -> Iterator[Explanation | Work]:
    """Yield the one key that further tokens share, or the candidates of the one token."""
    for other in part.case.others[:MOST_OTHERS]:
        for signature in other.signatures[:1]:
            if signature.header.get("alg") != chosen.name or signature.input == part.message:
                continue
            yield Work(RECOVERY[chosen.curves[0]])
            theirs = {key.thumbprint for key in _candidates(chosen, signature)}
            common = [key for key in found if key.thumbprint in theirs]
            if len(common) == 1:
                yield _the_key(part, common[0], tr("it fits another token here as well"))
                return
    yield _choice(found)


def _the_key(part: SignedPart, key: Key, why: str) -> Explanation:
    members = {**named_members(key), **_kid(part)}
    text = json.dumps(members)
    fix = Fix(
        tr("Use the recovered key"),
        (UseKey(KeyInput(json.dumps(members, indent=2).encode(), "jwk")),),
    )
    return Explanation(
        id="ecdsa-recovered-key",
        title=tr("Another key made this signature, and it can be computed."),
        evidence=tr(
            "The key with the thumbprint {thumbprint} signed this token, for {why}: {jwk}",
            thumbprint=key.thumbprint,
            why=why,
            jwk=text,
        ),
        confidence=Confidence.PROVEN,
        fix=fix if verifies(part.case, fix) else None,
        would=tr("it would verify with the key that can be computed from the tokens"),
    )


def _kid(part: SignedPart) -> dict[str, str]:
    return {"kid": part.kid} if isinstance(part.kid, str) else {}


def _choice(found: tuple[Key, ...]) -> Explanation:
    listed = "; ".join(
        tr("{thumbprint}: {jwk}", thumbprint=key.thumbprint, jwk=json.dumps(named_members(key)))
        for key in found
    )
    return Explanation(
        id="ecdsa-recovered-key",
        title=tr("If the content is unchanged, one of these keys made the signature."),
        evidence=tr(
            "Only {count} public keys fit this signature and these bytes; a second token of the "
            "same issuer would tell which one. {listed}",
            count=len(found),
            listed=listed,
        ),
        confidence=Confidence.LIKELY,
    )


def _excluded(case: Case) -> str:  # noqa: ARG001 - it excludes nothing
    return ""


HYPOTHESIS = Hypothesis(IDS, 29, Effort.QUICK, _explain, _excluded, last_resort=True)
