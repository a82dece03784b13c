"""Which members of a payload can be made selective, and what speaks against it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.jose import base64url
from jwtdesk.jose.conceal import conceal
from jwtdesk.jose.jsontext import Member, compact
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.desk_claims import claims_of_desk, is_json
from jwtdesk.model.edits import Concealed
from jwtdesk.model.forms import Form
from jwtdesk.model.session import Session

# More rows, or deeper ones, are not read by anybody; more characters of a value fit in no row.
MOST, DEEPEST, LONGEST = 500, 12, 160
OPEN_CLAIMS = frozenset(
    {"iss", "aud", "exp", "nbf", "cnf", "vct", "vct#integrity", "status"},
)
"""What a verifier decides by must not be kept back (RFC 9901 section 9.7, SD-JWT VC section 3)."""
_RESERVED = frozenset({"_sd", "_sd_alg", "..."})


@dataclass(frozen=True, slots=True)
class Concealable:
    """One member or list entry that can be made a disclosure; `warning` says why it should not.

    `path` is how the edit names it; name and value may be shown as they are. `depth` counts from 0.
    """

    path: str
    name: str
    value: str
    depth: int
    warning: str


def can_conceal(session: Session) -> bool:
    """Return whether claims of the token on the desk can be made selective."""
    known = session.known
    document = known.payload.document if known.payload else None
    sound = document is not None and document.sound and isinstance(document.value, dict)
    return sound and known.form is Form.JSON and not is_json(known.token)


def concealable(session: Session) -> tuple[Concealable, ...]:
    """Return the rows to tick, outer before inner, in the order of the payload."""
    text = session.shown.payload
    open_members = islice(_open(session.known.payload_members), MOST)
    return tuple(_row(text, one) for one in open_members)


def unlisted(session: Session) -> str:
    """Return in words how many claims have no row to tick, "" when all have one."""
    more = sum(1 for _ in _open(session.known.payload_members)) - MOST
    if more <= 0:
        return ""
    return plural(
        more,
        "The first {most} claims are listed; {count} further one stays open.",
        "The first {most} claims are listed; {count} further ones stay open.",
        most=MOST,
    )


def unwise(rows: tuple[Concealable, ...], paths: frozenset[str]) -> str:
    """Return the warning about what is ticked and should stay open, "" when all is well."""
    names = [one.name for one in rows if one.path in paths and one.warning]
    if not names:
        return ""
    return tr(
        "A verifier decides by {names}: it must not be possible to keep this back.",
        names=", ".join(tr("“{name}”", name=name) for name in names),
    )


def outermost(rows: tuple[Concealable, ...]) -> frozenset[str]:
    """Return what is ticked by “all”: the outermost members that may be kept back."""
    return frozenset(one.path for one in rows if one.depth == 0 and not one.warning)


def forecast(session: Session, wish: Concealed) -> str | Problem:
    """Return in words what the token becomes, or why it cannot become that.

    The salts of `wish` are used: the answer is what the edit will do.
    """
    claims = claims_of_desk(session)
    made = conceal(
        claims.payload.text,
        wish.paths,
        wish.salts,
        decoys=wish.decoys,
        hash_name=wish.hash_name,
    )
    if isinstance(made, Problem):
        return made
    payload = compact(made.payload) if session.compact else made.payload
    before = claims.payload.encoded
    grown = len(base64url.encode(payload.encode("utf-8", "surrogatepass")))
    old = len(before) if before is not None else _encoded_length(session)
    tails = sum(len(one) + 1 for one in made.disclosures) + (not claims.tail)
    total = len(session.known.token.text) + grown - old + tails
    return plural(
        len(made.disclosures),
        "{count} disclosure; the token grows to about {total} characters.",
        "{count} disclosures; the token grows to about {total} characters.",
        total=f"{total:,}",
    )


def _encoded_length(session: Session) -> int:
    payload = session.known.token.payload
    return len(payload.encoded) if payload else 0


def _open(members: tuple[Member, ...]) -> Iterator[Member]:
    """Yield the members that are no digests, lie not too deep, and can be told by their path."""
    passed = DEEPEST + 1
    for at, one in enumerate(members):
        if one.depth > passed:
            continue
        passed = DEEPEST + 1
        inner = members[at + 1] if at + 1 < len(members) else None
        stands_for = one.name is None and inner is not None and _is_digest(one, inner)
        if one.name in _RESERVED or stands_for or one.duplicate:
            passed = one.depth
        elif one.depth <= DEEPEST:
            yield one


def _is_digest(outer: Member, inner: Member) -> bool:
    """Return whether the list entry `outer` is a digest: an object that holds “...”."""
    return inner.depth == outer.depth + 1 and inner.name == "..."


def _row(text: str, one: Member) -> Concealable:
    lexeme = text[one.value.start : min(one.value.end, one.value.start + 4 * LONGEST)]
    value = compact(lexeme) if lexeme[:1] in ("{", "[") else lexeme
    short = value if len(value) <= LONGEST else value[:LONGEST] + "…"
    warned = one.depth == 1 and one.name in OPEN_CLAIMS
    warning = tr("A verifier decides by it: leave it open.") if warned else ""
    return Concealable(
        path=one.path,
        name=made_visible(_name(one)) or tr("(no name)"),
        value=made_visible(short),
        depth=one.depth - 1,
        warning=warning,
    )


def _name(one: Member) -> str:
    if one.name is None:
        return "[" + one.path.rpartition("[")[2]
    return one.name[:LONGEST]


def with_salts(wish: Concealed, salts: tuple[str, ...]) -> Concealed:
    """Return `wish` with as many of `salts` as it needs: one for each disclosure and decoy."""
    return replace(wish, salts=salts[: len(wish.paths) + wish.decoys])
