"""An edit of an inner token, carried outward: each holder is signed or encrypted anew."""

from dataclasses import replace

from jwtdesk.analysis.inner import placed
from jwtdesk.analysis.inner_place import HEADER, KEY_BINDING
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Reading
from jwtdesk.model.compose import compose
from jwtdesk.model.composed import Composed
from jwtdesk.model.desk_claims import claims_of_token, exact_payload
from jwtdesk.model.forms import Form
from jwtdesk.model.holder import Holder, NodeKeys, NodePath
from jwtdesk.model.keys_read import keys_of
from jwtdesk.model.layers import Wrapped
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.opened_node import opened
from jwtdesk.model.put_inside import put_inside
from jwtdesk.model.questions import ReadToken
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromClaims, FromToken, Part


def wrapped(session: Session, ledger: Ledger) -> tuple[Wrapped, ...]:
    """Return every holder of the token on the desk, outermost first, with all changes in it."""
    made: list[Wrapped] = []
    inner: str | None = session.shown.token
    for depth in range(len(session.holders) - 1, -1, -1):
        holder = session.holders[depth]
        path = session.path[:depth]
        one = _around(session, holder, path, inner, ledger)
        made.append(one)
        inner = one.token
    return tuple(reversed(made))


def keys_at(session: Session, path: NodePath) -> NodeKeys:
    """Return the keys that belong to the token at `path`; those of the desk for the one on it."""
    if path == session.path:
        return NodeKeys(session.key, session.signing_key)
    return dict(session.node_keys).get(path, NodeKeys())


def _around(
    session: Session, holder: Holder, path: NodePath, inner: str | None, ledger: Ledger
) -> Wrapped:
    if inner == holder.inner:
        return Wrapped(holder.source, holder.token, detached=holder.apart)
    if inner is None:
        text = tr("A token further in is not made yet, so this one is still the old one.")
        return _kept(holder, Problem("inner-missing", text))
    if holder.place == KEY_BINDING:
        # It stands beside the disclosures, and no signature of the token around it covers it.
        text = placed(holder.token, holder.place, inner)
        return Wrapped(FromToken(text), text, detached=holder.apart)
    claims = _claims(session, holder, path, ledger)
    changed = claims
    if isinstance(claims, FromClaims):
        changed = put_inside(claims, holder, inner, ledger)
    if not isinstance(changed, FromClaims):
        return _kept(holder, changed)
    signer = _signer(session, path, ledger)
    composed = compose(changed, ledger, signer, compact=holder.compact)
    if composed.token is None:
        return _kept(holder, composed.unsigned or _broken(composed))
    return Wrapped(changed, composed.token, composed.unsigned, composed.detached)


def _kept(holder: Holder, problem: Problem | None) -> Wrapped:
    """Return that there is no new token around the inner one, and why; None while it is awaited."""
    return Wrapped(holder.source, None, problem, holder.apart)


def _broken(composed: Composed) -> Problem | None:
    """Return that a pane of the holder was left with a text that makes no token."""
    for pane, problem in composed.problems:
        template = "Its header is broken. {reason}"
        if pane is PaneName.PAYLOAD:
            template = "Its payload is broken. {reason}"
        return Problem("holder-broken", tr(template, reason=problem.message))
    return None


def _claims(
    session: Session, holder: Holder, path: NodePath, ledger: Ledger
) -> FromClaims | Problem | None:
    """Return the holder as claims that can be changed; None while it is awaited."""
    source = holder.source
    # The header that holds a token is the first signature's, whichever its panes show.
    if isinstance(source, FromClaims) and not (source.entry and holder.place.startswith(HEADER)):
        return source
    reading = ledger.ask(ReadToken(holder.token, holder.apart))
    if not isinstance(reading, Reading):
        return None
    token = opened(reading.token, keys_of(keys_at(session, path).key, ledger), ledger)
    if token is None:
        return None
    if token.payload_octets is None:
        text = tr("The key that opens it is missing, so it cannot be made anew.")
        return Problem("holder-closed", text)
    return _changeable(token)


def _changeable(token: Token) -> FromClaims:
    header = token.header
    octets = header.octets if header else b""
    part = Part(octets.decode("utf-8", "replace"), header.encoded if header else None)
    payload = exact_payload(token)
    whole = replace(payload, form=Form.JSON) if payload.text.lstrip()[:1] in ("{", "[") else payload
    return claims_of_token(token, part, whole)


def _signer(session: Session, path: NodePath, ledger: Ledger) -> Keys | Unreadable | None:
    keys = keys_at(session, path)
    return keys_of(keys.signing_key if keys.signing_key.octets else keys.key, ledger)
