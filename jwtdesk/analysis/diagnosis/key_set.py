"""How `kid` relates to the keys: another key verifies, it is a thumbprint, it names none."""

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
from jwtdesk.analysis.trials.cost import check_cost
from jwtdesk.analysis.trials.key_alone import alone
from jwtdesk.analysis.trials.key_names import certificate_names, key_names
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.trial import right, wrong_parts
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.choose import named
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.words import tr

IDS = ("other-key-in-set", "kid-is-thumbprint", "kid-missing")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    if not isinstance(case.keys, Keys):
        return
    for part in wrong_parts(case):
        yield from _other_key(part, case.keys)
        yield Work(0.3 * len(part.keys))
        yield from _thumbprint(part, case.keys)
        yield from _missing(part, case.keys)


def _other_key(part: SignedPart, keys: Keys) -> Iterator[Explanation | Work]:
    meant = named(keys, part.kid)
    chosen = part.algorithm
    if not meant or chosen is None:
        return
    for at, key in enumerate(keys.members):
        if key in meant or misfit(chosen, key, signing=False) is not None:
            continue
        yield Work(check_cost(chosen, key, len(part.message)))
        if right(chosen, key, part.message, part.octets):
            yield _other(part, key, at)
            return


def _other(part: SignedPart, key: Key, at: int) -> Explanation:
    called = excerpt(key.kid) if key.kid is not None else tr("without a kid")
    return Explanation(
        id="other-key-in-set",
        title=tr("Another key of the set made this signature than kid names."),
        evidence=tr(
            "The signature verifies with key {number} ({called}), but kid says {kid}.",
            number=at + 1,
            called=called,
            kid=excerpt(str(part.kid)),
        ),
        confidence=Confidence.PROVEN,
        fix=_use(part, key),
        would=tr("it would verify with another key of the set"),
    )


def _use(part: SignedPart, key: Key) -> Fix | None:
    fix = Fix(tr("Use that key alone"), (UseKey(alone(key, part.case.given)),))
    return fix if verifies(part.case, fix) else None


def _thumbprint(part: SignedPart, keys: Keys) -> Iterator[Explanation]:
    kid = part.kid
    if not isinstance(kid, str) or not kid:
        return
    for at, key in enumerate(part.keys):
        names = [
            *key_names(key),
            *(certificate_names(part.case.given) if len(part.keys) == 1 else ()),
        ]
        what = next((words for name, words in names if name == kid), None)
        if what is None or key.kid == kid:
            continue
        yield Explanation(
            id="kid-is-thumbprint",
            title=tr("The kid is computed from a key that is here under another name."),
            evidence=tr(
                "The token's kid is {what} of key {number} ({key}).",
                what=what,
                number=_number(keys, key, at),
                key=excerpt(key.kid) if key.kid else tr("without a kid"),
            ),
            confidence=Confidence.PROVEN,
            fix=_use(part, key) if len(keys.members) > 1 else None,
        )
        return


def _number(keys: Keys, key: Key, at: int) -> int:
    return keys.members.index(key) + 1 if key in keys.members else at + 1


def _missing(part: SignedPart, keys: Keys) -> Iterator[Explanation]:
    kid = part.kid
    if named(keys, kid) or not keys.members:
        return
    own = [key.kid for key in keys.members if key.kid is not None]
    several = keys.is_set and "JWK" in keys.form
    if isinstance(kid, str) and (several or own):
        evidence = tr(
            "The token names the key {kid}; here are {names}, and none of them verifies it.",
            kid=excerpt(kid),
            names=", ".join(excerpt(one) for one in own[:4]) or tr("only keys without a kid"),
        )
    elif kid is None and several and len(keys.members) > 1:
        evidence = tr(
            "The token has no kid, and none of the {count} keys of the set verifies it.",
            count=len(keys.members),
        )
    else:
        return
    yield Explanation(
        id="kid-missing",
        title=tr("The key that the token asks for is not among these."),
        evidence=evidence,
        confidence=Confidence.LIKELY,
        would=tr("the key it names is not here"),
    )


def _excluded(case: Case) -> str:
    several = isinstance(case.keys, Keys) and len(case.keys.members) > 1
    return tr("not another key of the set") if several else ""


HYPOTHESIS = Hypothesis(IDS, 21, Effort.QUICK, _explain, _excluded)
