"""The key binding of an SD-JWT in words: who showed it, to whom, and what was expected."""

from dataclasses import dataclass

from jwtdesk.analysis.key_binding import key_binding
from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.confirmation import holder_key
from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.session import Pair, Session

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class BindingRow:
    """The lamp of the key binding: its state, a few words, a sentence, and what was expected."""

    state: State
    short: str
    text: str
    expected: str


def binding_row(session: Session) -> BindingRow | None:
    """Return the row for the token on the desk; None when it is no SD-JWT."""
    token, rules = session.known.token, session.rules
    if token.selective is None:
        return None
    lamp = key_binding(token, rules, session.moment)
    if lamp is None:
        return BindingRow(State.UNKNOWN, tr("Not bound"), _unbound(session), expected_of(rules))
    if lamp.state is State.OK and session.verdict.signature.state is not State.OK:
        text = tr(
            "Its signature and its claims are right, but whose key it is has not been proven: "
            "the issuer's signature is not verified."
        )
        return BindingRow(State.UNKNOWN, tr("Not proven"), text, expected_of(rules))
    return BindingRow(lamp.state, lamp.short, lamp.text, expected_of(rules))


def _unbound(session: Session) -> str:
    """Return what it means that there is no key binding JWT."""
    if "cnf" in (claims_of(session.known.token) or {}):
        return tr(
            "The token names its holder's key (cnf), but nothing shows that the holder presents it."
        )
    return tr("There is no key binding, and the token names no key of its holder (cnf).")


def expected_of(rules: Rules) -> str:
    """Return what a key binding is held against, in words."""
    wanted = [
        tr("{name} “{value}”", name=name, value=made_visible(value[:_LONGEST]))
        for name, value in ((tr("audience"), rules.kb_aud), (tr("nonce"), rules.kb_nonce))
        if value is not None
    ]
    if not wanted:
        return tr("No audience and no nonce are expected: the rules have fields for them.")
    return tr("Expected: {list}.", list=", ".join(wanted))


def holder_pair(session: Session, keys: Keys) -> Pair:
    """Return whether `keys` hold the key that the token names as its holder's, and say it."""
    named = holder_key(claims_of(session.known.token) or {})
    if isinstance(named, Problem):
        return Pair(matches=False, text=named.message)
    wanted = {one.thumbprint for one in named.members}
    fits = any(one.thumbprint in wanted for one in keys.members)
    if fits:
        return Pair(fits, tr("This is the holder's key that the token names (cnf)."))
    return Pair(
        fits,
        tr("This is another key than the one the token names (cnf): the binding will be refused."),
    )
