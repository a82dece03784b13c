"""What the validity window shows, read from the session: instants, and how far they are proven."""

from collections.abc import Mapping
from dataclasses import dataclass

from jwtdesk.analysis.acceptable import acceptable
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.time_lamp import CLAIMS as TIMES
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session
from jwtdesk.model.token_kinds import is_closed
from jwtdesk.ui.parts.moment import length_text, moment_text

_WIDEST = 1e15


@dataclass(frozen=True, slots=True)
class Validity:
    """The time claims of a token around the moment it is judged at, in seconds since 1970.

    `proven` is whether a right signature stands behind them; `live` whether `now` is the clock's.
    `first` and `last` are the whole seconds from which to which it is acceptable, leeway included.
    `nothing` says why there is nothing to draw, "" when there is.
    """

    iat: float | None
    nbf: float | None
    exp: float | None
    now: int
    leeway: int
    proven: bool
    live: bool
    first: int | None = None
    last: int | None = None
    nothing: str = ""

    @property
    def start(self) -> float | None:
        """The moment the token begins to count: not before `nbf`, else from `iat`."""
        return self.nbf if self.nbf is not None else self.iat

    @property
    def any(self) -> bool:
        """Whether there is a time claim at all."""
        return not (self.iat is None and self.nbf is None and self.exp is None)

    @property
    def late(self) -> bool:
        """Whether it has expired (RFC 7519 section 4.1.4)."""
        if self.last is not None:
            return self.now > self.last
        return self.exp is not None and self.now >= self.exp + self.leeway

    @property
    def early(self) -> bool:
        """Whether it does not count yet (RFC 7519 section 4.1.5)."""
        if self.first is not None:
            return self.now < self.first
        return self.nbf is not None and self.now < self.nbf - self.leeway

    @property
    def lifetime(self) -> float | None:
        """How long the token counts, in seconds, when both ends are known and in order."""
        first = self.iat if self.iat is not None else self.nbf
        if first is None or self.exp is None or self.exp < first:
            return None
        return self.exp - first


def validity(session: Session) -> Validity:
    """Return what the window shows for `session`."""
    found = claims_of(session.known.token)
    claims = found or {}
    bounds = acceptable(claims, session.rules)
    return Validity(
        iat=_instant(claims.get("iat")),
        nbf=_instant(claims.get("nbf")),
        exp=_instant(claims.get("exp")),
        now=session.moment,
        leeway=session.rules.leeway,
        proven=session.verdict.signature.state is State.OK,
        live=session.as_of is None,
        first=bounds.first,
        last=bounds.last,
        nothing=_nothing(session, claims, readable=found is not None),
    )


def _nothing(session: Session, claims: Mapping[str, Value], *, readable: bool) -> str:
    if is_closed(session.known.token):
        return tr("Encrypted: its times can be read once a key opens it.")
    if not session.known.token.payload_octets:
        return tr("There is no payload here that could say anything about time.")
    if not readable:
        return tr("The payload is no set of claims, so it says nothing about time.")
    if any(name in claims for name in TIMES):
        return ""
    return tr("No iat, nbf or exp: by itself this token never expires.")


def _instant(value: object) -> float | None:
    if not isinstance(value, Number):
        return None
    plain = value.plain
    if isinstance(plain, str) or not -_WIDEST < plain < _WIDEST:
        return None
    return plain


def standing_words(shown: Validity) -> tuple[str, str]:
    """Return the few words for how the token stands now, and their tone."""
    if shown.exp is not None and shown.late:
        words = tr("{time} late", time=length_text(shown.now - shown.exp))
        tone = "bad"
    elif shown.nbf is not None and shown.early:
        words = tr("begins in {time}", time=length_text(shown.nbf - shown.now))
        tone = "warn"
    elif shown.exp is None:
        words, tone = tr("no expiry"), "muted"
    elif shown.now >= shown.exp:
        words, tone = tr("expired, within the leeway"), "warn"
    else:
        words, tone = tr("{time} left", time=length_text(shown.exp - shown.now)), "ok"
    if shown.proven:
        return words, tone
    if tone == "ok":
        return tr("claimed, not proven"), "muted"
    return tr("{words}, not proven", words=words), "muted"


def spoken(shown: Validity, *, local: bool) -> str:
    """Return the whole window in one sentence, for those who do not see it."""
    if not shown.any:
        return shown.nothing or tr("This token has no time claims.")
    said: list[str] = []
    if shown.iat is not None:
        said.append(tr("issued {time}", time=moment_text(shown.iat, local=local)))
    if shown.nbf is not None:
        said.append(tr("valid from {time}", time=moment_text(shown.nbf, local=local)))
    if shown.exp is not None:
        said.append(tr("expires {time}", time=moment_text(shown.exp, local=local)))
    said.append(tr("now {time}", time=moment_text(shown.now, local=local)))
    return "; ".join((*said, standing_words(shown)[0], *bounds_words(shown, local=local)))


def bounds_words(shown: Validity, *, local: bool) -> tuple[str, ...]:
    """Return the first and the last second at which the token is acceptable, in words."""
    said = []
    if shown.first is not None:
        time = moment_text(shown.first, local=local)
        said.append(tr("first acceptable second {time}", time=time))
    if shown.last is not None:
        time = moment_text(shown.last, local=local)
        said.append(tr("last acceptable second {time}", time=time))
    return tuple(said)
