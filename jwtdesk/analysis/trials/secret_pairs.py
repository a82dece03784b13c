"""A secret read otherwise, and one thing more: another secret step, hash, spelling, encoding."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from jwtdesk.analysis.hypothesis import Explanation, Work
from jwtdesk.analysis.trials.cost import OCTET, Meter
from jwtdesk.analysis.trials.other_algorithms import other_algorithms
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.reading import Reading, supposed
from jwtdesk.analysis.trials.respelled_input import canonical_inputs, padded_inputs, raw_inputs
from jwtdesk.analysis.trials.rewritten import rewritten
from jwtdesk.analysis.trials.secret_bases import SecretBase, secret_bases
from jwtdesk.analysis.trials.secrets_tried import readings, twice
from jwtdesk.analysis.trials.signature_spellings import signature_spellings
from jwtdesk.analysis.trials.supposition import Supposition
from jwtdesk.analysis.trials.trial import Trial, cards, trials
from jwtdesk.jose.algorithm import KeyType

EACH, PAIR = 0.004, 0.012
SPELLINGS = 40


@dataclass(frozen=True, slots=True)
class _Target:
    """A message and the tag it must have, with the supposition that leads there."""

    made: object = field(repr=False)
    message: bytes
    tag: bytes
    other: Supposition | None


def secret_pair_cards(part: SignedPart, limit_ms: float) -> Iterator[Explanation | Work]:
    """Yield the cards of the first pair that fits: both causes, with one mend."""
    if part.algorithm is not None and part.algorithm.key_type is not KeyType.OCT:
        return
    targets = _targets(part)
    for base in secret_bases(part.case):
        proven = False
        singles = list(readings(base, few=True))
        for said in (
            _with_another(part, singles, targets, limit_ms),
            _in_a_row(part, base, targets, limit_ms),
        ):
            for one in said:
                proven = proven or isinstance(one, Explanation)
                yield one
            if proven:
                return


def _with_another(
    part: SignedPart, singles: list[Reading], targets: list[_Target], limit_ms: float
) -> Iterator[Explanation | Work]:
    """Yield the cards of one reading of the secret together with something that is no secret."""
    meter, spent = Meter(), 0.0
    for reading, target in _walk(singles, targets):
        cost = EACH + len(target.message) * OCTET
        spent += cost
        pause = meter.spent(cost)
        if pause is not None:
            yield pause
        if _fits(reading.octets, target):
            yield from _cards(part, (supposed(reading),), target.other)
            return
        if spent > limit_ms:
            return
    yield meter.rest()


def _in_a_row(
    part: SignedPart, base: SecretBase, targets: list[_Target], limit_ms: float
) -> Iterator[Explanation | Work]:
    """Yield the cards of two readings of the secret, one after the other: trimmed, then decoded."""
    own = [one for one in targets if one.other is None]
    meter, spent = Meter(), 0.0
    for first, then in twice(base):
        spent += PAIR
        pause = meter.spent(PAIR)
        if pause is not None:
            yield pause
        if any(_fits(then.octets, target) for target in own):
            yield from _cards(part, (supposed(then), supposed(first)), None)
            return
        if spent > limit_ms:
            return
    yield meter.rest()


def _walk(singles: list[Reading], targets: list[_Target]) -> Iterator[tuple[Reading, _Target]]:
    for target in targets:
        if target.other is not None:
            yield from ((one, target) for one in singles)


def _targets(part: SignedPart) -> list[_Target]:
    """Return what the tag may be over, and by which hash: likely ones first."""
    others: list[Supposition | None] = [None, *other_algorithms(part), *signature_spellings(part)]
    others += [*padded_inputs(part), *canonical_inputs(part), *raw_inputs(part)]
    others += list(islice(rewritten(part), SPELLINGS))
    found = []
    for other in others:
        trial = _with_secret(part, other)
        if trial is not None and len(trial.signature) * 8 == trial.algorithm.minimum_bits:
            made = getattr(hashlib, trial.algorithm.hash_name)
            found.append(_Target(made, trial.message, trial.signature, other))
    return found


def _with_secret(part: SignedPart, other: Supposition | None) -> Trial | None:
    """Return the trial that `other` asks for with a secret to be filled in."""
    blank = Reading("secret-base64", b"\0", "", b"\0")
    group = (supposed(blank), *((other,) if other is not None else ()))
    return next((one for one in trials(part, group) if one.algorithm.key_type is KeyType.OCT), None)


def _fits(secret: bytes, target: _Target) -> bool:
    return hmac.digest(secret, target.message, target.made) == target.tag  # type: ignore[arg-type]  # a hashlib constructor


def _cards(
    part: SignedPart, readings_: tuple[Supposition, ...], other: Supposition | None
) -> Iterator[Explanation]:
    """Yield the cards of what fits; of two secret readings the last one's outcome is the secret."""
    group = (*readings_, *((other,) if other is not None else ()))
    for trial in trials(part, group):
        yield from cards(trial, group)
