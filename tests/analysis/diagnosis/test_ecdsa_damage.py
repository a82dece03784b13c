"""One wrong letter under the curves: wherever it stands, by arithmetic instead of by trying."""

import pytest

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Work,
    hypotheses,
)
from jwtdesk.analysis.trials.ecdsa_damage import fitting_edits
from jwtdesk.analysis.trials.ecdsa_numbers import numbers
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.jose.algorithm import algorithm
from tests.analysis.diagnosis.making import CURVES, card, causes, ec_key, public, riddle, token

ALGS = tuple(CURVES)
SHARES = (0.0, 0.1, 0.49, 0.5, 0.51, 0.9, 1.0)
# Whether the others stay silent is asked once for each number; the family itself at every place.
ASKED_OF_ALL = {1, 5}


def places(alg: str) -> tuple[str, list[int]]:
    """Return a good token and the places of its signature that are tried."""
    made = token(alg, ec_key(alg))
    start = made.rindex(".") + 1
    last = len(made) - 1
    return made, sorted({start + round(share * (last - start)) for share in SHARES})


def alone(case: Case) -> Explanation:
    """Return what the quick family of damaged letters finds by itself: proven, and it mends."""
    (family,) = (
        one
        for one in hypotheses()
        if "damaged-in-copy" in one.ids and one.last_resort and one.effort is Effort.QUICK
    )
    (found,) = (one for one in family.explain(case) if isinstance(one, Explanation))
    assert found.confidence is Confidence.PROVEN
    assert found.fix is not None
    assert verifies(case, found.fix)
    return found


@pytest.mark.parametrize("alg", ALGS)
def test_a_wrong_letter_in_the_signature_is_found_at_once(alg: str) -> None:
    """In r, in s, between them, in the last: by the quick diagnosis, on every curve."""
    made, tried = places(alg)
    for number, at in enumerate(tried):
        # A letter whose used bits differ: the last one has bits that belong to no byte.
        other = "Q" if made[at] in "ghijklmnopqrstuvwxyz" else "w"
        case = riddle(made[:at] + other + made[at + 1 :], public(ec_key(alg)))
        found = alone(case)
        assert number not in ASKED_OF_ALL or card(case, "damaged-in-copy", mends=True) == found
        assert f"character {at + 1:,}" in found.evidence, (at, found.evidence)


@pytest.mark.parametrize("alg", ALGS)
def test_letters_that_changed_places_in_the_signature_are_found(alg: str) -> None:
    """As above, with a letter and the next one."""
    made, tried = places(alg)
    for number, at in enumerate(tried[:-1]):
        pair = next(place for place in range(at, len(made) - 2) if made[place] != made[place + 1])
        bad = made[:pair] + made[pair + 1] + made[pair] + made[pair + 2 :]
        case = riddle(bad, public(ec_key(alg)))
        found = alone(case)
        assert number not in ASKED_OF_ALL or card(case, "damaged-in-copy", mends=True) == found


@pytest.mark.parametrize("alg", ALGS)
def test_few_checks_are_made(alg: str) -> None:
    """Of thousands of letters a handful are checked: what touches both halves, and what fits."""
    made, tried = places(alg)
    head, at = made.rindex("."), tried[1]
    text = made[head + 1 :]
    bad = text[: at - head - 1] + ("A" if made[at] != "A" else "B") + text[at - head :]
    chosen, case = algorithm(alg), riddle(made, public(ec_key(alg)))
    assert chosen is not None
    key = case.keys.members[0]  # type: ignore[union-attr]  # it is readable
    signed = numbers(bad, chosen, key, made[:head].encode())
    assert signed is not None
    edits = [one for one in fitting_edits(signed) if not isinstance(one, Work)]

    assert len(edits) <= 140
    assert text in {one.applied(bad) for one in edits}


@pytest.mark.parametrize(
    "signature",
    ["", "A" * 85, "A" * 86, "A" * 87, "=" * 86, "_" * 86, "é" * 86, "A" * 43 + "_" * 43],
)
def test_no_numbers_no_search(signature: str) -> None:
    """Of the wrong length, of foreign letters, of zeros, or too large: nothing raises."""
    chosen, key = algorithm("ES256"), riddle(token("ES256", ec_key()), public(ec_key())).keys
    assert chosen is not None
    signed = numbers(signature, chosen, key.members[0], b"message")  # type: ignore[union-attr]  # it is readable

    assert signed is None or isinstance(list(fitting_edits(signed)), list)


@pytest.mark.parametrize("alg", ALGS)
def test_two_wrong_letters_are_not_explained(alg: str) -> None:
    """What is not one letter stays unexplained."""
    made, tried = places(alg)
    bad = made
    for at in (tried[1], tried[-2]):
        bad = bad[:at] + ("Q" if bad[at] != "Q" else "w") + bad[at + 1 :]

    assert "damaged-in-copy" not in causes(riddle(bad, public(ec_key(alg))))
