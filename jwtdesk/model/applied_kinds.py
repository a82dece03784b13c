"""What an edit of a nested, selective, detached or several times signed token does. Pure."""

from dataclasses import replace
from typing import assert_never

from jwtdesk.model import chosen_certificate, kind_edits, nesting_edits, selective_edits
from jwtdesk.model.edits import (
    CertificateChosen,
    Concealed,
    Converted,
    DetachedGiven,
    EntryChosen,
    KindEdit,
    NodeChosen,
    PatienceShown,
    PayloadParted,
    Presented,
    Revealed,
    SegmentEdited,
    SignatureAdded,
    SignatureRemoved,
)
from jwtdesk.model.session import Session
from jwtdesk.model.up_to_date import can_type, is_made, not_yet

_OF_THE_TOKEN = (
    PayloadParted
    | Converted
    | EntryChosen
    | SignatureAdded
    | SignatureRemoved
    | SegmentEdited
    | Presented
    | Revealed
)


def kind_applied(session: Session, edit: KindEdit) -> Session:
    """Return the session after an edit that only some kinds of token know.

    What changes the token on the desk waits until that is known.
    """
    if isinstance(edit, _OF_THE_TOKEN) and not is_made(session):
        return not_yet(session)
    if isinstance(edit, Concealed) and not can_type(session):
        return not_yet(session)
    return _applied(session, edit)


def _applied(session: Session, edit: KindEdit) -> Session:  # noqa: C901, PLR0911, PLR0912 - one line an edit
    match edit:
        case NodeChosen(path):
            return nesting_edits.chosen(session, path)
        case CertificateChosen(node):
            return chosen_certificate.chosen(session, node)
        case DetachedGiven(octets):
            return kind_edits.detached_given(session, octets)
        case PayloadParted(apart):
            return kind_edits.parted(session, apart=apart)
        case Converted(to):
            return kind_edits.converted(session, to)
        case EntryChosen(index):
            return kind_edits.entry_chosen(session, index)
        case SignatureAdded(header):
            return kind_edits.signature_added(session, header)
        case SignatureRemoved(index):
            return kind_edits.signature_removed(session, index)
        case SegmentEdited(index, octets):
            return kind_edits.segment_edited(session, index, octets)
        case Presented():
            return selective_edits.presented(session, edit)
        case PatienceShown(patient):
            return replace(session, patient=session.shown.token if patient else "")
        case Concealed():
            return selective_edits.concealed(session, edit)
        case Revealed():
            return selective_edits.revealed(session)
        case never:
            assert_never(never)
