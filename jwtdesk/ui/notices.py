"""Tells what the session wants to be told in passing, once."""

from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyEdited, KeyReplaced, NoticeSeen
from jwtdesk.model.session import Session
from jwtdesk.ui.conditions import anything_to_clear
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.toast import Toast

_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
_REPLACED = ("key-replaced", "key-made")
"""The notices of a key that took another's place."""


def tell_notice(store: Store, toast: Toast, old: Session | None, new: Session) -> None:
    """Show the notice of `new` unless `old` had it; a key that was replaced can be put back."""
    if old is not None and anything_to_clear(old) and not anything_to_clear(new):
        toast.hide()  # An emptied desk keeps no key, not even in a notice.
    notice = new.notice
    if notice is None or (old is not None and old.notice == notice):
        return
    tone = _TONES[notice.severity]
    lost = new.previous_key if notice.code in _REPLACED else None
    found = new.word_trial.found
    if found is not None:
        # It stays: whoever waited for it may be looking elsewhere by now.
        put = KeyReplaced(found, tr("The secret from the list is in the key field."))
        toast.say(
            notice.message,
            tone,
            action=tr("Use as the key"),
            pressed=lambda: store.dispatch(put),
            seconds=0,
        )
    elif lost is None:
        toast.say(notice.message, tone)
    else:
        back = tr("Put it back")
        toast.say(
            notice.message, tone, action=back, pressed=lambda: store.dispatch(KeyEdited(lost))
        )
    store.dispatch(NoticeSeen())
