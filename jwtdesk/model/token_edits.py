"""Edits that make the token the owner of the truth, and the way back through history."""

from dataclasses import replace

from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.answer_values import Reading
from jwtdesk.model.answers import read_text
from jwtdesk.model.edits import SampleChosen
from jwtdesk.model.history import History, Step
from jwtdesk.model.keyring_edits import recalled
from jwtdesk.model.node_keys import keys_changed
from jwtdesk.model.session import Session, Shown
from jwtdesk.model.source import FromToken


def step(session: Session) -> Step:
    """Return the present state as a step of the history."""
    shown = session.shown
    return Step(
        session.source,
        session.original,
        shown.token,
        shown.header,
        shown.payload,
        session.compact,
        session.detached,
        session.form,
        session.entry,
        session.holders,
    )


def edited(session: Session, text: str, at: float) -> Session:
    """The token pane was typed into: it owns the truth, exactly as it stands there."""
    if isinstance(session.source, FromToken) and session.source.text == text:
        return session
    history = session.history.noted(step(session), "token" if at >= 0 else "", at)
    return replace(
        session, source=FromToken(text), original=text, history=history, compact_chosen=False
    )


def pasted(session: Session, text: str, reading: Reading) -> Session:
    """A whole token arrived: it is unwrapped, and what was unwrapped is said.

    `reading` is what was read in `text`.
    """
    readable = reading.token.kind is not Kind.UNREADABLE
    clean = reading.token.text if readable else text.strip()
    notice = _said(reading.token.cleaned, reading.others)
    history = session.history.noted(step(session), "", 0.0)
    fresh = replace(
        session,
        source=FromToken(clean),
        original=clean,
        arriving=None,
        shown=Shown(),
        history=history,
        notice=notice,
        compact_chosen=False,
        detached=None,
        form=None,
        entry=0,
        holders=(),
        node_keys=(),
    )
    return recalled(fresh, reading.token) if readable else fresh


def _said(notes: tuple[Problem, ...], others: int) -> Problem | None:
    sentences = [note.message for note in notes]
    if others:
        sentences.append(
            plural(
                others,
                "One more token is in this text; the first is shown.",
                "{count} more tokens are in this text; the first is shown.",
            )
        )
    said = " ".join(sentences)
    return Problem("cleaned", said, severity=Severity.INFO) if sentences else None


def sample(session: Session, chosen: SampleChosen) -> Session:
    """A sample was chosen: its token and its keys replace what is there."""
    session = pasted(session, chosen.token, read_text(chosen.token))
    notice = session.notice
    if _would_lose(session.key, chosen.key):
        told = tr("The sample brought its own key.")
        notice = Problem("key-replaced", told, severity=Severity.INFO)
    return replace(
        session,
        key=chosen.key,
        signing_key=chosen.signing_key,
        detached=chosen.detached,
        previous_key=session.key if _would_lose(session.key, chosen.key) else None,
        notice=notice,
    )


def _would_lose(old: KeyInput, new: KeyInput) -> bool:
    return bool(old.octets) and old != new


def original(session: Session) -> Session:
    """Back to the token as it was pasted; a step that can itself be undone."""
    if session.source == FromToken(session.original):
        return session
    history = session.history.noted(step(session), "", 0.0)
    return replace(
        session,
        source=FromToken(session.original),
        arriving=None,
        history=history,
        compact_chosen=False,
    )


def undone(session: Session) -> Session:
    """One step back across all panes."""
    return _returned(session, session.history.back(step(session)))


def redone(session: Session) -> Session:
    """One step forward again."""
    return _returned(session, session.history.forward(step(session)))


def _returned(session: Session, found: tuple[Step, History] | None) -> Session:
    if found is None:
        return session
    to, history = found
    path = tuple(one.place for one in to.holders)
    return replace(
        keys_changed(session, session.path, path),
        source=to.source,
        original=to.original,
        arriving=None,
        shown=Shown(to.token, to.header, to.payload),
        compact=to.compact,
        compact_chosen=True,
        detached=to.detached,
        form=to.form,
        entry=to.entry,
        holders=to.holders,
        history=history,
    )
