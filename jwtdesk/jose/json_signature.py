"""One signature of a JSON serialisation, with both of its headers (RFC 7515 section 7.2)."""

from dataclasses import dataclass

from jwtdesk.jose.compact import header_problems, signature_problems
from jwtdesk.jose.headers import alg_fault, header_members, unencoded
from jwtdesk.jose.json_parts import Places, object_member, text_member
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.payload import signed_content
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.segment import encoding_faults, octets_of, read_segment, undecodable
from jwtdesk.jose.token import Segment, Signature
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class Entry:
    """One read signature: its headers, its octets and what is wrong with them.

    `raw` says that its payload stands unencoded; `fault` why it cannot be computed with.
    """

    members: dict[str, Value]
    header: Segment | None
    signature: Segment | None
    raw: bool
    fault: Problem | None
    problems: tuple[Problem, ...]

    def over(self, payload: Segment | None, detached: bytes | None) -> Signature:
        """Return the signature over `payload`, or over the `detached` one when there is none."""
        fault = self.fault or undecodable(payload, tr("Payload"))
        protected = self.header.encoded if self.header else ""
        return Signature(
            header=self.members,
            protected=protected,
            octets=self.signature.octets if self.signature else b"",
            input=octets_of(protected) + b"." + signed_content(payload, detached, raw=self.raw),
            problem=fault,
        )


@dataclass(frozen=True, slots=True)
class _Headers:
    protected: dict[str, Value]
    merged: dict[str, Value]
    segment: Segment | None
    problems: tuple[Problem, ...]


def read_signature(owner: dict[str, Value], path: str, where: Places) -> Entry:
    """Read the signature whose members `owner` holds; `path` is where it stands ("$" flattened)."""
    headers = read_headers(owner, path, where)
    place = where.inside(f"{path}.signature")
    encoded = text_member(owner, "signature", place)
    segment = (
        read_segment(encoded, place.start, as_json=False) if isinstance(encoded, str) else None
    )
    alone = unencoded(headers.merged, headers.protected)
    misuse = alone if isinstance(alone, Problem) else None
    found = [*headers.problems, *_presence(encoded, headers.merged, place)]
    found += encoding_faults(tr("Signature"), segment)
    return Entry(
        members=headers.merged,
        header=headers.segment,
        signature=segment,
        raw=alone is True,
        fault=_fault(headers, misuse, encoded, segment),
        problems=tuple(found),
    )


def read_headers(owner: dict[str, Value], path: str, where: Places) -> _Headers:
    """Read the protected and the unprotected header of `owner` and merge them."""
    place = where.inside(f"{path}.protected")
    encoded = text_member(owner, "protected", place)
    segment = read_segment(encoded, place.start) if isinstance(encoded, str) and encoded else None
    protected = header_members(segment.document) if segment else {}
    beside = object_member(owner, "header", where.inside(f"{path}.header"))
    found = [one for one in (encoded, beside) if isinstance(one, Problem)]
    found += encoding_faults(tr("Header"), segment)
    unprotected = {} if isinstance(beside, Problem) else beside
    if isinstance(protected, Problem):
        found.append(Problem(protected.code, protected.message, place))
        return _Headers({}, unprotected, segment, tuple(found))
    merged = {**unprotected, **protected}
    found += _merge_faults(protected, unprotected, place)
    found += header_problems(merged, segment) if segment else _alg(merged, place)
    return _Headers(protected, merged, segment, tuple(found))


def _alg(merged: dict[str, Value], place: Span) -> list[Problem]:
    fault = alg_fault(merged)
    return [Problem(fault.code, fault.message, place)] if fault else []


def _merge_faults(
    protected: dict[str, Value], unprotected: dict[str, Value], place: Span
) -> list[Problem]:
    """Return the fault of a name that stands in both headers (RFC 7515 section 7.2.1)."""
    both = sorted(protected.keys() & unprotected.keys())
    if not both:
        return []
    message = tr(
        "“{name}” stands in the protected and in the unprotected header: it may be in one only.",
        name=both[0],
    )
    return [Problem("header-overlap", message, place)]


def _presence(
    encoded: str | Problem | None, merged: dict[str, Value], place: Span
) -> list[Problem]:
    if isinstance(encoded, Problem):
        return [encoded]
    if encoded is None:
        return [Problem("signature-missing", tr("The member “signature” is missing."), place)]
    return signature_problems(merged, encoded, place)


def _fault(
    headers: _Headers,
    misuse: Problem | None,
    encoded: str | Problem | None,
    segment: Segment | None,
) -> Problem | None:
    """Return why this signature cannot be computed with: the first reason, in reading order."""
    fatal = {
        "header-overlap",
        "member-not-text",
        "member-not-object",
        "alg-missing",
        "alg-not-text",
    }
    heads = [one for one in headers.problems if one.code in fatal or one.code.startswith("header-")]
    candidates = (
        undecodable(headers.segment, tr("Header")),
        *heads,
        misuse,
        encoded if isinstance(encoded, Problem) else None,
        undecodable(segment, tr("Signature"), strict=True),
        _absent(encoded, headers.merged.get("alg")),
    )
    return next((one for one in candidates if one), None)


def _absent(encoded: str | Problem | None, alg: Value) -> Problem | None:
    if encoded is None and alg != "none":
        return Problem("signature-missing", tr("There is no signature."))
    return None
