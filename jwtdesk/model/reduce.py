"""The rules of the product: what every edit does to the session. Pure and total."""

from dataclasses import replace

from jwtdesk.model.edits import CaretMoved, Edit, NoticeSeen
from jwtdesk.model.ledger import Know, nothing
from jwtdesk.model.session import Session


def reduce(session: Session, edit: Edit, know: Know = nothing) -> Session:
    """Return the session after `edit`; the same object when nothing changes. Never raises.

    `know` is a pure function that gives the answers at hand; whatever it does not know is asked.
    """
    if isinstance(edit, CaretMoved):
        return replace(session, caret=edit.caret)
    if isinstance(edit, NoticeSeen):
        said = replace(session.word_trial, found=None)
        return replace(session, notice=None, word_trial=said)
    # All that follows from any other edit rests on half the program. The first frame needs no more
    # than a caret, and is painted before that half is loaded.
    from jwtdesk.model.applied import applied
    from jwtdesk.model.conclude import conclude

    changed = applied(session, edit)
    return session if changed is session else conclude(changed, know)
