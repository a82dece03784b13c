"""From a token and what the mathematics said to the whole verdict: every check runs, always."""

from collections.abc import Sequence

from jwtdesk.analysis.headline import Lamps, headline, reason
from jwtdesk.analysis.key_binding import key_binding
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.policy import policy
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.signature_lamp import deciding, right_of, signature_lamp, single_lamps
from jwtdesk.analysis.structure import structure_lamp
from jwtdesk.analysis.time import ceiling, floor, is_countable
from jwtdesk.analysis.time_lamp import read_times, time_lamp
from jwtdesk.analysis.verdict import Lamp, State, Verdict
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification
from jwtdesk.jose.words import tr


def judge(
    token: Token | None,
    verification: Verification | Sequence[Verification] | None,
    rules: Rules,
    now: int,
    keys: Keys | Unreadable | None = None,
) -> Verdict:
    """Return the verdict on `token` at `now` (seconds since 1970); never raises.

    `verification` is the answer for each of its signatures in order, or for the only one; None
    when nothing was checked. `keys` is what the user gave, for the key's own restrictions.
    """
    checks = _checks(verification)
    decided = deciding(token, checks, keys)
    claims = claims_of(token)
    position = next((at for at, one in enumerate(checks) if one is decided), 0)
    found = policy(token, decided, rules, now, keys=keys, position=position)
    lamps = Lamps(
        structure=structure_lamp(token),
        signature=signature_lamp(decided, checks, token),
        time=_time(token, claims, rules, now) if token else _nothing_yet("no-claims"),
        policy=found.lamp if token else _nothing_yet("not-checked"),
        broken=len(found.faults),
        distance=_distance(claims, rules, now),
        right=right_of(checks),
        key_binding=key_binding(token, rules, now) if token else None,
        expects=bool(found.expected),
    )
    return Verdict(
        structure=lamps.structure,
        signature=lamps.signature,
        time=lamps.time,
        policy=lamps.policy,
        headline=headline(token, lamps),
        reason=reason(token, lamps),
        verification=decided,
        signatures=single_lamps(token, checks),
        key_binding=lamps.key_binding,
    )


def _checks(
    verification: Verification | Sequence[Verification] | None,
) -> tuple[Verification, ...]:
    if verification is None:
        return ()
    return (verification,) if isinstance(verification, Verification) else tuple(verification)


def _time(token: Token, claims: dict[str, Value] | None, rules: Rules, now: int) -> Lamp:
    closed = token.encrypted is not None and token.payload_octets is None
    return time_lamp(claims, rules, now, closed=closed)


def _nothing_yet(code: str) -> Lamp:
    return Lamp(State.UNKNOWN, code, tr("There is no token yet."), tr("Nothing yet"))


def _distance(claims: dict[str, Value] | None, rules: Rules, now: int) -> int | None:
    """Return the seconds since the expiry, or until the beginning; None when neither fails."""
    times = read_times(claims or {}, rules, now).found
    expiry, start = times.get("exp"), times.get("nbf")
    if expiry is not None and is_countable(expiry) and expiry + rules.leeway <= now:
        return now - floor(expiry)
    if start is not None and is_countable(start) and start - rules.leeway > now:
        return ceiling(start) - now
    return None
