"""Selective disclosure: the issuer's signed part, then disclosures between tildes (RFC 9901)."""

from dataclasses import replace

from jwtdesk.jose.compact import cut, read_compact
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import plural


def read_sd_jwt(text: str) -> Token:
    """Read an SD-JWT in compact form: its first part like a JWS, its disclosures as they stand.

    The last piece, after the last tilde, is the key binding JWT or empty (RFC 9901 section 4).
    """
    issued, *rest = text.split("~")
    token = read_compact(issued, cut(issued))
    disclosures = tuple(rest[:-1])
    return replace(
        token,
        kind=Kind.SD_JWT,
        text=text,
        disclosures=disclosures,
        problems=(*token.problems, *_disclosure_faults(text, disclosures, len(issued) + 1)),
    )


def _disclosure_faults(text: str, disclosures: tuple[str, ...], start: int) -> list[Problem]:
    if not all(disclosures):
        count = sum(not one for one in disclosures)
        message = plural(count, "{count} disclosure is empty.", "{count} disclosures are empty.")
        return [Problem("disclosure-empty", message, Span(start, len(text)), Severity.ERROR)]
    return []
