"""RSA: the public key opens the signature, and what is inside tells the key from the content."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Hypothesis,
    Work,
)
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.rsa_inside import Inside, inside, opening_cost, rsa_keys
from jwtdesk.analysis.trials.trial import wrong_parts
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.rsa_open import Pkcs1, Pss, modulus_octets
from jwtdesk.jose.words import tr

IDS = ("content-changed", "wrong-key")
# Signature lengths of the RSA keys in use, in octets.
USUAL = frozenset({128, 192, 256, 384, 512, 768, 1024, 2048})


def _explain(case: Case) -> Iterator[Explanation | Work]:
    for part in wrong_parts(case):
        if not part.is_keyed(KeyType.RSA) or not part.fitting():
            continue
        yield Work(opening_cost(part))
        found = [one for one in inside(part) if one.sure or _is_usual(part, one)]
        if any(one.covers(part.message) for one in found):
            continue
        if found:
            yield _changed(found[0])
        elif rsa_keys(part):
            yield _wrong(part)
        elif len(part.octets) in USUAL:
            yield _other_size(part)


def _is_usual(part: SignedPart, one: Inside) -> bool:
    """Tell whether an unsure structure at least has the hash that the header names, twice."""
    structure = one.structure
    hashes = {structure.hash_name, part.hash_name}
    return isinstance(structure, Pss) and hashes == {structure.mask_hash}


def _changed(found: Inside) -> Explanation:
    plain = isinstance(found.structure, Pkcs1)
    return Explanation(
        id="content-changed",
        title=tr("The key is right, but header or payload changed after signing."),
        evidence=tr(
            "The public key opens the signature to a well-formed {padding} structure with "
            "{hash}, made over other bytes than these.",
            padding="PKCS#1 v1.5" if plain else "PSS",
            hash=found.structure.hash_name.upper().replace("SHA", "SHA-"),
        ),
        confidence=Confidence.PROVEN if found.sure else Confidence.LIKELY,
        would=tr("the key is right, but the content changed after signing"),
    )


def _wrong(part: SignedPart) -> Explanation:
    count = len(rsa_keys(part))
    evidence = tr(
        "Opened with this public key, the signature shows neither a PKCS#1 nor a PSS structure; "
        "under the right key it would, whatever became of the content."
    )
    if count > 1:
        evidence = tr(
            "Opened with each of the {count} public keys, the signature shows no structure; "
            "under the right key it would, whatever became of the content.",
            count=count,
        )
    return Explanation(
        id="wrong-key",
        title=tr("The key is wrong: another key made this signature."),
        evidence=evidence,
        confidence=Confidence.PROVEN,
        would=tr("another key made it"),
    )


def _other_size(part: SignedPart) -> Explanation:
    return Explanation(
        id="wrong-key",
        title=tr("The key is wrong: another key made this signature."),
        evidence=tr(
            "The signature has {count} bytes, as a key of {bits} bits makes it; this key has "
            "{own} bits and makes {right}.",
            count=len(part.octets),
            bits=f"{len(part.octets) * 8:,}",
            own=f"{part.fitting()[0].size:,}",
            right=modulus_octets(part.fitting()[0]),
        ),
        confidence=Confidence.PROVEN,
        would=tr("a key of another size made it"),
    )


def _excluded(case: Case) -> str:  # noqa: ARG001 - this family always has an answer for RSA
    return ""


HYPOTHESIS = Hypothesis(IDS, 40, Effort.QUICK, _explain, _excluded)
