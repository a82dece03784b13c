"""What is expected of the token: taken from it, kept for its issuer, put away."""

from jwtdesk.analysis.rules import Rules
from jwtdesk.model.edits import RulesEdited
from jwtdesk.model.session import Session
from jwtdesk.model.token_rules import audiences_of, issuer_of, rules_from_token
from jwtdesk.ui.actions import ActionSpec, Menu


def _names_itself(session: Session) -> bool:
    return bool(issuer_of(session) or audiences_of(session))


def _has_issuer(session: Session) -> bool:
    return bool(issuer_of(session))


def _has_rules(session: Session) -> bool:
    return session.rules != Rules()


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "take-rules",
        "E&xpect what this token says",
        Menu.TOKEN,
        3,
        tip="Expect the issuer and audience of this token",
        keys=("Ctrl+E",),
        icon="wand",
        enabled=_names_itself,
        edit=lambda session: RulesEdited(rules_from_token(session)),
    ),
    ActionSpec(
        "keep-rules",
        "&Keep the rules for this issuer",
        Menu.TOKEN,
        3,
        tip="Keep these rules, and apply them to every token of this issuer; "
        "subject and nonce are not kept",
        icon="save",
        enabled=_has_issuer,
        switch=True,
        keys=("Ctrl+R",),
    ),
    ActionSpec(
        "clear-rules",
        "Expect &nothing",
        Menu.TOKEN,
        3,
        tip="Put all rules away",
        icon="eraser",
        enabled=_has_rules,
        edit=lambda _session: RulesEdited(Rules()),
        keys=("Ctrl+Shift+X",),
    ),
)
