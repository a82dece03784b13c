"""Going into a token that stands inside another, and out again."""

from dataclasses import replace

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr
from jwtdesk.model.holder import Holder, NodePath
from jwtdesk.model.layers import Wrapped
from jwtdesk.model.node_keys import keys_changed
from jwtdesk.model.questions import Encrypt, Question, ReadKey, ReadPane, Sign
from jwtdesk.model.session import PaneName, Session, Shown
from jwtdesk.model.source import FromToken
from jwtdesk.model.token_edits import step
from jwtdesk.model.up_to_date import not_yet


def chosen(session: Session, path: NodePath) -> Session:
    """Another token of the nest goes on the desk, with its own key; undo leads back."""
    if path == session.path:
        return session if session.certificate is None else replace(session, certificate=None)
    if session.known.layers.at(path) is None:
        return session
    common = _common(session.path, path)
    if session.known.unread or _awaited(session, common):
        return not_yet(session)
    history = session.history.noted(step(session), "", 0.0)
    moved = _inward(_outward(session, common), path, _apart(session, common))
    moved = keys_changed(moved, session.path, path)
    return replace(moved, history=history, certificate=None)


def _common(one: NodePath, other: NodePath) -> int:
    length = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        length += 1
    return length


def _apart(session: Session, depth: int) -> bytes | None:
    """Return the payload that travels apart from the token at `depth`, as it is now."""
    if depth == len(session.holders):
        return session.known.token.detached
    made = session.known.layers.around[depth]
    return session.holders[depth].apart if made.token is None else made.detached


def _outward(session: Session, depth: int) -> Session:
    """Go out until the token at `depth` is on the desk, with every change inside it."""
    if depth == len(session.holders):
        return session
    holder, made = session.holders[depth], session.known.layers.around[depth]
    lost = made.token is None
    checked = not lost and isinstance(made.source, FromToken)
    return replace(
        session,
        source=holder.source if lost else made.source,
        original=holder.original,
        shown=Shown(holder.token if made.token is None else made.token),
        detached=made.detached if checked else holder.detached,
        form=holder.form,
        compact=holder.compact,
        compact_chosen=not isinstance(made.source, FromToken),
        entry=0,
        holders=session.holders[:depth],
        notice=_lost(session, made) or session.notice,
    )


def _awaited(session: Session, depth: int) -> bool:
    """Return whether a token on the way out to `depth` is still being made anew."""
    around = session.known.layers.around[depth:]
    unmade = any(one.token is None and one.problem is None for one in around)
    typed = PaneName.TOKEN in session.known.waiting and any(map(_makes, session.asks))
    return bool(around) and (typed or (unmade and bool(session.asks)))


def _makes(question: Question) -> bool:
    return isinstance(question, ReadKey | ReadPane | Sign | Encrypt)


def _lost(session: Session, made: Wrapped) -> Problem | None:
    """Return what is told of changes inside that are not in the token around them."""
    if PaneName.TOKEN in session.known.waiting:
        message = tr(
            "What was typed last makes no token, so this one is without it. Undo leads back."
        )
    elif made.token is None:
        why = made.problem.message if made.problem else ""
        message = tr("The changes inside are not in this token. {why} Undo leads back.", why=why)
    else:
        return None
    return Problem("not-wrapped", message, severity=Severity.WARNING)


def _inward(session: Session, path: NodePath, apart: bytes | None) -> Session:
    """Go in step by step until the token at `path` is on the desk.

    `apart` is the payload that travels apart from the one that is on it now.
    """
    start = len(session.holders)
    way = session.known.layers.leading_to(path)
    for depth, inner in enumerate(way[start + 1 :], start):
        holder = Holder(
            session.source,
            session.shown.token,
            path[depth],
            inner.text,
            session.original,
            session.detached,
            session.form,
            session.compact,
            apart if depth == start else None,
        )
        session = replace(
            session,
            source=FromToken(inner.text),
            original=inner.text,
            shown=Shown(inner.text),
            detached=None,
            form=None,
            entry=0,
            compact_chosen=False,
            holders=(*session.holders, holder),
        )
    return session
