"""What every edit does to the session, before conclusions are drawn from it. Pure and total."""

from dataclasses import replace
from typing import assert_never

from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model import (
    claims_edits,
    fetching,
    key_edits,
    keyring_edits,
    mends,
    token_edits,
    word_trial,
)
from jwtdesk.model.diagnosing import stopped
from jwtdesk.model.edits import (
    AlgorithmPicked,
    Answered,
    CaretMoved,
    ClaimSet,
    Cleared,
    ClockSet,
    ClockTicked,
    CompactSwitched,
    DeskEdit,
    Edit,
    FetchStopped,
    FetchWanted,
    FittingKeyChosen,
    Formatted,
    HeaderEdited,
    KeyChosen,
    KeyDropped,
    KeyEdit,
    KeyEdited,
    KeyKept,
    KeyReplaced,
    KeyringEdit,
    KeyUnwanted,
    KeyWanted,
    LookedHarder,
    Mended,
    NoticeSeen,
    PayloadEdited,
    Redone,
    Resigned,
    ReturnedToOriginal,
    RulesEdited,
    SampleChosen,
    SigningKeyEdited,
    StoppedLooking,
    TextEdit,
    TokenEdited,
    TokenPasted,
    Undone,
    WordsGiven,
    WordsUnwanted,
)
from jwtdesk.model.session import Session

LARGEST_TOKEN = 10_000_000


def applied(session: Session, edit: Edit) -> Session:
    """Return the session after `edit`; the same object when it changes nothing. Never raises."""
    if isinstance(edit, Answered):
        return _answered(session, edit)
    if isinstance(edit, TextEdit):
        return _text(session, edit)
    if isinstance(edit, KeyEdit):
        return _key(session, edit)
    if isinstance(edit, KeyringEdit):
        return _keyring(session, edit)
    return _desk(session, edit)


def _text(session: Session, edit: TextEdit) -> Session:  # noqa: C901, PLR0911, PLR0912 - one line an edit
    match edit:
        case TokenEdited(text, at):
            return _too_large(session, text) or token_edits.edited(session, text, at)
        case TokenPasted(text):
            return _too_large(session, text) or token_edits.pasted(session, text)
        case SampleChosen():
            return token_edits.sample(session, edit)
        case ReturnedToOriginal():
            return token_edits.original(session)
        case HeaderEdited(text, at):
            return claims_edits.header(session, text, at)
        case PayloadEdited(text, at):
            return claims_edits.payload(session, text, at)
        case AlgorithmPicked(name):
            return claims_edits.algorithm_picked(session, name)
        case Resigned():
            return claims_edits.resigned(session)
        case Formatted(slot):
            return claims_edits.formatted(session, slot)
        case ClaimSet(slot, name, lexeme):
            return claims_edits.claim_set(session, slot, name, lexeme)
        case CompactSwitched(on):
            return replace(session, compact=on, compact_chosen=True)
        case Undone():
            return mends.unmended(session) or token_edits.undone(session)
        case Redone():
            return token_edits.redone(session)
        case never:
            assert_never(never)


def _key(session: Session, edit: KeyEdit) -> Session:
    match edit:
        case KeyEdited(key):
            return key_edits.key(session, key)
        case SigningKeyEdited(key):
            return replace(session, signing_key=key)
        case KeyWanted(name, bits):
            return key_edits.wanted_key(session, name, bits)
        case LookedHarder():
            return replace(session, effort=Effort.HARD)
        case StoppedLooking():
            return stopped(session)
        case Mended(fix):
            return mends.mended(session, fix)
        case never:
            assert_never(never)


def _keyring(session: Session, edit: KeyringEdit) -> Session:  # noqa: C901, PLR0911 - one line an edit
    match edit:
        case KeyReplaced(key, said):
            return fetching.replaced(session, key, said)
        case KeyUnwanted():
            return key_edits.unwanted(session)
        case KeyKept(name):
            return keyring_edits.kept(session, name)
        case KeyChosen(name):
            return keyring_edits.chosen(session, name)
        case KeyDropped(name):
            return keyring_edits.dropped(session, name)
        case FittingKeyChosen():
            return keyring_edits.fitting(session)
        case FetchWanted(url):
            return fetching.wanted(session, url)
        case FetchStopped():
            return fetching.stopped(session)
        case WordsGiven(words):
            return word_trial.given(session, words)
        case WordsUnwanted():
            return word_trial.stopped(session)
        case never:
            assert_never(never)


def _desk(session: Session, edit: DeskEdit) -> Session:
    match edit:
        case RulesEdited(rules):
            return replace(session, rules=rules)
        case ClockTicked(now):
            return session if now == session.now else replace(session, now=now)
        case ClockSet(moment):
            return replace(session, as_of=moment)
        case CaretMoved(caret):
            return replace(session, caret=caret)
        case NoticeSeen():
            return replace(session, notice=None)
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
    if edit.question == session.making:
        return key_edits.made(session, edit.answer)
    if edit.question == session.fetching.asking:
        return fetching.arrived(session, edit.answer)
    if edit.question == session.word_trial.asking:
        return word_trial.arrived(session, edit.answer)
    kept = tuple(pair for pair in session.answers if pair[0] != edit.question)
    return replace(session, answers=(*kept, (edit.question, edit.answer)))


def _too_large(session: Session, text: str) -> Session | None:
    if len(text) <= LARGEST_TOKEN:
        return None
    message = tr(
        "This text has {count} characters; jwtdesk takes tokens of up to 10 MB. "
        "Nothing was changed.",
        count=f"{len(text):,}",
    )
    return replace(session, notice=Problem("too-large", message))
