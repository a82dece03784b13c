"""Going in and out of tokens inside tokens, and writing a token in another serialisation."""

from collections.abc import Callable

from jwtdesk.model.edits import Converted, Edit, NodeChosen, Serialisation
from jwtdesk.model.holder import NodePath
from jwtdesk.model.layer_rows import first_certificate, inward, outermost_text, outward
from jwtdesk.model.session import Session
from jwtdesk.model.signature_rows import can_add, can_be_written
from jwtdesk.ui.actions import ActionSpec, Menu
from jwtdesk.ui.conditions import present

LAYERS, WRITTEN = "&Layers", "Signatures and &written form"


def _going(way: Callable[[Session], NodePath | None]) -> Callable[[Session], Edit | None]:
    def edit(session: Session) -> Edit | None:
        path = way(session)
        return None if path is None else NodeChosen(path)

    return edit


def _written(to: Serialisation) -> Callable[[Session], bool]:
    return lambda session: can_be_written(session, to)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "level-out",
        "&Out one level",
        Menu.TOKEN,
        4,
        tip="Go out to the token around this one",
        keys=("Ctrl+PgUp",),
        icon="level-out",
        enabled=lambda session: outward(session) is not None,
        edit=_going(outward),
        under=LAYERS,
    ),
    ActionSpec(
        "level-in",
        "&In one level",
        Menu.TOKEN,
        4,
        tip="Go into the first token inside this one",
        keys=("Ctrl+PgDown",),
        icon="level-in",
        enabled=lambda session: inward(session) is not None,
        edit=_going(inward),
        under=LAYERS,
    ),
    ActionSpec(
        "outermost",
        "Outer&most token",
        Menu.TOKEN,
        4,
        tip="Go out to the token that holds all others",
        keys=("Alt+Home",),
        enabled=lambda session: bool(session.path) or session.certificate is not None,
        edit=present(NodeChosen(())),
        under=LAYERS,
    ),
    ActionSpec(
        "copy-outermost",
        "Copy the outermost &token",
        Menu.TOKEN,
        4,
        tip="Copy the outermost token, with every change inside it",
        keys=("Ctrl+L, T",),
        icon="copy",
        enabled=lambda session: bool(session.known.layers.rows) and bool(outermost_text(session)),
        under=LAYERS,
    ),
    ActionSpec(
        "show-certificate",
        "Certi&ficate",
        Menu.TOKEN,
        4,
        tip="Put a certificate of the token into the panes",
        keys=("Ctrl+L, X",),
        icon="certificate",
        enabled=lambda session: first_certificate(session) is not None,
        under=LAYERS,
    ),
    ActionSpec(
        "back-to-token",
        "&Back to the token",
        Menu.TOKEN,
        4,
        tip="Put header and payload into the panes again",
        keys=("Ctrl+L, E",),
        icon="back",
        enabled=lambda session: session.certificate is not None,
        under=LAYERS,
    ),
    ActionSpec(
        "write-compact",
        "Write in the &compact form",
        Menu.TOKEN,
        4,
        tip="Write the same token with dots between its parts",
        keys=("Ctrl+L, C",),
        enabled=_written(Serialisation.COMPACT),
        edit=present(Converted(Serialisation.COMPACT)),
        under=WRITTEN,
    ),
    ActionSpec(
        "write-flattened",
        "Write as JSON, &flattened",
        Menu.TOKEN,
        4,
        tip="Write the same token as JSON, for one signature or recipient",
        keys=("Ctrl+L, F",),
        enabled=_written(Serialisation.FLATTENED),
        edit=present(Converted(Serialisation.FLATTENED)),
        under=WRITTEN,
    ),
    ActionSpec(
        "write-general",
        "Write as JSON, &general",
        Menu.TOKEN,
        4,
        tip="Write the same token as JSON, for several signatures or recipients",
        keys=("Ctrl+L, G",),
        enabled=_written(Serialisation.GENERAL),
        edit=present(Converted(Serialisation.GENERAL)),
        under=WRITTEN,
    ),
    ActionSpec(
        "add-signature",
        "&Add a signature…",
        Menu.TOKEN,
        4,
        tip="Put a further signature to the same payload",
        keys=("Ctrl+L, A",),
        icon="plus",
        enabled=can_add,
        under=WRITTEN,
    ),
)
