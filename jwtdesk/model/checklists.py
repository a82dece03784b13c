"""The checklists a token is held against: those of the profiles it seems to follow."""

from dataclasses import dataclass

from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.profile import Check, Profile, profiles, recognised
from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session


@dataclass(frozen=True, slots=True)
class Checklist:
    """One profile's checklist for the token on the desk; `chosen` when the user asked for it."""

    name: str
    title: str
    checks: tuple[Check, ...]
    chosen: bool = False


def offered() -> tuple[tuple[str, str], ...]:
    """Return the name and the title of every profile, in the order a picker shows them."""
    return tuple((one.name, tr(one.title)) for one in profiles())


def checklists(session: Session, chosen: str = "") -> tuple[Checklist, ...]:
    """Return the checklists of the recognised profiles, or that of the profile named `chosen`."""
    if session.empty:
        return ()
    subject = Subject(
        session.known.token,
        session.known.keys,
        session.verdict.verification,
        session.moment,
        session.rules,
    )
    named = tuple(one for one in profiles() if one.name == chosen)
    return tuple(_list(one, subject, chosen=bool(named)) for one in named or recognised(subject))


def _list(profile: Profile, subject: Subject, *, chosen: bool) -> Checklist:
    checks = tuple(profile.checks(subject))
    return Checklist(profile.name, tr(profile.title), checks, chosen)
