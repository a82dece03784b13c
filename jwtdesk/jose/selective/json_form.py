"""Where the JSON serialisation keeps disclosures: the first unprotected header (RFC 9901 8.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from jwtdesk.jose.json_parts import Places
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.selective.disclosure import is_plain
from jwtdesk.jose.selective.reading import Presented
from jwtdesk.jose.token import Segment
from jwtdesk.jose.words import tr

_OWN = ("disclosures", "kb_jwt")


@dataclass(frozen=True, slots=True)
class Carried:
    """The disclosures of a JSON serialisation, and what is wrong with how it carries them."""

    presented: Presented
    problems: tuple[Problem, ...]


def carried(
    value: dict[str, Value],
    owners: Sequence[tuple[str, dict[str, Value]]],
    protected: Sequence[dict[str, Value]],
    payload: Segment | None,
    where: Places,
) -> Carried | None:
    """Return the disclosures that `owners` carry; None when this is no SD-JWT at all.

    `value` is the whole serialisation, `owners` are the objects with a signature each, with their
    paths; `protected` their protected headers, where disclosures do not belong.
    """
    path, first = owners[0] if owners else ("$", {})
    beside = first.get("header")
    header = beside if isinstance(beside, dict) else {}
    outside = _outside({"$": value} | dict(owners), payload, where)
    problems = [*outside, *_misplaced(owners, where), *_covered(protected)]
    if not problems and not any(name in header for name in _OWN):
        return None
    texts, spans = _texts(
        header.get("disclosures", []), f"{path}.header.disclosures", where, problems
    )
    binding = header.get("kb_jwt", "")
    if not isinstance(binding, str) or ("kb_jwt" in header and not binding):
        message = tr("The member “kb_jwt” is no text that holds a JWT.")
        problems.append(Problem("kb-not-text", message, where.inside(f"{path}.header.kb_jwt")))
        binding = ""
    encoded = payload.encoded if payload else ""
    parts = [first.get("protected", ""), encoded, first.get("signature", "")]
    issued = ".".join(one if isinstance(one, str) else "" for one in parts)
    bound = "".join(f"{one}~" for one in (issued, *texts))
    return Carried(Presented(texts, spans, binding, octets_of(bound)), tuple(problems))


def _texts(
    listed: Value, path: str, where: Places, problems: list[Problem]
) -> tuple[tuple[str, ...], tuple[Span | None, ...]]:
    """Return the disclosures in a list and where each stands; what is wrong goes to `problems`."""
    if not isinstance(listed, list):
        message = tr("The member “disclosures” is not a list.")
        problems.append(Problem("disclosures-not-list", message, where.inside(path)))
        return (), ()
    places = [where.spans.get(f"{path}[{at}]") for at in range(len(listed))]
    pairs = [
        (one, Span(place.start + 1, place.end - 1) if place else None)
        for one, place in zip(listed, places, strict=True)
        if isinstance(one, str)
    ]
    if len(pairs) < len(listed):
        message = tr("The member “disclosures” holds something that is no text.")
        problems.append(Problem("disclosure-not-text", message, where.inside(path)))
    return tuple(one for one, _ in pairs), tuple(span for _, span in pairs)


def _misplaced(owners: Sequence[tuple[str, dict[str, Value]]], where: Places) -> list[Problem]:
    """Return the fault of disclosures that stand beside any signature but the first."""
    for path, owner in owners[1:]:
        header = owner.get("header")
        for name in _OWN:
            if isinstance(header, dict) and name in header:
                message = tr(
                    "“{name}” stands beside a later signature: it may only stand beside the first.",
                    name=name,
                )
                place = where.inside(f"{path}.header.{name}")
                return [Problem("disclosures-misplaced", message, place)]
    return []


def _covered(protected: Sequence[dict[str, Value]]) -> list[Problem]:
    """Return the fault of disclosures that an issuer's signature would cover."""
    for name in _OWN:
        if any(name in one for one in protected):
            message = tr(
                "“{name}” stands in the protected header: it must stand in the unprotected one, "
                "because the holder changes it.",
                name=name,
            )
            return [Problem("disclosures-misplaced", message)]
    return []


def _outside(
    objects: dict[str, dict[str, Value]], payload: Segment | None, where: Places
) -> list[Problem]:
    """Return the fault of disclosures beside the headers, where nobody looks for them.

    Other members may stand there (RFC 7515 section 7.2), so that it is one only where the payload
    has digests.
    """
    document = payload.document if payload else None
    if document is None or is_plain(document.text):
        return []
    for path, members in objects.items():
        for name in _OWN:
            if name in members:
                message = tr(
                    "“{name}” stands outside the unprotected header (“header”), where nobody "
                    "looks for it.",
                    name=name,
                )
                place = where.inside(f"{path}.{name}")
                return [Problem("disclosures-misplaced", message, place)]
    return []
