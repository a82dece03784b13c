"""Numbers that no signature has by chance, and that end the arithmetic early."""

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.ecdsa_damage import fitting_edits
from jwtdesk.analysis.trials.ecdsa_numbers import Numbers, levelled
from jwtdesk.jose.ec_math import CURVES

CURVE = CURVES["P-256"]
BASE = (CURVE.x, CURVE.y)


def test_a_signature_that_leads_to_no_point_leaves_the_letters_between_the_halves() -> None:
    """With the base point for a key and r = n - z, everything adds up to infinity."""
    one = Numbers("A" * 86, CURVE, BASE, 5, CURVE.n - 5, 7, 32)
    edits = [each for each in fitting_edits(one) if not isinstance(each, Work)]
    assert edits
    assert {each.at for each in edits} <= {41, 42, 43, 84, 85}


def test_a_point_is_levelled_and_infinity_stays_what_it_is() -> None:
    """Multiplied out or not, it is the same point."""
    x, y = BASE
    spread = (x * 4 % CURVE.p, y * 8 % CURVE.p, 2)
    assert levelled(CURVE, spread) == (x, y, 1)
    assert levelled(CURVE, (0, 1, 0)) == (0, 1, 0)
