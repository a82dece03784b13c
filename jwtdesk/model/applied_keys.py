"""What an edit of the keys does to the session. Pure and total."""

from dataclasses import replace
from typing import assert_never

from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.model import fetching, key_edits, keyring_edits, mends, word_trial
from jwtdesk.model.diagnosing import stopped
from jwtdesk.model.edits import (
    FetchStopped,
    FetchWanted,
    FittingKeyChosen,
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
    SigningKeyEdited,
    StoppedLooking,
    WordsGiven,
    WordsUnwanted,
)
from jwtdesk.model.session import Session


def key_applied(session: Session, edit: KeyEdit) -> Session:
    """Return the session after an edit of the key fields."""
    match edit:
        case KeyEdited(key):
            return key_edits.key(session, key)
        case SigningKeyEdited(key):
            return replace(session, signing_key=key)
        case KeyWanted():
            return key_edits.wanted_key(session, edit)
        case LookedHarder():
            return replace(session, effort=Effort.HARD)
        case StoppedLooking():
            return stopped(session)
        case Mended(fix):
            return mends.mended(session, fix)
        case never:
            assert_never(never)


def keyring_applied(session: Session, edit: KeyringEdit) -> Session:  # noqa: C901, PLR0911 - one line an edit
    """Return the session after an edit of the kept keys, or of fetching and guessing them."""
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
