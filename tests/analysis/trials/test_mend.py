"""A mend is offered only when it can be written down, and was tried."""

import json

from jwtdesk.analysis.hypothesis import UseToken
from jwtdesk.analysis.trials.mend import mend
from jwtdesk.analysis.trials.part import parts_of
from jwtdesk.analysis.trials.trial import Trial
from jwtdesk.jose.base64url import decode
from tests.analysis.diagnosis.making import SECRET, part, riddle, token

HEAD, BODY, LAST = token("HS256", SECRET).split(".")
WRONG = part(bytes(32))


def trial(**more: str) -> Trial:
    """Return what was found to fit a token in JSON whose signature is wrong."""
    text = json.dumps({"payload": BODY, "protected": HEAD, "signature": WRONG, **more})
    (found,) = parts_of(riddle(text, SECRET))
    (key,), chosen = found.keys, found.algorithm
    assert chosen is not None
    return Trial(found, key, chosen, HEAD, BODY, found.message, decode(LAST).octets)


def test_the_right_signature_is_put_in_the_place_of_the_wrong_one() -> None:
    """Everything else in the JSON stays."""
    found = trial(more="stays")
    fix = mend(found, ())
    assert fix is not None
    assert fix.changes == (UseToken(found.part.token.text.replace(WRONG, LAST)),)


def test_where_the_wrong_one_is_there_twice_nothing_is_offered() -> None:
    """Neither the right signature nor a new one can be put in."""
    assert mend(trial(more=WRONG), ()) is None
