"""What one press can do about a finding, where there is something that is right for every token."""

from collections.abc import Callable
from dataclasses import dataclass

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.time import HOUR
from jwtdesk.jose.words import tr
from jwtdesk.model.claims_shown import shows_json
from jwtdesk.model.edits import ClaimSet, Edit, KeyWanted, Slot
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.time_chips import chips, second_of
from jwtdesk.model.time_claims import TimeClaim, time_claims


@dataclass(frozen=True, slots=True)
class FindingFix:
    """The words on the button, and what it dispatches."""

    label: str
    edit: Edit


def fix_of(session: Session, finding: Finding) -> FindingFix | None:
    """Return the fix for `finding`, None where only a person can decide."""
    make = _FIXES.get(finding.id)
    if make is None or not shows_json(session.known, PaneName.PAYLOAD):
        return None
    return make(session, finding)


def _mended(session: Session, finding: Finding) -> FindingFix | None:
    """Write a miswritten time as whole seconds; a text that means none becomes now."""
    claim = _claim(session, finding.where.removeprefix("payload."))
    if claim is None:
        return None
    offered = chips(claim, session.moment)
    chip = offered[0] if offered[0].mends else offered[-1]
    label = chip.label if chip.mends else tr("Set to now")
    return FindingFix(label, ClaimSet(claim.slot, claim.name, chip.lexeme))


def _expires_soon(session: Session, _finding: Finding) -> FindingFix:
    """Let the token expire an hour from now."""
    lexeme = str(session.moment + HOUR)
    return FindingFix(tr("Let it expire in an hour"), ClaimSet(Slot.PAYLOAD, "exp", lexeme))


def _expires_later(session: Session, _finding: Finding) -> FindingFix | None:
    """Let the token expire an hour after it was issued."""
    issued = _claim(session, "iat")
    if issued is None:
        return None
    lexeme = str(second_of(issued, session.moment) + HOUR)
    return FindingFix(tr("An hour after “iat”"), ClaimSet(Slot.PAYLOAD, "exp", lexeme))


def _issued_now(session: Session, _finding: Finding) -> FindingFix:
    lexeme = str(session.moment)
    return FindingFix(tr("Issued now"), ClaimSet(Slot.PAYLOAD, "iat", lexeme))


def _typed(_session: Session, _finding: Finding) -> FindingFix:
    return FindingFix(tr("Add “typ”: “JWT”"), ClaimSet(Slot.HEADER, "typ", '"JWT"'))


def _better_key(session: Session, _finding: Finding) -> FindingFix | None:
    """Make a key that is strong enough for the token's algorithm."""
    name = session.known.fitting_algorithm or session.known.token.alg
    if name is None or name == "none":
        return None
    return FindingFix(tr("Generate a key that fits"), KeyWanted(name))


def _claim(session: Session, name: str) -> TimeClaim | None:
    return next((one for one in time_claims(session, Slot.PAYLOAD) if one.name == name), None)


_FIXES: dict[str, Callable[[Session, Finding], FindingFix | None]] = {
    "ms-timestamp": _mended,
    "float-time": _mended,
    "time-not-number": _mended,
    "no-exp": _expires_soon,
    "long-lived": _expires_soon,
    "exp-before-iat": _expires_later,
    "iat-in-future": _issued_now,
    "typ-missing": _typed,
    "short-hmac-key": _better_key,
    "known-weak-secret": _better_key,
    "short-rsa-key": _better_key,
    "roca-key": _better_key,
    "weak-exponent": _better_key,
}
