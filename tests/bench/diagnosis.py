"""What each family of the diagnosis costs on a 2 KB token that nothing explains.

Every family runs to its end, as in the worst case. The floor of the same run is one check of the
same signature; the ratio says how many checks a family is worth.
"""

import json
import time

from jwtdesk.analysis.diagnose import diagnose
from jwtdesk.analysis.hypothesis import Case, Effort, hypotheses
from jwtdesk.analysis.trials.trial import trials, wrong_parts
from tests.analysis.diagnosis.making import SECRET, ec_key, ed_key, public, riddle, rsa_key, token

CLAIMS = json.dumps({f"claim{n}": "value " * 6 for n in range(26)}, separators=(",", ":"))
CASES = {
    "HS256": (SECRET, b"another secret"),
    "RS256": (rsa_key(), public(rsa_key(1))),
    "ES256": (ec_key(), public(ec_key("ES256", 1))),
    "ES512": (ec_key("ES512"), public(ec_key("ES512", 1))),
    "EdDSA": (ed_key(), public(ed_key(1))),
}


def spent(work: object) -> float:
    """Return the milliseconds of processor time that running `work` takes."""
    begun = time.process_time()
    for _ in work:  # type: ignore[attr-defined]  # an iterator
        pass
    return (time.process_time() - begun) * 1e3


def floor(case: Case) -> float:
    """Return the milliseconds of one check."""
    part = wrong_parts(case)[0]
    trial = next(trials(part, ()))
    begun = time.process_time()
    for _ in range(50):
        trial.fits()
    return (time.process_time() - begun) * 1e3 / 50


def main() -> None:
    """Print a table for each algorithm."""
    for alg, (key, text) in CASES.items():
        case = riddle(token(alg, key, claims=CLAIMS), text)
        diagnose(case)
        one = floor(case)
        rows = [
            (spent(family.explain(case)), family.ids[0], family.last_resort)
            for family in hypotheses()
            if family.effort is Effort.QUICK
        ]
        total = sum(row[0] for row in rows)
        print(f"{alg}, {len(case.text):,} characters: {total:,.0f} ms, one check {one:.3f} ms")
        for cost, name, last in sorted(rows, reverse=True):
            if cost >= 1:
                print(
                    f"  {name:26} {cost:8.1f} ms {cost / one:10,.0f} checks{'  *' if last else ''}"
                )
    print("* only while nothing is proven")


if __name__ == "__main__":
    main()
