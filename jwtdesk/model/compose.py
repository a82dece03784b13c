"""What token do the claims make? The half of the loop that makes instead of checks."""

from dataclasses import dataclass, replace

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Family, algorithm
from jwtdesk.jose.jsontext import Document
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import PaneReading, Signed
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import ReadPane, Sign
from jwtdesk.model.session import PaneName
from jwtdesk.model.source import FromClaims, Part


@dataclass(frozen=True, slots=True)
class Composed:
    """The token that the claims make, as far as it is known.

    `token` is None while it is not: because an answer is awaited (`pending`) or a pane is broken
    (`problems`). `signed_by` names the key of a new signature; `unsigned` says why there is none.
    """

    token: str | None = None
    pending: bool = False
    problems: tuple[tuple[PaneName, Problem], ...] = ()
    signed_by: str | None = None
    unsigned: Problem | None = None
    can_sign: bool = True


def compose(
    source: FromClaims, ledger: Ledger, keys: Keys | Unreadable | None, *, compact: bool
) -> Composed:
    """Return the token `source` makes, signed with `keys` where they can sign.

    An untouched part is re-emitted exactly as it was received.
    """
    header = _reading(source.header, ledger, compact=compact)
    payload = _reading(source.payload, ledger, compact=compact)
    if header is None or payload is None:
        return Composed(pending=True)
    payload = _unencoded(payload, header, source.payload)
    problems = tuple(
        (pane, reading.document.problem)
        for pane, reading in ((PaneName.HEADER, header), (PaneName.PAYLOAD, payload))
        if reading.encoded is None and reading.document.problem
    )
    if header.encoded is None or payload.encoded is None:
        return Composed(problems=problems)
    return _sign(source, f"{header.encoded}.{payload.encoded}", header.document, ledger, keys)


def _reading(part: Part, ledger: Ledger, *, compact: bool) -> PaneReading | None:
    answer = ledger.ask(ReadPane(part.text, compact))
    if part.encoded is not None:
        document = answer.document if isinstance(answer, PaneReading) else Document("", None, None)
        return PaneReading(document, part.encoded)
    return answer if isinstance(answer, PaneReading) else None


def _unencoded(payload: PaneReading, header: PaneReading, part: Part) -> PaneReading:
    """Return `payload` as it stands in the token when the header says `b64: false` (RFC 7797)."""
    claims = header.document.value
    plain = isinstance(claims, dict) and claims.get("b64") is False and "crit" in claims
    if not plain or part.encoded is not None or payload.encoded is None:
        return payload
    text = base64url.decode(payload.encoded).octets.decode("utf-8")
    if "." not in text:
        return replace(payload, encoded=text)
    message = tr("With “b64” false the payload stands in the token as it is, and may hold no dot.")
    at = payload.document.text.index(".")
    problem = Problem("unencoded-dot", message, Span(at, at + 1))
    return PaneReading(replace(payload.document, problem=problem), None)


def _sign(  # noqa: PLR0911 - each return is one outcome a person is told about
    source: FromClaims,
    signing_input: str,
    header: Document,
    ledger: Ledger,
    keys: Keys | Unreadable | None,
) -> Composed:
    stale = f"{signing_input}.{source.signature}{source.tail}"
    if not source.sign:
        return Composed(token=stale)
    claims = header.value if isinstance(header.value, dict) else {}
    alg, kid = claims.get("alg"), claims.get("kid")
    chosen = algorithm(alg)
    if chosen is None:
        return Composed(token=stale, unsigned=_no_algorithm(alg), can_sign=False)
    if chosen.family is Family.NONE:
        text = tr("The algorithm “none” makes a token without a signature.")
        return Composed(f"{signing_input}.{source.tail}", unsigned=Problem("unsecured", text))
    if not isinstance(keys, Keys):
        text = tr("No key to sign with: the old signature stays, and fits no longer.")
        return Composed(token=stale, unsigned=Problem("no-signing-key", text), can_sign=False)
    named = kid if isinstance(kid, str) else None
    answer = ledger.ask(Sign(chosen.name, named, signing_input, keys))
    if isinstance(answer, Signed):
        return Composed(f"{signing_input}.{answer.signature}{source.tail}", signed_by=answer.by)
    if isinstance(answer, Problem):
        return Composed(token=stale, unsigned=answer, can_sign=False)
    return Composed(pending=True)


def _no_algorithm(alg: object) -> Problem:
    if isinstance(alg, str):
        text = tr("“{alg}” is no algorithm that jwtdesk can sign with.", alg=alg)
    else:
        text = tr("The header names no algorithm (“alg”), so nothing can be signed.")
    return Problem("unsupported-algorithm", text)
