"""Disclosures put where their digests stand: the processed payload (RFC 9901 section 7.1, step 3).

Nothing here is recursive: a hostile token may nest its disclosures hundreds deep.
"""

from collections import deque
from dataclasses import dataclass, field

from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.selective.disclosure import ENTRY, MEMBER, Piece
from jwtdesk.jose.selective.faults import Faults
from jwtdesk.jose.selective.fit import misfit
from jwtdesk.jose.selective.step import Step
from jwtdesk.jose.selective.work import ListWork, ObjectWork, Place
from jwtdesk.jose.words import plural, tr


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
    _waiting: deque[ObjectWork | ListWork] = field(default_factory=deque)

    def run(self, payload: dict[str, Value]) -> dict[str, Value]:
        """Return `payload` with everything disclosed in it and without its digests."""
        target: dict[str, Value] = {}
        self._waiting.append(ObjectWork(Place(Step(), 1, "", placed=True), payload, target))
        while self._waiting:
            work = self._waiting.popleft()
            if isinstance(work, ObjectWork):
                self._object(work.place, work.source, work.target)
            else:
                self._list(work.place, work.source, work.target)
        if self.repeated:
            self._tell_repeated()
        return target

    def _object(self, place: Place, source: dict[str, Value], target: dict[str, Value]) -> None:
        for name, value in source.items():
            if name == "_sd" or (name == "_sd_alg" and place.depth == 1):
                continue
            if name == "_sd_alg":
                message = tr(
                    "“_sd_alg” stands inside {place}: it may only stand at the top of the payload.",
                    place=place.step.path(),
                )
                self.faults.add("sd-alg-nested", message)
            elif name == "...":
                message = tr(
                    "“...” in {place} is reserved for the digest of a list entry, and this is no "
                    "list.",
                    place=place.step.path(),
                )
                self.faults.add("dots-misplaced", message)
            target[name] = self._copied(place, value, name)
        digests = source.get("_sd", [])
        if not isinstance(digests, list):
            message = tr("“_sd” in {place} is not a list of digests.", place=place.step.path())
            self.faults.add("sd-not-list", message)
            return
        for digest in digests:
            if not isinstance(digest, str):
                message = tr("“_sd” in {place} holds no text.", place=place.step.path())
                self.faults.add("sd-digest-not-text", message)
            elif piece := self._disclosed(place, digest):
                self._member(place, piece, target)

    def _list(self, place: Place, source: list[Value], target: list[Value]) -> None:
        for value in source:
            if not isinstance(value, dict) or "..." not in value:
                target.append(self._copied(place, value, len(target)))
                continue
            step, digest = Step(place.step, len(target)), value["..."]
            if len(value) > 1:
                message = tr("Beside “...” in {place} stands something else.", place=step.path())
                self.faults.add("dots-not-alone", message)
            elif not isinstance(digest, str):
                message = tr("“...” in {place} holds no text.", place=step.path())
                self.faults.add("sd-digest-not-text", message)
            elif piece := self._disclosed(place, digest):
                self._entry(place, piece, target, step)

    def _copied(self, place: Place, value: Value, name: str | int) -> Value:
        """Return the copy of `value`, which is filled in later when it is an object or a list."""
        if not isinstance(value, dict | list):
            return value
        step, depth = Step(place.step, name), place.depth + 1
        inside = Place(step, depth, place.parent, place.placed)
        if isinstance(value, dict):
            work: ObjectWork | ListWork = ObjectWork(inside, value, {})
        else:
            work = ListWork(inside, value, [])
        self._waiting.append(work)
        return work.target

    def _disclosed(self, place: Place, digest: str) -> Piece | None:
        """Return the disclosure that `digest` stands for; a digest counts once only."""
        if digest in self.seen:
            self.repeated[digest] = self.repeated.get(digest, 1) + 1
            return None
        self.seen.add(digest)
        piece = self.pieces.get(digest)
        if piece is None:
            self.undisclosed += place.placed
            return None
        self.parents[digest] = place.parent
        return None if piece.problem else piece

    def _member(self, place: Place, piece: Piece, target: dict[str, Value]) -> None:
        name, step = piece.name or "", Step(place.step, piece.name or "")
        fault = misfit(piece, MEMBER, place.depth)
        if not fault and name in target:
            message = tr("A claim with its name, “{name}”, already stands there.", name=name)
            fault = Problem("disclosure-name-taken", message)
        value = self._value(place, piece, step, fault)
        if not fault:
            target[name] = value

    def _entry(self, place: Place, piece: Piece, target: list[Value], step: Step) -> None:
        fault = misfit(piece, ENTRY, place.depth)
        value = self._value(place, piece, step, fault)
        if not fault:
            target.append(value)

    def _value(self, place: Place, piece: Piece, step: Step, fault: Problem | None) -> Value:
        """Return the value of a disclosure; with a `fault` its own disclosures have no place."""
        if fault:
            self.misplaced[piece.digest] = fault
        placed = place.placed and not fault
        if placed:
            self.steps[piece.digest] = step
        if piece.plain:
            return piece.value
        inside = Place(place.step, place.depth, piece.digest, placed)
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
