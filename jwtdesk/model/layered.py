"""The nest of tokens, from the outermost in: what stands where, and how each one fares."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jwtdesk.analysis.inner_place import KEY_BINDING
from jwtdesk.analysis.judge import judge
from jwtdesk.analysis.lent_key import proves
from jwtdesk.analysis.node import certificate_nodes, node_of
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Verdict
from jwtdesk.jose.confirmation import holder_key_text
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification
from jwtdesk.model.answer_values import Chains, Inside, Reading
from jwtdesk.model.holder import NodeKeys, NodePath
from jwtdesk.model.keys_read import keys_of
from jwtdesk.model.layers import Layer, Layers, Wrapped
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.opened_node import checked_node
from jwtdesk.model.questions import LookInside, ReadChains, ReadToken
from jwtdesk.model.session import Session
from jwtdesk.model.wrapping import keys_at, wrapped

MOST_ROWS = 60
DEEPEST = 10
# Those inside have so many characters together; what lies beyond is counted, not read.
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place of the nest that is still to be looked at, and the keys of those around it."""

    path: NodePath
    text: str
    lender: NodeKeys = NodeKeys()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A token of the nest with its verdict; `lent` when it took the key of the one around it."""

    token: Token
    verdict: Verdict
    own: NodeKeys
    keys: Keys | Unreadable | None
    lent: bool = False


def layered(session: Session, ledger: Ledger) -> Session:
    """Return `session` knowing what stands inside and around the token on its desk."""
    around = wrapped(session, ledger)
    layers = Layers() if session.empty else _layers(session, around, ledger)
    return replace(session, known=replace(session.known, layers=layers))


def _layers(session: Session, around: tuple[Wrapped, ...], ledger: Ledger) -> Layers:
    rows: list[Layer] = []
    lent: list[tuple[NodePath, NodeKeys]] = []
    left = [_Spot((), _text(session, around, (), session.shown.token))]
    room, deeper = LARGEST, 0
    while left and len(rows) < MOST_ROWS and (room > 0 or _leads_to_desk(session, left[-1])):
        spot = left.pop()
        room -= len(spot.text) if spot.path else 0
        seen = _seen(session, around, spot, ledger)
        if seen is None:
            continue
        if seen.lent:
            lent.append((spot.path, seen.own))
        rows.append(_row(session, around, spot, seen))
        inside = _inside(seen.token, ledger)
        depth = len(spot.path) + 1
        rows += _certificates(session, spot, seen, ledger)
        below = list(_below(session, around, spot, seen, inside))
        if depth <= DEEPEST:
            left += reversed(below)
        else:
            deeper += len(below)
    alone = len(rows) < 2 and not session.holders  # noqa: PLR2004 - one row is no nest
    return Layers(() if alone else tuple(rows), around, tuple(lent), len(left) + deeper)


def _leads_to_desk(session: Session, spot: _Spot) -> bool:
    return session.path[: len(spot.path)] == spot.path


def _below(
    session: Session, around: tuple[Wrapped, ...], spot: _Spot, seen: _Seen, inside: Inside
) -> Iterator[_Spot]:
    """Yield what stands in a token; the one on the desk too, whatever became of its holder."""
    places = {one.path: one.text for one in inside.tokens}
    depth = len(spot.path)
    if session.path[:depth] == spot.path and len(session.path) > depth:
        places.setdefault(session.path[depth], session.holders[depth].inner)
    for place, text in places.items():
        path = (*spot.path, place)
        lender = seen.own if seen.own.key.octets else spot.lender
        if place == KEY_BINDING:
            # The token around it names the key of whoever holds it.
            lender = NodeKeys(holder_key_text(claims_of(seen.token) or {}))
        yield _Spot(path, _text(session, around, path, text), lender)


def _text(session: Session, around: tuple[Wrapped, ...], path: NodePath, text: str) -> str:
    """Return the present text of the token at `path`: of one on the way to the desk, the new one.

    `text` is what stands there in the token around it.
    """
    if path == session.path:
        return session.shown.token
    if session.path[: len(path)] == path:
        return around[len(path)].token or session.holders[len(path)].token
    return text


def _seen(
    session: Session, around: tuple[Wrapped, ...], spot: _Spot, ledger: Ledger
) -> _Seen | None:
    """Return the token at `spot` and how it fares; None while that is awaited."""
    own, depth = keys_at(session, spot.path), len(spot.path)
    if spot.path == session.path:
        return _Seen(session.known.token, session.verdict, own, session.known.keys)
    detached = around[depth].detached if _holds(session, spot) else None
    reading = ledger.ask(ReadToken(spot.text, detached))
    if not isinstance(reading, Reading):
        return None
    given = own if own.key.octets else spot.lender
    found = _judged(session, reading.token, keys_of(given.key, ledger), ledger)
    if found is None or own.key.octets:
        return found and replace(found, own=own)
    if proves(found.verdict.verification):
        return replace(found, own=given, lent=True)
    return _judged(session, reading.token, None, ledger)


def _holds(session: Session, spot: _Spot) -> bool:
    return session.path[: len(spot.path)] == spot.path and len(spot.path) < len(session.path)


def _judged(
    session: Session, token: Token, keys: Keys | Unreadable | None, ledger: Ledger
) -> _Seen | None:
    found = checked_node(token, keys, ledger)
    if found is None:
        return None
    verdict = _verdict(found.token, found.answers, session.rules.leeway, session.moment, keys)
    return _Seen(found.token, verdict, NodeKeys(), keys)


# With every answer that arrives, and every key press in the token on the desk, all others are
# as they were.
@remembered(2 * MOST_ROWS)
def _verdict(
    token: Token,
    answers: tuple[Verification, ...],
    leeway: int,
    moment: int,
    keys: Keys | Unreadable | None,
) -> Verdict:
    return judge(token, answers, Rules(leeway=leeway), moment, keys)


def _certificates(session: Session, spot: _Spot, seen: _Seen, ledger: Ledger) -> list[Layer]:
    """Return a row for each certificate in the header; none of them is a reason to trust it."""
    if not any("x5c" in one.header for one in seen.token.signatures):
        return []
    minute = session.moment + -session.moment % 60
    question = ReadChains(seen.token, seen.keys, seen.verdict.verification, minute)
    found = ledger.ask(question)
    chains = found.chains if isinstance(found, Chains) else ()
    nodes = (node for chain in chains for node in certificate_nodes(chain, spot.path))
    return [Layer(node, len(spot.path) + 1, None) for node in nodes]


def _inside(token: Token, ledger: Ledger) -> Inside:
    found = ledger.ask(LookInside(token))
    return found if isinstance(found, Inside) else Inside()


def _row(session: Session, around: tuple[Wrapped, ...], spot: _Spot, seen: _Seen) -> Layer:
    depth = len(spot.path)
    problem = around[depth].problem if _holds(session, spot) else None
    return Layer(
        node_of(seen.token, seen.verdict, spot.path),
        depth,
        spot.path,
        spot.text,
        spot.path == session.path,
        problem,
    )
