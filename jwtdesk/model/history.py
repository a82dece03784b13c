"""One undo history across all panes; keys never enter it."""

from dataclasses import dataclass, replace

from jwtdesk.model.forms import Form
from jwtdesk.model.holder import Holder
from jwtdesk.model.source import FromToken, Source

COALESCE_SECONDS = 1.0
LONGEST = 500
# A long history of large tokens must not fill the memory: code points kept in all. Two of the
# largest tokens fit; the latest step is kept whatever it weighs.
LARGEST = 24_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """A state one can return to: who owned the truth, and what each pane held then."""

    source: Source
    original: str
    token: str
    header: str
    payload: str
    compact: bool
    detached: bytes | None = None
    form: Form | None = None
    entry: int = 0
    holders: tuple[Holder, ...] = ()

    @property
    def texts(self) -> "dict[int, int]":
        """The lengths of the texts that this step keeps alive, by the identity of each."""
        held = [self.original, self.token, self.header, self.payload, self.detached or b""]
        held += [one.token for one in self.holders]
        if isinstance(self.source, FromToken):
            held.append(self.source.text)
        else:
            header, payload, like = self.source.header, self.source.payload, self.source.like
            held += [header.text, payload.text, header.encoded or "", payload.encoded or ""]
            # With what it was decoded to.
            held += [like.text, like.payload_octets or b""] if like else []
        return {id(one): len(one) for one in held}


@dataclass(frozen=True, slots=True)
class History:
    """Steps behind and ahead of the present one.

    `run` names the typing run that the last edit belonged to and `at` its moment in seconds: the
    next edit of the same run within a second adds no step.
    """

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    run: str = ""
    at: float = 0.0

    def noted(self, before: Step, run: str, at: float) -> "History":
        """Remember `before` as a step to return to, unless the same typing run goes on.

        An empty `run` never coalesces.
        """
        if run and run == self.run and 0 <= at - self.at <= COALESCE_SECONDS and self.past:
            return replace(self, future=(), at=at)
        return History(_bounded((*self.past, before)), (), run, at)

    def back(self, present: Step) -> "tuple[Step, History] | None":
        """Return the step before `present` and the history seen from there, or None."""
        if not self.past:
            return None
        return self.past[-1], History(self.past[:-1], (*self.future, present))

    def forward(self, present: Step) -> "tuple[Step, History] | None":
        """Return the step that was undone last and the history seen from there, or None."""
        if not self.future:
            return None
        return self.future[-1], History((*self.past, present), self.future[:-1])


def _bounded(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    kept = 0
    room = LARGEST
    counted: set[int] = set()
    for step in reversed(steps[-LONGEST:]):
        texts = step.texts
        # What two steps share is in the memory once.
        room -= sum(length for text, length in texts.items() if text not in counted)
        if room < 0 and kept:
            break
        counted |= texts.keys()
        kept += 1
    return steps[len(steps) - kept :]
