"""RSA: the other padding, or the right one with another salt or mask than JWT fixes."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Hypothesis,
    Work,
)
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.mend import mend
from jwtdesk.analysis.trials.other_algorithms import other_algorithms
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.rsa_inside import inside, opening_cost
from jwtdesk.analysis.trials.spelled import renamed_header
from jwtdesk.analysis.trials.trial import Trial, prove, wrong_parts
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, algorithm, algorithms
from jwtdesk.jose.rsa_open import Pss
from jwtdesk.jose.words import plural, tr

IDS = ("rs-ps-mixed", "pss-salt-length")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        own = part.algorithm
        if own is None or own.key_type is not KeyType.RSA:
            continue
        swaps = (one for one in other_algorithms(part) if one.id == "rs-ps-mixed")
        yield from prove(part, ((one,) for one in swaps), meter)
        pause = meter.spent(opening_cost(part))
        if pause is not None:
            yield pause
        yield from _odd_salt(part, own)
    yield meter.rest()


def _odd_salt(part: SignedPart, own: Algorithm) -> Iterator[Explanation]:
    for message, head in _messages(part):
        for one in inside(part):
            structure = one.structure
            if isinstance(structure, Pss) and structure.covers(message) and _is_odd(structure):
                chosen = algorithm(f"PS{len(structure.inner) * 8}") or own
                trial = Trial(part, one.key, chosen, head, part.payload, message, part.octets)
                yield from _cards(trial, structure, swapped=own.family is Family.RSA_PKCS1)
                return


def _messages(part: SignedPart) -> Iterator[tuple[bytes, str]]:
    """Yield what may have been signed: as it is, then under each other name of the header."""
    yield part.message, part.protected
    for chosen in algorithms():
        head = renamed_header(part.protected, chosen.name)
        if head is not None and chosen.key_type is KeyType.RSA and chosen is not part.algorithm:
            yield f"{head}.{part.payload}".encode("utf-8", "surrogatepass"), head


def _is_odd(structure: Pss) -> bool:
    """Tell whether the salt or the mask is not the one that JWT fixes (RFC 7518 section 3.5)."""
    return len(structure.salt) != len(structure.inner) or structure.mask_hash != structure.hash_name


def _cards(trial: Trial, structure: Pss, *, swapped: bool) -> Iterator[Explanation]:
    yield Explanation(
        id="pss-salt-length",
        title=tr("The PSS padding has another salt or mask than JWT fixes."),
        evidence=_evidence(structure),
        confidence=Confidence.PROVEN,
        fix=mend(trial, ()),
        would=tr(
            "it would verify if the PSS salt had {right} bytes, not {count}",
            right=len(structure.inner),
            count=len(structure.salt),
        ),
    )
    if swapped:
        yield Explanation(
            id="rs-ps-mixed",
            title=tr("The other RSA padding was used to sign."),
            evidence=tr("The signature is right as RSA-PSS, but the header names PKCS#1 v1.5."),
            confidence=Confidence.PROVEN,
            fix=mend(trial, ()),
        )


def _evidence(structure: Pss) -> str:
    salt = plural(
        len(structure.salt),
        "The signature verifies as PSS with a salt of 1 byte",
        "The signature verifies as PSS with a salt of {count} bytes",
    )
    mask = (
        ""
        if structure.mask_hash == structure.hash_name
        else tr(" and a mask by {hash}", hash=structure.mask_hash.upper().replace("SHA", "SHA-"))
    )
    return tr(
        "{salt}{mask}; JWT fixes the salt at {right} bytes, the length of the hash.",
        salt=salt,
        mask=mask,
        right=len(structure.inner),
    )


def _excluded(case: Case) -> str:
    rsa = any(part.is_keyed(KeyType.RSA) for part in wrong_parts(case))
    return tr("no other RSA padding and no other PSS salt") if rsa else ""


HYPOTHESIS = Hypothesis(IDS, 13, Effort.QUICK, _explain, _excluded)
