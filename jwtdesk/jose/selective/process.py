"""Disclosures put where their digests stand: the processed payload (RFC 9901 section 7.1, step 3).

Nothing here is recursive: a hostile token may nest its disclosures hundreds deep.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.selective.disclosure import ENTRY, MEMBER, Piece
from jwtdesk.jose.selective.faults import Faults
from jwtdesk.jose.selective.step import Step
from jwtdesk.jose.words import plural, tr

# As deep as any payload may be here.
DEPTH = 200


@dataclass(frozen=True, slots=True)
class _Work:
    """One object or list that is copied from `source` to `target`, its digests resolved.

    `parent` is the digest of the disclosure it came in, "" for the payload's own; `placed` is
    false inside a disclosure that has no place, whose own disclosures have none either.
    """

    source: Value
    target: Value
    step: Step
    depth: int
    parent: str
    placed: bool


@dataclass(slots=True)
class Processing:
    """One pass over a payload; afterwards the fields say what was found.

    `pieces` has each disclosure by its digest. `steps` says where each was put, `parents` in which
    disclosure its digest stands ("": in the payload itself), `misplaced` why one was not put there.
    """

    pieces: dict[str, Piece]
    faults: Faults = field(default_factory=Faults)
    steps: dict[str, Step] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    misplaced: dict[str, Problem] = field(default_factory=dict)
    repeated: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    undisclosed: int = 0
    _waiting: deque[_Work] = field(default_factory=deque)

    def run(self, payload: dict[str, Value]) -> dict[str, Value]:
        """Return `payload` with everything disclosed in it and without its digests."""
        target: dict[str, Value] = {}
        self._waiting.append(_Work(payload, target, Step(), 1, "", placed=True))
        while self._waiting:
            work = self._waiting.popleft()
            if isinstance(work.source, dict) and isinstance(work.target, dict):
                self._object(work, work.source, work.target)
            elif isinstance(work.source, list) and isinstance(work.target, list):
                self._list(work, work.source, work.target)
        if self.repeated:
            self._tell_repeated()
        return target

    def _object(self, work: _Work, source: dict[str, Value], target: dict[str, Value]) -> None:
        for name, value in source.items():
            if name == "_sd" or (name == "_sd_alg" and work.depth == 1):
                continue
            if name == "_sd_alg":
                message = tr(
                    "“_sd_alg” stands inside {place}: it may only stand at the top of the payload.",
                    place=work.step.path(),
                )
                self.faults.add("sd-alg-nested", message)
            elif name == "...":
                message = tr(
                    "“...” in {place} is reserved for the digest of a list entry, and this is no "
                    "list.",
                    place=work.step.path(),
                )
                self.faults.add("dots-misplaced", message)
            target[name] = self._copied(work, value, name)
        digests = source.get("_sd", [])
        if not isinstance(digests, list):
            message = tr("“_sd” in {place} is not a list of digests.", place=work.step.path())
            self.faults.add("sd-not-list", message)
            return
        for digest in digests:
            if not isinstance(digest, str):
                message = tr("“_sd” in {place} holds no text.", place=work.step.path())
                self.faults.add("sd-digest-not-text", message)
            elif piece := self._disclosed(work, digest):
                self._member(work, piece, target)

    def _list(self, work: _Work, source: list[Value], target: list[Value]) -> None:
        for value in source:
            if not isinstance(value, dict) or "..." not in value:
                target.append(self._copied(work, value, len(target)))
                continue
            step, digest = Step(work.step, len(target)), value["..."]
            if len(value) > 1:
                message = tr("Beside “...” in {place} stands something else.", place=step.path())
                self.faults.add("dots-not-alone", message)
            elif not isinstance(digest, str):
                message = tr("“...” in {place} holds no text.", place=step.path())
                self.faults.add("sd-digest-not-text", message)
            elif piece := self._disclosed(work, digest):
                self._entry(work, piece, target, step)

    def _copied(self, work: _Work, value: Value, name: str | int) -> Value:
        """Return the copy of `value`, which is filled in later when it is an object or a list."""
        if not isinstance(value, dict | list):
            return value
        target: Value = {} if isinstance(value, dict) else []
        step, depth = Step(work.step, name), work.depth + 1
        self._waiting.append(_Work(value, target, step, depth, work.parent, work.placed))
        return target

    def _disclosed(self, work: _Work, digest: str) -> Piece | None:
        """Return the disclosure that `digest` stands for; a digest counts once only."""
        if digest in self.seen:
            self.repeated[digest] = self.repeated.get(digest, 1) + 1
            return None
        self.seen.add(digest)
        piece = self.pieces.get(digest)
        if piece is None:
            self.undisclosed += work.placed
            return None
        self.parents[digest] = work.parent
        return None if piece.problem else piece

    def _member(self, work: _Work, piece: Piece, target: dict[str, Value]) -> None:
        name, step = piece.name or "", Step(work.step, piece.name or "")
        fault = _misfit(piece, MEMBER, work.depth)
        if not fault and name in target:
            message = tr("A claim with its name, “{name}”, already stands there.", name=name)
            fault = Problem("disclosure-name-taken", message)
        value = self._value(work, piece, step, fault)
        if not fault:
            target[name] = value

    def _entry(self, work: _Work, piece: Piece, target: list[Value], step: Step) -> None:
        fault = _misfit(piece, ENTRY, work.depth)
        value = self._value(work, piece, step, fault)
        if not fault:
            target.append(value)

    def _value(self, work: _Work, piece: Piece, step: Step, fault: Problem | None) -> Value:
        """Return the value of a disclosure; with a `fault` its own disclosures have no place."""
        if fault:
            self.misplaced[piece.digest] = fault
        placed = work.placed and not fault
        if placed:
            self.steps[piece.digest] = step
        if piece.plain:
            return piece.value
        inside = _Work(None, None, work.step, work.depth, piece.digest, placed)
        return self._copied(inside, piece.value, step.name if step.name is not None else "")

    def _tell_repeated(self) -> None:
        count, first = len(self.repeated), next(iter(self.repeated))
        message = plural(
            count,
            "The digest {digest}… occurs {times} times: each may occur only once.",
            "{count} digests occur more than once, the first ({digest}…) {times} times: each may "
            "occur only once.",
            digest=first[:12],
            times=f"{self.repeated[first]:,}",
        )
        self.faults.add("digest-repeated", message)


def _misfit(piece: Piece, length: int, depth: int) -> Problem | None:
    """Return why a disclosure cannot stand where its digest does."""
    if piece.length != length:
        if length == MEMBER:
            message = tr("It has the form of a list entry, but its digest stands in an object.")
        else:
            message = tr("It has the form of a claim with a name, but its digest stands in a list.")
        return Problem("disclosure-form", message)
    if depth + piece.levels > DEPTH:
        message = tr("It lies deeper than {depth} levels: too deep to be put in.", depth=DEPTH)
        return Problem("disclosure-too-deep", message)
    return None


def by_digest(pieces: Sequence[Piece]) -> dict[str, Piece]:
    """Return the disclosures by their digests, the first of equal ones."""
    found: dict[str, Piece] = {}
    for piece in pieces:
        found.setdefault(piece.digest, piece)
    return found
