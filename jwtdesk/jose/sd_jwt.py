"""Selective disclosure: the issuer's signed part, then disclosures between tildes (RFC 9901)."""

from collections.abc import Iterable
from dataclasses import replace

from jwtdesk.jose.compact import cut, read_compact
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.selective.reading import MOST, Presented, read_selective
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import tr


def read_sd_jwt(text: str) -> Token:
    """Read an SD-JWT in compact form: its first part like a JWS, its disclosures put in place.

    The last piece, after the last tilde, is the key binding JWT or empty (RFC 9901 section 4).
    """
    issued = text.partition("~")[0]
    return with_disclosures(replace(read_compact(issued, cut(issued)), text=text), *_cut(text))


def _cut(text: str) -> tuple[Presented, tuple[Problem, ...]]:
    """Cut `text` at its tildes; without the final one the last piece is still a disclosure."""
    issued, *rest = text.split("~")
    end = text.rindex("~") + 1
    last = rest[-1]
    ended = not last or "." in last
    texts = rest[:-1] if ended else rest
    spans, start = list[Span | None](), len(issued) + 1
    for one in texts[:MOST]:
        spans.append(Span(start, start + len(one)))
        start += len(one) + 1
    presented = Presented(tuple(texts), tuple(spans), last if ended else "", octets_of(text[:end]))
    if ended:
        return presented, ()
    message = tr(
        "The tilde (~) at the end is missing: behind the last one only a key binding JWT may stand."
    )
    return presented, (Problem("sd-jwt-unfinished", message, Span(end, len(text))),)


def with_disclosures(token: Token, presented: Presented, faults: Iterable[Problem] = ()) -> Token:
    """Return `token` as an SD-JWT: its disclosures in place, and what is wrong with them said."""
    selective, found = read_selective(token.payload.document if token.payload else None, presented)
    return replace(
        token,
        kind=Kind.SD_JWT,
        disclosures=presented.texts,
        selective=selective,
        problems=(*map(_graver, token.problems), *faults, *found),
    )


def _graver(problem: Problem) -> Problem:
    """Return what is odd about a payload as an error: an SD-JWT must be a JSON object."""
    grave = problem.code.startswith("payload-not") or problem.code == "payload-empty"
    return replace(problem, severity=Severity.ERROR) if grave else problem
