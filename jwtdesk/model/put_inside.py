"""An inner token put into the claims of the one that holds it, wherever it stands there."""

from dataclasses import replace

from jwtdesk.analysis.inner import placed
from jwtdesk.analysis.inner_place import HEADER
from jwtdesk.jose import base64url
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.redisclose import redisclosed, with_disclosures
from jwtdesk.jose.token import Selective
from jwtdesk.model.answer_values import Reading
from jwtdesk.model.holder import Holder
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import ReadToken
from jwtdesk.model.source import FromClaims, Part


def put_inside(
    claims: FromClaims, holder: Holder, inner: str, ledger: Ledger
) -> FromClaims | Problem | None:
    """Return the `claims` of `holder` with the token `inner` at its place, to be made anew.

    All that stands elsewhere keeps its characters. In a disclosure, the digests that lead to it
    follow. None while an answer is awaited; a problem where it cannot be put.
    """
    if holder.place.startswith("~"):
        return _in_disclosure(claims, holder, inner, ledger)
    if holder.place.startswith(HEADER):
        header = replace(claims.header, text=placed(claims.header.text, holder.place, inner))
        return replace(claims, header=replace(header, encoded=None), sign=True)
    text = placed(claims.payload.text, holder.place, inner)
    return replace(claims, payload=Part(text, None, claims.payload.form), sign=True)


def _in_disclosure(
    claims: FromClaims, holder: Holder, inner: str, ledger: Ledger
) -> FromClaims | Problem | None:
    selective = _selective(holder, ledger)
    if selective is None:
        return None
    number = int(holder.place[1 : holder.place.index("$")])
    encoded = selective.disclosures[number].encoded
    text = placed(base64url.decode(encoded).octets.decode(), holder.place, inner)
    made = redisclosed(selective, claims.payload.text, number, text)
    if isinstance(made, Problem):
        return made
    payload = Part(made.payload, None, claims.payload.form)
    claims = replace(claims, payload=payload, sign=True)
    if claims.like is None:
        return replace(claims, tail=with_disclosures(claims.tail, made.changes))
    like = with_disclosures(claims.like.text, made.changes)
    reading = ledger.ask(ReadToken(like, holder.apart))
    return replace(claims, like=reading.token) if isinstance(reading, Reading) else None


def _selective(holder: Holder, ledger: Ledger) -> Selective | None:
    """Return the disclosures of a holder; None while it is being read."""
    reading = ledger.ask(ReadToken(holder.token, holder.apart))
    return reading.token.selective if isinstance(reading, Reading) else None
