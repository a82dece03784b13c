"""All of an SD-JWT beyond its signature: which disclosures fit, and what the payload then says."""

from collections.abc import Sequence
from dataclasses import dataclass

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.selective.disclosure import Piece, is_plain, read_disclosure, size_of
from jwtdesk.jose.selective.faults import Faults
from jwtdesk.jose.selective.hashes import DEFAULT, hash_name_of
from jwtdesk.jose.selective.near_miss import near_miss
from jwtdesk.jose.selective.process import Processing
from jwtdesk.jose.token import Disclosed, Selective
from jwtdesk.jose.words import tr

# One hostile text may hold a hundred thousand: what lies beyond is counted and said, not read.
MOST = 2_000
# The same for the objects and lists among which digests are searched for.
LARGEST = 50_000


@dataclass(frozen=True, slots=True)
class Presented:
    """What stands beside the issuer's signed part: each disclosure with its place in the text.

    `key_binding` is the text of the key binding JWT, "" for none; `bound` are the octets that its
    `sd_hash` covers (RFC 9901 section 4.3.1).
    """

    texts: tuple[str, ...]
    spans: tuple[Span | None, ...]
    key_binding: str = ""
    bound: bytes = b""


def read_selective(
    document: Document | None, presented: Presented
) -> tuple[Selective, tuple[Problem, ...]]:
    """Put the disclosures in place; return what then stands there, and everything that is wrong.

    `document` is the issuer's payload; when it is no JSON object, no disclosure has a place. Nor
    has one where the hash is not known; there the default one only tells them apart.
    """
    faults = Faults()
    payload = document.value if document and isinstance(document.value, dict) else None
    named = DEFAULT if payload is None else hash_name_of(payload)
    hash_name = "" if isinstance(named, Problem) else named
    if isinstance(named, Problem):
        faults.add(named.code, named.message)
    if len(presented.texts) > MOST:
        message = tr(
            "There are {count} disclosures, of which the first {most} are read.",
            count=f"{len(presented.texts):,}",
            most=f"{MOST:,}",
        )
        faults.add("disclosures-too-many", message)
    pieces = [read_disclosure(one, hash_name or DEFAULT) for one in presented.texts[:MOST]]
    done = Processing(_by_digest(pieces) if hash_name else {}, faults)
    processed = _processed(document, pieces, done) if hash_name else None
    rows = tuple(_rows(pieces, done, hash_name, is_processed=processed is not None))
    _tell(faults, pieces, rows, presented.spans)
    whole = Selective(
        hash_name=hash_name,
        disclosures=rows,
        payload=processed,
        undisclosed=done.undisclosed,
        key_binding=presented.key_binding,
        bound=presented.bound,
    )
    return whole, faults.all()


def _by_digest(pieces: Sequence[Piece]) -> dict[str, Piece]:
    """Return the disclosures by their digests, the first of equal ones."""
    found: dict[str, Piece] = {}
    for piece in pieces:
        found.setdefault(piece.digest, piece)
    return found


def _processed(
    document: Document | None, pieces: Sequence[Piece], done: Processing
) -> dict[str, Value] | None:
    """Return the processed payload, None when there is none or it is too large."""
    payload = document.value if document else None
    if document is None or not isinstance(payload, dict):
        return None
    if is_plain(document.text):
        return payload
    if size_of(document.text) + sum(one.size for one in pieces) <= LARGEST:
        return done.run(payload)
    message = tr(
        "The payload has more than {most} objects and lists: too many to look for digests in.",
        most=f"{LARGEST:,}",
    )
    done.faults.add("sd-jwt-too-large", message)
    return None


def _rows(
    pieces: Sequence[Piece], done: Processing, hash_name: str, *, is_processed: bool
) -> list[Disclosed]:
    rows, known = [], set[str]()
    for piece in pieces:
        digest = piece.digest
        fault = piece.problem or done.misplaced.get(digest)
        if not fault and is_processed:
            fault = _astray(piece, done, hash_name, is_second=digest in known)
        step = None if digest in known else done.steps.get(digest)
        known.add(digest)
        rows.append(
            Disclosed(
                encoded=piece.encoded,
                digest=digest,
                name=piece.name,
                value=piece.value,
                path=step.path() if step else None,
                parent=done.parents.get(digest, ""),
                problem=fault,
            )
        )
    return rows


def _astray(piece: Piece, done: Processing, hash_name: str, *, is_second: bool) -> Problem | None:
    """Return why a sound disclosure must not be there as it is (RFC 9901 section 7.1)."""
    if is_second:
        return Problem("disclosure-twice", tr("It is given twice: each may be given only once."))
    if piece.digest not in done.seen:
        message = tr(
            "Nothing refers to it: its digest stands neither in the payload nor in a disclosure "
            "that has its place there."
        )
        almost = near_miss(piece.encoded, hash_name, done.seen) if done.seen else ""
        message = " ".join(filter(None, (message, almost)))
        return Problem("disclosure-unreferenced", message)
    if piece.digest in done.repeated:
        message = tr("Its digest occurs more than once, so that its place is uncertain.")
        return Problem("disclosure-digest-repeated", message)
    return None


def _tell(
    faults: Faults,
    pieces: Sequence[Piece],
    rows: Sequence[Disclosed],
    spans: Sequence[Span | None],
) -> None:
    """Say of each faulty disclosure which one it is, and where it stands in the token's text."""
    for number, (piece, row) in enumerate(zip(pieces, rows, strict=True), 1):
        own = [row.problem] if row.problem else []
        for one in (*own, *piece.notes):
            if row.name is None:
                template = "Disclosure {number}: {message}"
            else:
                template = "Disclosure {number}, {name}: {message}"
            name = excerpt(row.name or "")
            message = tr(template, number=number, name=name, message=one.message)
            severity = Severity.ERROR if one is row.problem else Severity.WARNING
            faults.add(one.code, message, spans[number - 1], severity)
