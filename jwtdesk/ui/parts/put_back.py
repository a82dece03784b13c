"""The way back to header and payload, for whoever asks for something in them."""

from jwtdesk.model.edits import NodeChosen
from jwtdesk.ui.store import Store


def put_back(store: Store) -> None:
    """Put header and payload into the panes again where a certificate stands in their place."""
    if store.session.certificate is not None:
        store.dispatch(NodeChosen(store.session.path))
