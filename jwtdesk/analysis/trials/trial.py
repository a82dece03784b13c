"""Trying suppositions: the check itself, and the card that a success becomes."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jwtdesk.analysis.hypothesis import Case, Confidence, Explanation, Work
from jwtdesk.analysis.trials.cost import Meter, check_cost
from jwtdesk.analysis.trials.mend import mend
from jwtdesk.analysis.trials.part import SignedPart, parts_of
from jwtdesk.analysis.trials.spelled import renamed_header
from jwtdesk.analysis.trials.supposition import Supposition
from jwtdesk.jose.algorithm import Algorithm, Family
from jwtdesk.jose.choose import named
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.verify import verify_with
from jwtdesk.jose.words import tr

# Writing one octet of another spelling, in milliseconds.
SPELLING = 0.00005
# Thinking of one group of suppositions.
MAKING = 0.008


@dataclass(frozen=True, slots=True)
class Trial:
    """One check with everything chosen: what fits is proven by having been computed."""

    part: SignedPart
    key: Key = field(repr=False)
    algorithm: Algorithm
    protected: str
    payload: str
    message: bytes
    signature: bytes

    @property
    def cost(self) -> float:
        """About how many milliseconds the check takes."""
        octets = len(self.message)
        spelled = octets * SPELLING if self.payload != self.part.payload else 0.0
        return check_cost(self.algorithm, self.key, octets) + spelled

    def fits(self) -> bool:
        """Tell whether the signature is right for these octets under this key."""
        return right(self.algorithm, self.key, self.message, self.signature)


def right(chosen: Algorithm, key: Key, message: bytes, signature: bytes) -> bool:
    """Tell whether `signature` is right; HMAC directly, since thousands of them are tried."""
    if chosen.family is not Family.HMAC:
        return verify_with(chosen, key, message, signature)
    if not isinstance(key.public, bytes) or len(signature) * 8 != chosen.minimum_bits:
        return False
    return hmac.digest(key.public, message, getattr(hashlib, chosen.hash_name)) == signature


def wrong_parts(case: Case) -> tuple[SignedPart, ...]:
    """Return the signatures whose mathematics do not hold either.

    Left out are those that fit and are only spelled in a way that is refused.
    """
    return tuple(part for part in parts_of(case) if not _fits_already(part))


def _fits_already(part: SignedPart) -> bool:
    meant = named(part.case.keys, part.kid) if isinstance(part.case.keys, Keys) else ()
    return any(trial.fits() for trial in trials(part, ()) if not meant or trial.key in meant)


def trials(part: SignedPart, supposed: tuple[Supposition, ...]) -> Iterator[Trial]:
    """Return the checks that all of `supposed` together ask for: one for each key that fits.

    The first word on any side counts; nothing is yielded when no algorithm or key is left.
    """
    chosen = next((one.algorithm for one in supposed if one.algorithm), part.algorithm)
    if chosen is None or chosen.key_type is None:
        return
    protected = next((one.protected for one in supposed if one.protected is not None), None)
    payload = next((one.payload for one in supposed if one.payload is not None), part.payload)
    message = next((one.message for one in supposed if one.message is not None), None)
    signature = next((one.signature for one in supposed if one.signature is not None), part.octets)
    head = part.protected if protected is None else protected
    if any(one.renamed for one in supposed):
        changed = renamed_header(head, chosen.name)
        if changed is None or message is not None:
            return
        head = changed
    if message is None:
        message = f"{head}.{payload}".encode("utf-8", "surrogatepass")
    exchanged = [one.key for one in supposed if one.key is not None]
    for key in exchanged[:1] or part.fitting(chosen):
        yield Trial(part, key, chosen, head, payload, message, signature)


def prove(
    part: SignedPart,
    many: Iterable[tuple[Supposition, ...]],
    meter: Meter,
    limit_ms: float = float("inf"),
) -> Iterator[Explanation | Work]:
    """Try each group of suppositions in turn; yield a card for every member of the first that fits.

    Gives up after about `limit_ms` of work: the likeliest come first.
    """
    spent = 0.0
    for supposed in many:
        if not part.keys and all(one.key is None for one in supposed):
            return
        spent += MAKING
        pause = meter.spent(MAKING)
        if pause is not None:
            yield pause
        for trial in trials(part, supposed):
            spent += trial.cost
            pause = meter.spent(trial.cost)
            if pause is not None:
                yield pause
            if trial.fits():
                yield from cards(trial, supposed)
                return
        if spent > limit_ms:
            return


def cards(trial: Trial, supposed: tuple[Supposition, ...]) -> Iterator[Explanation]:
    """Yield one proven card for each of `supposed`, with the mend that all of them need."""
    fix = mend(trial, supposed)
    when = tr(" and ").join(one.when for one in supposed)
    would = tr(" and ").join(one.would for one in supposed)
    evidence = tr("The signature verifies when {when}.", when=when)
    for one in supposed:
        yield Explanation(
            id=one.id,
            title=one.title,
            evidence=evidence,
            confidence=Confidence.PROVEN,
            fix=fix,
            would=tr("it would verify if {would}", would=would),
        )
