"""The headers of an encrypted token in JSON form: the shared ones and each recipient's own."""

from dataclasses import dataclass

from jwtdesk.jose.encrypted_parts import header_fault, key_part_fault, key_part_problems
from jwtdesk.jose.headers import header_members
from jwtdesk.jose.json_parts import Places, object_member, text_member
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.jwe import duplicates
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.segment import encoding_faults, read_segment, undecodable
from jwtdesk.jose.token import Recipient, Segment
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class SharedHeaders:
    """The protected and the shared unprotected header; `fault` when they cannot be relied upon."""

    protected: dict[str, Value]
    unprotected: dict[str, Value]
    segment: Segment | None
    problems: tuple[Problem, ...]
    fault: Problem | None


def read_shared(value: dict[str, Value], where: Places) -> SharedHeaders:
    """Read `protected` and `unprotected` of a JWE in JSON form (RFC 7516 section 7.2.1)."""
    place = where.inside("$.protected")
    encoded = text_member(value, "protected", place)
    beside = object_member(value, "unprotected", where.inside("$.unprotected"))
    segment = read_segment(encoded, place.start) if isinstance(encoded, str) and encoded else None
    members = header_members(segment.document) if segment else {}
    wrong = [one for one in (encoded, beside) if isinstance(one, Problem)]
    undone = undecodable(segment, tr("Header"))
    if isinstance(members, Problem):
        wrong.append(Problem(members.code, members.message, place))
    protected = {} if isinstance(members, Problem) else members
    unprotected = {} if isinstance(beside, Problem) else beside
    overlap = _overlap((protected, unprotected), place)
    found = [*encoding_faults(tr("Header"), segment), *wrong]
    found += [*(duplicates(segment) if segment else ()), *([overlap] if overlap else [])]
    fault = next((one for one in (undone, *wrong, overlap) if one), None)
    return SharedHeaders(protected, unprotected, segment, tuple(found), fault)


def read_recipient(
    owner: dict[str, Value], path: str, where: Places, shared: SharedHeaders
) -> tuple[Recipient, list[Problem]]:
    """Read the recipient that `owner` holds at `path` ("$" in flattened form), and its faults."""
    place, key_place = where.inside(f"{path}.header"), where.inside(f"{path}.encrypted_key")
    beside = object_member(owner, "header", place)
    own = {} if isinstance(beside, Problem) else beside
    merged = {**shared.unprotected, **own, **shared.protected}
    encoded = text_member(owner, "encrypted_key", key_place)
    wrapped = None
    if isinstance(encoded, str):
        wrapped = read_segment(encoded, key_place.start, as_json=False)
    wrong = [one for one in (beside, encoded) if isinstance(one, Problem)]
    faults = (
        _overlap((shared.protected, own), place),
        _overlap((shared.unprotected, own), place),
        None if shared.fault else header_fault(merged),
    )
    wrong += [Problem(one.code, one.message, place) for one in faults if one]
    undone = wrong[0] if wrong else key_part_fault(merged, wrapped)
    octets = wrapped.octets if wrapped else b""
    found = [*wrong, *key_part_problems(merged, wrapped)]
    return Recipient(merged, octets, shared.fault or undone), found


def _overlap(headers: tuple[dict[str, Value], dict[str, Value]], place: Span) -> Problem | None:
    """Return the fault of a name that stands in two headers (RFC 7516 section 7.2.1)."""
    both = sorted(headers[0].keys() & headers[1].keys())
    if not both:
        return None
    message = tr(
        "“{name}” stands in two of the headers: it may be in one of them only.", name=both[0]
    )
    return Problem("header-overlap", message, place)
