"""Why does it not verify or open? Every family of explanations in turn, on a budget of work."""

from collections.abc import Iterator
from dataclasses import dataclass

from jwtdesk.analysis.hypothesis import (
    Case,
    Effort,
    Explanation,
    Hypothesis,
    Subject,
    Work,
    hypotheses,
)
from jwtdesk.analysis.ranking import ranked, settled

QUICK_MS, HARD_MS = 3_000.0, 120_000.0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is known so far about why a signature does not verify.

    `explanations` come best first. `excluded` says what was ruled out, in clauses that follow
    "it is". `exhausted` is true when every family of the asked effort ran to its end. `finished` is
    true when nothing more will come; `milliseconds` is about how much work was done.
    """

    explanations: tuple[Explanation, ...] = ()
    excluded: tuple[str, ...] = ()
    exhausted: bool = False
    finished: bool = False
    milliseconds: float = 0.0


def diagnose(
    case: Case, effort: Effort = Effort.QUICK, budget_ms: float | None = None
) -> Diagnosis:
    """Return every explanation found with `effort` within `budget_ms` of estimated work.

    Never raises. The budget is a count of work, not a clock: below `app` no time is read.
    """
    last = Diagnosis(finished=True)
    for last in steps(case, effort, budget_ms):  # noqa: B007 - the last one is the answer
        pass
    return last


def steps(
    case: Case, effort: Effort = Effort.QUICK, budget_ms: float | None = None
) -> Iterator[Diagnosis]:
    """Yield the diagnosis as it grows, at least every few milliseconds, so that it can be ended.

    The last one is `finished`. Whoever stops asking has cancelled it.
    """
    budget = (HARD_MS if effort is Effort.HARD else QUICK_MS) if budget_ms is None else budget_ms
    run = _Run(case, budget)
    for family in _families(case, effort):
        yield from run.family(family)
    yield run.diagnosis(finished=True)


def _families(case: Case, effort: Effort) -> tuple[Hypothesis, ...]:
    """Return the families to ask: what waits for the others to fail comes last."""
    # What opens contents is loaded with the first diagnosis, and not with its name.
    from jwtdesk.analysis.trials.opening import openings

    about = Subject.CONTENT if openings(case) else Subject.SIGNATURE
    asked = [
        one
        for one in hypotheses()
        if one.subject is about and (effort is Effort.HARD or one.effort is Effort.QUICK)
    ]
    return tuple(sorted(asked, key=lambda one: (one.effort is Effort.HARD, one.last_resort)))


class _Run:
    """One diagnosis under way; it gathers what the families say and counts their work."""

    def __init__(self, case: Case, budget: float) -> None:
        self.case = case
        self.budget = budget
        self.found: list[Explanation] = []
        self.excluded: list[str] = []
        self.spent = 0.0
        self.exhausted = True

    def family(self, family: Hypothesis) -> Iterator[Diagnosis]:
        """Ask one family, until it has said everything or the budget is used up."""
        if family.last_resort and settled(self.found):
            return
        if self.spent >= self.budget:
            self.exhausted = False
            return
        before = len(self.found)
        for said in family.explain(self.case):
            if isinstance(said, Work):
                self.spent += said.milliseconds
            else:
                self.found.append(said)
            yield self.diagnosis()
            if self.spent >= self.budget:
                self.exhausted = False
                return
        clause = family.excluded(self.case) if len(self.found) == before else ""
        if clause:
            self.excluded.append(clause)

    def diagnosis(self, *, finished: bool = False) -> Diagnosis:
        """Return what is known by now."""
        return Diagnosis(
            explanations=ranked(self.found),
            excluded=tuple(self.excluded),
            exhausted=self.exhausted and finished,
            finished=finished,
            milliseconds=self.spent,
        )


def explanations(case: Case) -> tuple[Explanation, ...]:
    """Return the ranked explanations alone, as the report lists them."""
    return diagnose(case).explanations
