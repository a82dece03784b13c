"""Selective disclosure: making claims selective, showing some, binding them to a holder."""

from jwtdesk.model.edits import Revealed
from jwtdesk.model.session import Session
from jwtdesk.ui.actions import ActionSpec, Menu
from jwtdesk.ui.conditions import present

SELECTIVE = "&Selective disclosure"


def can_conceal(session: Session) -> bool:
    """Allow it while there are claims that could be made selective."""
    if session.empty:
        return False
    from jwtdesk.model.concealable import can_conceal as possible

    return possible(session)


def is_selective(session: Session) -> bool:
    """Allow it when the token is an SD-JWT."""
    return session.known.token.selective is not None


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "conceal",
        "Make claims &selective…",
        Menu.TOKEN,
        4,
        tip="Turn claims into disclosures, which a holder may keep back",
        keys=("Ctrl+L, S",),
        icon="eye-off",
        enabled=can_conceal,
        under=SELECTIVE,
    ),
    ActionSpec(
        "reveal",
        "Put &disclosed claims back",
        Menu.TOKEN,
        4,
        tip="Make the disclosed claims ordinary claims of the payload again",
        keys=("Ctrl+L, R",),
        icon="eye",
        enabled=is_selective,
        edit=present(Revealed()),
        under=SELECTIVE,
    ),
    ActionSpec(
        "bind",
        "&Bind to a holder…",
        Menu.TOKEN,
        4,
        tip="Sign the ticked disclosures with the holder's key, for one audience and nonce",
        keys=("Ctrl+L, B",),
        icon="link",
        enabled=is_selective,
        under=SELECTIVE,
    ),
    ActionSpec(
        "claims-disclosed",
        "Claims as &disclosed",
        Menu.TOKEN,
        2,
        tip="Show the payload with everything disclosed in its place",
        keys=("Ctrl+L, D",),
        icon="eye",
        enabled=is_selective,
        switch=True,
    ),
)
