"""A key of another kind than the algorithm takes, or one that was read as another kind."""

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
from jwtdesk.analysis.trials.key_repairs import key_repairs
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.analysis.trials.part import SignedPart, parts_of
from jwtdesk.jose.algorithm import Algorithm, KeyType
from jwtdesk.jose.key import Key, Unreadable
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.words import tr

IDS = ("key-type",)


def _explain(case: Case) -> Iterator[Explanation | Work]:
    for part in parts_of(case):
        chosen = part.algorithm
        if chosen is None or chosen.key_type is None:
            continue
        yield from _read_otherwise(part)
        if part.keys and not part.fitting():
            yield _unfit(chosen, part.keys[0])


def _read_otherwise(part: SignedPart) -> Iterator[Explanation | Work]:
    """Yield the card of a key that is right when its text is read as another kind of text."""
    if part.fitting() and not part.is_keyed(KeyType.OCT):
        return
    for given, what in key_repairs(part.case.given):
        yield Work(1.0)
        fix = Fix(tr("Read the key as what it is"), (UseKey(given),))
        if verifies(part.case, fix):
            yield Explanation(
                id="key-type",
                title=tr("The key is right, but it was read as another kind of key."),
                evidence=tr("The signature verifies when the key is read as {what}.", what=what),
                confidence=Confidence.PROVEN,
                fix=fix,
                would=tr("it would verify if the key were read as {what}", what=what),
            )
            return


def _unfit(chosen: Algorithm, key: Key) -> Explanation:
    problem = misfit(chosen, key, signing=False)
    return Explanation(
        id="key-type",
        title=_title(chosen, key),
        evidence=problem.message if problem is not None else "",
        confidence=Confidence.PROVEN,
    )


def _title(chosen: Algorithm, key: Key) -> str:
    if key.type is KeyType.OCT:
        return tr("A shared secret stands where a public key belongs.")
    if chosen.key_type is KeyType.OCT:
        return tr("A public or private key stands where a shared secret belongs.")
    if key.type is chosen.key_type:
        return tr("The key is of the right kind, but of another size or curve.")
    return tr("The key is of another kind than the algorithm takes.")


def _excluded(case: Case) -> str:
    forced = case.given.format != "auto" or isinstance(case.keys, Unreadable)
    return tr("not a key that was read as another kind") if forced else ""


HYPOTHESIS = Hypothesis(IDS, 22, Effort.QUICK, _explain, _excluded)
