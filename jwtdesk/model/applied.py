"""What every edit does to the session, before conclusions are drawn from it. Pure and total."""

from dataclasses import replace
from typing import assert_never

from jwtdesk.model import arriving, fetching, key_edits, selective_edits, word_trial
from jwtdesk.model.applied_keys import key_applied, keyring_applied
from jwtdesk.model.applied_kinds import kind_applied
from jwtdesk.model.applied_texts import text_applied
from jwtdesk.model.chosen_certificate import let_go
from jwtdesk.model.edits import (
    Answered,
    Change,
    Cleared,
    ClockSet,
    ClockTicked,
    DeskEdit,
    KeyEdit,
    KeyringEdit,
    KindEdit,
    RulesEdited,
    TextEdit,
)
from jwtdesk.model.session import Session
from jwtdesk.model.several_signers import kept


def applied(session: Session, edit: Change) -> Session:
    """Return the session after `edit`; the same object when it changes nothing. Never raises."""
    return let_go(session, _applied(session, edit), edit)


def _applied(session: Session, edit: Change) -> Session:
    if isinstance(edit, Answered):
        return _answered(session, edit)
    if isinstance(edit, TextEdit):
        return text_applied(session, edit)
    if isinstance(edit, KeyEdit):
        return kept(session, key_applied(session, edit))
    if isinstance(edit, KindEdit):
        return kind_applied(session, edit)
    if isinstance(edit, KeyringEdit):
        return kept(session, keyring_applied(session, edit))
    return _desk(session, edit)


def _desk(session: Session, edit: DeskEdit) -> Session:
    match edit:
        case RulesEdited(rules):
            return replace(session, rules=rules)
        case ClockTicked(now):
            return session if now == session.now else replace(session, now=now)
        case ClockSet(moment):
            return replace(session, as_of=moment)
        case Cleared():
            trial = word_trial.WordTrial(serial=session.word_trial.serial)
            return Session(
                now=session.now, as_of=session.as_of, rules=session.rules, word_trial=trial
            )
        case never:
            assert_never(never)


def _answered(session: Session, edit: Answered) -> Session:
    """Accept an answer only while its question is still asked: a stale one changes nothing."""
    if edit.question not in session.asks:
        return session
    for wish, arrived in (
        (session.making, key_edits.made),
        (session.arriving, arriving.arrived),
        (session.presenting and session.presenting.question, selective_edits.arrived),
        (session.fetching.asking, fetching.arrived),
        (session.word_trial.asking, word_trial.arrived),
    ):
        if edit.question == wish:
            return arrived(session, edit.answer)
    others = tuple(pair for pair in session.answers if pair[0] != edit.question)
    return replace(session, answers=(*others, (edit.question, edit.answer)))
