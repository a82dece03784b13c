"""How `kid` relates to the keys that could open an encrypted token: another one does, none is."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    Subject,
    UseKey,
    Work,
)
from jwtdesk.analysis.trials.key_alone import alone
from jwtdesk.analysis.trials.opening import Opening, mending, openings, proven, would_open
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.choose import named
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.words import tr

IDS = ("other-key-in-set", "kid-missing")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    if not isinstance(case.keys, Keys) or len(case.keys.members) == 1:
        return
    for one in openings(case):
        meant = named(case.keys, one.recipient.header.get("kid"))
        if not meant:
            yield from _missing(one, case.keys)
            continue
        for key in one.fitting:
            yield Work(one.cost)
            if key not in meant and one.opens(key):
                yield _other(one, case.keys, key)
                return


def _other(one: Opening, keys: Keys, key: Key) -> Explanation:
    evidence = tr(
        "The token decrypts with key {number} ({called}), but kid says {kid}.",
        number=keys.members.index(key) + 1,
        called=excerpt(key.kid) if key.kid is not None else tr("without a kid"),
        kid=excerpt(str(one.recipient.header.get("kid"))),
    )
    use = Fix(tr("Use that key alone"), (UseKey(alone(key, one.case.given)),))
    title = tr("It was encrypted for another key of the set than kid names.")
    would = would_open(tr("another key of the set were used"))
    return proven("other-key-in-set", title, evidence, mending(one.case, use), would)


def _missing(one: Opening, keys: Keys) -> Iterator[Explanation]:
    kid = one.recipient.header.get("kid")
    if not isinstance(kid, str):
        return
    own = ", ".join(excerpt(key.kid) for key in keys.members[:4] if key.kid is not None)
    yield Explanation(
        id="kid-missing",
        title=tr("The key that the token asks for is not among these."),
        evidence=tr(
            "The token names the key {kid}; here are {names}, and none of them opens it.",
            kid=excerpt(kid),
            names=own or tr("only keys without a kid"),
        ),
        confidence=Confidence.LIKELY,
        would=tr("the key it names is not here"),
    )


def _excluded(case: Case) -> str:
    several = isinstance(case.keys, Keys) and len(case.keys.members) > 1
    return tr("not another key of the set") if several and openings(case) else ""


HYPOTHESIS = Hypothesis(IDS, 51, Effort.QUICK, _explain, _excluded, subject=Subject.CONTENT)
