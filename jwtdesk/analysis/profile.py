"""How one kind of token presents itself: how it is recognised, and the checklist of its rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.discover import registered

# Below this a shape is chance: a profile that is no surer of a token is not offered.
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a checklist: whether a rule holds, said in one sentence, and where it stands.

    The state is OK, BAD (a rule is broken), WARN (allowed, but not advised) or UNKNOWN (only the
    reader can tell: a value must be compared with one that is not in the token).
    """

    state: State
    sentence: str
    reference: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of token that a specification or a provider defines.

    `name` is stable; `title` is English, to be translated when it is shown. `recognise` says how
    sure a token is of this kind, 0.0 (no) to 1.0 (it says so itself). `checks` yields the
    checklist, in the order of its specification; it is right for any token and never raises.
    """

    name: str
    title: str
    order: int
    recognise: Callable[[Subject], float]
    checks: Callable[[Subject], Iterable[Check]]


@cache
def profiles() -> tuple[Profile, ...]:
    """Return every registered profile, in the order a picker shows them."""
    found = registered("jwtdesk.analysis.profiles", "PROFILE")
    return tuple(one for one in found if isinstance(one, Profile))


def recognised(subject: Subject) -> tuple[Profile, ...]:
    """Return the profiles that a token seems to follow, the surest first; often one, or none.

    A provider's own rules come beside those of the specification that its token follows.
    """
    sure = [(one.recognise(subject), one) for one in profiles()]
    likely = [pair for pair in sure if pair[0] >= LIKELY]
    return tuple(one for _, one in sorted(likely, key=lambda pair: (-pair[0], pair[1].order)))


@dataclass(frozen=True, slots=True)
class Followed:
    """The profile that a token is surest to follow, and how it fares under its rules."""

    profile: Profile
    checks: tuple[Check, ...]


def followed(subject: Subject) -> Followed | None:
    """Return the surest profile of a token with its checklist, None when it follows none."""
    surest = next(iter(recognised(subject)), None)
    return Followed(surest, tuple(surest.checks(subject))) if surest else None
