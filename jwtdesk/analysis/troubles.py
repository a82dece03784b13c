"""What is wrong with a token, as clauses that a sentence can be made of."""

from collections.abc import Sequence
from typing import Protocol

from jwtdesk.analysis.binding_claims import FUTURE
from jwtdesk.analysis.time import rough
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.words import plural, tr


class Judged(Protocol):
    """The lamps and counts that the clauses are made from."""

    @property
    def structure(self) -> Lamp:
        """How the token is written."""

    @property
    def time(self) -> Lamp:
        """Whether it is in date."""

    @property
    def policy(self) -> Lamp:
        """Whether it is acceptable."""

    @property
    def key_binding(self) -> Lamp | None:
        """Whether its holder presented it, if an SD-JWT says so."""

    @property
    def broken(self) -> int:
        """How many expectations are broken."""

    @property
    def distance(self) -> int | None:
        """Seconds to the failing date, if one fails."""


def troubles(lamps: Judged, *, proven: bool) -> list[str]:
    """Return one clause for each lamp that fails, the gravest first.

    Dates are told exactly only when the signature is `proven`: until then they are mere claims.
    """
    found = []
    if lamps.structure.state is State.BAD:
        found.append(tr("the token is malformed"))
    if lamps.time.state in {State.BAD, State.WARN}:
        who = tr("it") if found else tr("the token")
        found.append(_time(who, lamps.time.code, lamps.distance if proven else None))
    if lamps.policy.state is State.BAD:
        found.append(_policy(lamps.policy.code, lamps.broken))
    bound = lamps.key_binding
    if bound is not None and bound.state is State.BAD:
        found.append(tr("its key binding is wrong"))
    elif bound is not None and bound.code == FUTURE:
        found.append(tr("its key binding claims to be made in the future"))
    elif bound is not None and proven and is_open(bound):
        found.append(tr("its key binding cannot be checked"))
    return found


def is_open(key_binding: Lamp) -> bool:
    """Return whether nobody can say if the holder signed: it is more than not being expected."""
    if key_binding.state is not State.UNKNOWN:
        return False
    # What checks a key binding is loaded with the first token that has one.
    from jwtdesk.analysis.key_binding import NOT_EXPECTED

    return key_binding.code != NOT_EXPECTED


def listed(clauses: Sequence[str]) -> str:
    """Return the clauses joined as a sentence lists them: "a", "a and b", "a, b and c"."""
    if len(clauses) == 1:
        return clauses[0]
    return tr("{first} and {last}", first=", ".join(clauses[:-1]), last=clauses[-1])


def _time(who: str, code: str, distance: int | None) -> str:
    if code == "expired":
        return _expired(who, distance)
    if code == "not-yet-valid":
        if distance is None:
            return tr("{who} is not valid yet", who=who)
        return tr("{who} is not valid for another {span}", who=who, span=rough(distance))
    if code == "time-not-number":
        return tr("one of its times is not a number")
    return tr("it claims to be issued in the future")


def _expired(who: str, distance: int | None) -> str:
    if distance is None:
        return tr("{who} has expired", who=who)
    if not distance:
        return tr("{who} has just expired", who=who)
    return tr("{who} expired {span} ago", who=who, span=rough(distance))


def _policy(code: str, broken: int) -> str:
    if broken > 1:
        return plural(broken, "{count} rule is broken", "{count} rules are broken")
    clauses = {
        "alg-not-allowed": tr("its algorithm is not accepted"),
        "issuer-mismatch": tr("its issuer is not the expected one"),
        "audience-mismatch": tr("it is meant for another audience"),
        "subject-mismatch": tr("its subject is not the expected one"),
        "type-mismatch": tr("its type is not the expected one"),
        "nonce-mismatch": tr("its nonce is not the expected one"),
        "claim-missing": tr("a required claim is missing"),
        "too-old": tr("it is too old"),
        "lifetime-too-long": tr("its lifetime is too long"),
        "crit-not-understood": tr("it demands something that is not understood"),
        "kb-missing": tr("its key binding is missing"),
        "issuer-alg-none": tr("its issuer did not sign it"),
    }
    if code.startswith("key-"):
        return tr("the key itself forbids this use")
    return clauses.get(code, tr("it must be refused"))
