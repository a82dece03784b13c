"""Each token of a nest has keys of its own: they change places with the token on the desk."""

from dataclasses import replace

from jwtdesk.model.holder import NodeKeys, NodePath
from jwtdesk.model.session import Session


def keys_changed(session: Session, before: NodePath, after: NodePath) -> Session:
    """Return `session` with the keys of the token at `after` in the key fields.

    Those in the fields now belong to the token at `before`, and wait there. A token that has none
    takes what the one around it lends.
    """
    if before == after:
        return session
    keys = dict(session.known.layers.lent) | dict(session.node_keys)
    keys[before] = NodeKeys(session.key, session.signing_key)
    mine = keys.pop(after, NodeKeys())
    return replace(
        session,
        key=mine.key,
        signing_key=mine.signing_key,
        node_keys=tuple(keys.items()),
        previous_key=None,
        mend=None,
        making=None,
    )
