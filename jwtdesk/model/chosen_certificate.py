"""The certificate in the panes: how it comes there, and when header and payload come back."""

from dataclasses import replace

from jwtdesk.model import nesting_edits
from jwtdesk.model.edits import (
    CertificateChosen,
    Edit,
    KeyEdited,
    KeyReplaced,
    SigningKeyEdited,
    TokenEdited,
)
from jwtdesk.model.holder import NodePath
from jwtdesk.model.layer_rows import awaited
from jwtdesk.model.session import Session

_BESIDE = CertificateChosen | TokenEdited | KeyEdited | SigningKeyEdited | KeyReplaced
"""What is typed in sight, or changes nothing of header and payload."""
_BEHIND = ("source", "holders", "form", "entry", "detached")
"""What header and payload pane are drawn from: their change must be seen."""


def chosen(session: Session, node: NodePath) -> Session:
    """A certificate goes into the panes, and the token that it came with on the desk.

    No step of the history: what is looked at is no change. Going to another token is one.
    """
    owner = node[:-1]
    if node == session.certificate or not (_listed(session, node) or awaited(session)):
        return session
    moved = nesting_edits.chosen(session, owner)
    return replace(moved, certificate=node) if moved.path == owner else moved


def let_go(before: Session, after: Session, edit: Edit) -> Session:
    """Return `after` with header and payload in the panes when `edit` changed what they show."""
    if after.certificate is None or isinstance(edit, _BESIDE):
        return after
    same = all(getattr(before, name) is getattr(after, name) for name in _BEHIND)
    return after if same else replace(after, certificate=None)


def still_there(session: Session) -> Session:
    """Return `session` without a certificate that is no longer in the nest.

    While an answer is awaited that may list it again, it stays.
    """
    node = session.certificate
    if node is None:
        return session
    found = node[:-1] == session.path and (_listed(session, node) or awaited(session))
    return session if found else replace(session, certificate=None)


def _listed(session: Session, node: NodePath) -> bool:
    rows = session.known.layers.rows
    return any(one.path is None and one.node.path == node for one in rows)
