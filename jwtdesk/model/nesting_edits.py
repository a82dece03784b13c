"""Going into a token that stands inside another, and out again."""

from dataclasses import replace

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr
from jwtdesk.model.holder import Holder, NodePath
from jwtdesk.model.node_keys import keys_changed
from jwtdesk.model.session import Session, Shown
from jwtdesk.model.source import FromToken
from jwtdesk.model.token_edits import step
from jwtdesk.model.up_to_date import not_yet


def chosen(session: Session, path: NodePath) -> Session:
    """Another token of the nest goes on the desk, with its own key; undo leads back."""
    if path == session.path:
        return session if session.certificate is None else replace(session, certificate=None)
    if session.known.layers.at(path) is None:
        return session
    if session.known.unread:
        return not_yet(session)
    common = _common(session.path, path)
    history = session.history.noted(step(session), "", 0.0)
    moved = _inward(_outward(session, common), path)
    moved = keys_changed(moved, session.path, path)
    return replace(moved, history=history, certificate=None)


def _common(one: NodePath, other: NodePath) -> int:
    length = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        length += 1
    return length


def _outward(session: Session, depth: int) -> Session:
    """Go out until the token at `depth` is on the desk, with every change inside it."""
    if depth == len(session.holders):
        return session
    holder, made = session.holders[depth], session.known.layers.around[depth]
    lost = made.token is None
    notice = session.notice
    if lost:
        why = made.problem.message if made.problem else ""
        message = tr("The changes inside are not in this token. {why} Undo leads back.", why=why)
        notice = Problem("not-wrapped", message, severity=Severity.WARNING)
    return replace(
        session,
        source=holder.source if lost else made.source,
        original=holder.original,
        shown=Shown(holder.token if made.token is None else made.token),
        detached=holder.detached,
        form=holder.form,
        compact=holder.compact,
        compact_chosen=not isinstance(made.source, FromToken),
        entry=0,
        holders=session.holders[:depth],
        notice=notice,
    )


def _inward(session: Session, path: NodePath) -> Session:
    """Go in step by step until the token at `path` is on the desk."""
    layers = session.known.layers
    for depth in range(len(session.holders), len(path)):
        inner = layers.at(path[: depth + 1])
        if inner is None:
            return session
        holder = Holder(
            session.source,
            session.shown.token,
            path[depth],
            inner.text,
            session.original,
            session.detached,
            session.form,
            session.compact,
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
