"""The processed payload of an SD-JWT as text, with a mark on everything that was disclosed."""

from dataclasses import dataclass

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jsontext import members, pretty
from jwtdesk.jose.reveal import reveal
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr
from jwtdesk.model.margin import MarginNote, Tone
from jwtdesk.model.session import Session

# Beyond so many members none is marked: the mark is not worth the walk.
MOST = 5_000


@dataclass(frozen=True, slots=True)
class DisclosedPayload:
    """The text and the notes beside it; `problem` says why there is no text."""

    text: str = ""
    notes: tuple[MarginNote, ...] = ()
    problem: str = ""


def disclosed_payload(session: Session) -> DisclosedPayload:
    """Return what the token on the desk says with its disclosures in place (RFC 9901 section 7.1).

    It is only looked at: an SD-JWT carries digests in their place.
    """
    selective = session.known.token.selective
    if selective is None:
        return DisclosedPayload()
    if selective.payload is None:
        why = tr("The payload cannot be processed: see what is wrong with the structure.")
        return DisclosedPayload(problem=why)
    return _worked_out(_Itself(session.known.token))


class _Itself:
    """A token as a key of its own: equal to nothing else, whatever it says."""

    __slots__ = ("token",)

    def __init__(self, token: Token) -> None:
        self.token = token

    def __hash__(self) -> int:
        return id(self.token)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.token is self.token


@remembered(1)
def _worked_out(key: _Itself) -> DisclosedPayload:
    selective = key.token.selective
    text = pretty(reveal(key.token))
    paths = {one.path for one in selective.disclosures} if selective else set()
    notes = tuple(
        MarginNote(one.key.start, tr("disclosed"), Tone.INFO, "eye")
        for one in members(text, limit=MOST)
        if one.path in paths
    )
    return DisclosedPayload(text, notes)
