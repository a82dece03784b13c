"""Signs that a token was damaged in copying, where no repair could be proven."""

from dataclasses import dataclass

from jwtdesk.analysis.hypothesis import Case
from jwtdesk.analysis.trials.copy_repairs import FOREIGN, ellipsis_at
from jwtdesk.jose.character import readable
from jwtdesk.jose.token import Kind, Segment
from jwtdesk.jose.white_space import SPACES, stripped
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows the damage, in a sentence, and where; `sure` when nothing else could show so."""

    evidence: str
    at: int
    sure: bool


def sign_of_damage(case: Case) -> Sign | None:
    """Return the clearest sign of damage in the text of `case`, or None when it looks whole."""
    if case.token.kind is Kind.UNREADABLE or case.token.jose_header.get("b64") is False:
        return None
    return _ellipsis(case) or _foreign(case) or _length(case) or _header(case) or _garbled(case)


def _ellipsis(case: Case) -> Sign | None:
    text = stripped(case.text)
    at = ellipsis_at(text)
    if at is None:
        return None
    last = not text[at:].strip("." + "\u2026" + SPACES)
    evidence = tr(
        "At character {place} stands an ellipsis: the text was shortened when it was copied, "
        "and what it stands for cannot be known.",
        place=f"{at + 1:,}",
    )
    return Sign(evidence, at, not last)


def _foreign(case: Case) -> Sign | None:
    found = FOREIGN.search(case.token.text)
    if found is None or not case.token.signatures:
        return None
    at = max(stripped(case.text).find(found.group()), 0)
    evidence = tr(
        "Character {place} is {character}, which no token contains; leaving it out is not enough.",
        place=f"{at + 1:,}",
        character=readable(found.group()),
    )
    return Sign(evidence, at, sure=False)


def _length(case: Case) -> Sign | None:
    """Return the sign of a part whose length no base64 has, and which is followed by another."""
    token = case.token
    if token.signature is None:
        return None
    for part, name in ((token.header, tr("header")), (token.payload, tr("payload"))):
        if part is not None and len(part.encoded.rstrip("=")) % 4 == 1:
            evidence = tr(
                "The {part} has {count} characters, which base64 never has: a character was lost "
                "or came in.",
                part=name,
                count=f"{len(part.encoded):,}",
            )
            return Sign(evidence, part.span.start, sure=True)
    return None


def _header(case: Case) -> Sign | None:
    """Return the sign of a header that begins like one and is not JSON."""
    part = case.token.header
    if part is None or case.token.signature is None or not part.encoded.startswith("ey"):
        return None
    if part.document is not None and part.document.sound:
        return None
    evidence = tr("The header begins like one but is not JSON: letters were lost or changed.")
    return Sign(evidence, part.span.start, sure=False)


def _garbled(case: Case) -> Sign | None:
    """Return the sign of a payload that begins like JSON and then turns into nonsense."""
    part = case.token.payload
    if part is None or case.token.signature is None or not part.octets.startswith(b'{"'):
        return None
    at = _fault(part)
    if at is None:
        return None
    evidence = tr(
        "The payload reads well up to character {place} and is nonsense from there on.",
        place=f"{at + 1:,}",
    )
    return Sign(evidence, at, sure=False)


def _fault(part: Segment) -> int | None:
    """Return where in the token the JSON of `part` stops being text."""
    try:
        part.octets.decode("utf-8")
    except UnicodeDecodeError as fault:
        return part.span.start + fault.start * 4 // 3
    return None
