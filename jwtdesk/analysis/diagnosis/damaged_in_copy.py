"""Copying damaged the token's text: foreign characters, lost or doubled ones, lost dots."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    UseToken,
    Work,
)
from jwtdesk.analysis.trials.copy_repairs import repairs
from jwtdesk.analysis.trials.copy_signs import sign_of_damage
from jwtdesk.analysis.trials.damage import Pieces, damaged
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.analysis.trials.one_character import Change, Edit
from jwtdesk.analysis.trials.part import is_no_encryption
from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Span
from jwtdesk.jose.token import Kind
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr

IDS = ("damaged-in-copy",)
KINDS = frozenset({Kind.JWS, Kind.SD_JWT, Kind.UNREADABLE})
# Text that is no token at all is not repaired.
LONGEST = 100_000
QUICK_MS, HARD_MS = 900.0, 40_000.0


def _explain(case: Case) -> Iterator[Explanation | Work]:
    if not _concerned(case):
        return
    proven = False
    for said in _repaired(case):
        proven = proven or isinstance(said, Explanation)
        yield said
    sign = None if proven else sign_of_damage(case)
    if sign is not None:
        sure = Confidence.PROVEN if sign.sure else Confidence.LIKELY
        yield _card(sign.evidence, sure, None, sign.at)


def _concerned(case: Case) -> bool:
    settled = any(one.code is SignatureCode.VERIFIED for one in case.verifications)
    fitting = case.token.kind in KINDS or is_no_encryption(case.token)
    return fitting and not settled and 0 < len(case.text) <= LONGEST


def _repaired(case: Case) -> Iterator[Explanation | Work]:
    """Yield the card of the first repair of the whole text that verifies."""
    if not isinstance(case.keys, Keys):
        return
    for repair in repairs(case.text):
        yield Work(0.3 + len(repair.text) * 0.0005)
        fix = Fix(tr("Repair the token"), (UseToken(repair.text),))
        if verifies(case, fix):
            yield _card(
                tr(
                    "The signature verifies when {done} (character {place}).",
                    done=repair.done,
                    place=f"{repair.at + 1:,}",
                ),
                Confidence.PROVEN,
                fix,
                repair.at,
            )
            return


def _quickly(case: Case) -> Iterator[Explanation | Work]:
    yield from _one_character(case, QUICK_MS)


def _harder(case: Case) -> Iterator[Explanation | Work]:
    yield from _one_character(case, HARD_MS)


def _one_character(case: Case, limit_ms: float) -> Iterator[Explanation | Work]:
    if not _concerned(case):
        return
    for said in damaged(case, limit_ms):
        if isinstance(said, Work):
            yield said
            continue
        edit, whole = said
        text = edit.applied(f"{whole.header}.{whole.payload}.{whole.signature}") + whole.tail
        fix = Fix(tr("Repair the token"), (UseToken(text),))
        if verifies(case, fix):
            yield _card(_evidence(edit, whole), Confidence.PROVEN, fix, edit.at)
            return


def _evidence(edit: Edit, whole: Pieces) -> str:
    text = f"{whole.header}.{whole.payload}.{whole.signature}"
    gone, place = text[edit.at : edit.at + edit.removed], f"{edit.at + 1:,}"
    if edit.change is Change.LOST and not gone:
        return tr(
            "The signature verifies when “{put}” is put in at character {place}.",
            put=edit.put,
            place=place,
        )
    if edit.change is Change.EXTRA and not edit.put:
        return tr(
            "The signature verifies when “{gone}” at character {place} is left out.",
            gone=gone[:12],
            place=place,
        )
    return tr(
        "The signature verifies when “{gone}” at character {place} is “{put}”.",
        gone=gone,
        put=edit.put,
        place=place,
    )


def _card(evidence: str, confidence: Confidence, fix: Fix | None, at: int) -> Explanation:
    return Explanation(
        id="damaged-in-copy",
        title=tr("The token was damaged when it was copied."),
        evidence=evidence,
        confidence=confidence,
        fix=fix,
        would=tr("it would verify if it were copied whole") if fix else tr("it was copied badly"),
        place=Span(at, at + 1),
    )


def _excluded(case: Case) -> str:
    return tr("no single damaged character") if _concerned(case) and case.token.signatures else ""


HYPOTHESIS = (
    Hypothesis(IDS, 29, Effort.QUICK, _explain, lambda _: ""),
    Hypothesis(IDS, 34, Effort.QUICK, _quickly, _excluded, last_resort=True),
    Hypothesis(IDS, 35, Effort.HARD, _harder, lambda _: "", last_resort=True),
)
