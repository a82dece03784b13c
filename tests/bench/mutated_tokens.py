"""Mutated tokens under odd keys: how many a second, how long the worst, and never an exception.

`python -m tests.bench.mutated_tokens 100000` asks every family about that many; a few by default.
"""

import random
import sys
import time

from jwtdesk.analysis.case import case_of
from jwtdesk.analysis.hypothesis import Case, Effort, Hypothesis, Work, hypotheses
from jwtdesk.jose.key import KeyInput, SecretEncoding
from tests.analysis.diagnosis.test_odd_texts import KEYS, mutated

DEFAULT = 500
# Each family is asked until it has done about this many milliseconds of work.
SHARE = 0.5
FORMATS = ("auto", "auto", "secret", "jwk", "pem")


def ask(family: Hypothesis, case: Case) -> None:
    """Ask one family for a while; whatever it raises ends the run."""
    spent = 0.0
    for said in family.explain(case):
        spent += said.milliseconds if isinstance(said, Work) else 0.0
        if spent > SHARE:
            return
    family.excluded(case)


def main() -> None:
    """Make and ask, and print how it went."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    chance = random.Random(count)  # noqa: S311 - dice
    families = [one for one in hypotheses() if one.effort is Effort.QUICK]
    worst, begun = 0.0, time.process_time()
    for _ in range(count):
        given = KeyInput(
            chance.choice(KEYS), chance.choice(FORMATS), chance.choice(list(SecretEncoding))
        )
        text = mutated(chance)
        started = time.process_time()
        case = case_of(text, given)
        for family in families:
            ask(family, case)
        worst = max(worst, time.process_time() - started)
    spent = time.process_time() - begun
    print(f"{count:,} mutated tokens, {len(families)} families each, no exception")
    print(f"{spent * 1e3 / count:.1f} ms each, the worst {worst * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
