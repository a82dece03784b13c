"""Edits of an SD-JWT: choosing what to show, binding it to its holder, concealing claims."""

from dataclasses import replace

from jwtdesk.jose.conceal import conceal
from jwtdesk.jose.jsontext import pretty
from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.reveal import reveal
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Answer, Presentation
from jwtdesk.model.became import became, not_possible
from jwtdesk.model.desk_claims import claims_of_desk
from jwtdesk.model.edits_of_kinds import Concealed, Presented
from jwtdesk.model.forms import Form
from jwtdesk.model.keyring_edits import with_kept
from jwtdesk.model.presenting import Presenting
from jwtdesk.model.questions import Present
from jwtdesk.model.session import Session
from jwtdesk.model.source import Part
from jwtdesk.model.token_edits import step


def presented(session: Session, wish: Presented) -> Session:
    """The holder's choice is asked for; the token becomes the presentation when it is there."""
    token = session.known.token
    if token.selective is None:
        return not_possible(session, tr("This token has no disclosures to choose from."))
    keys = _holder_keys(session, wish.holder)
    if wish.holder and keys is None:
        return not_possible(session, tr("“{name}” is no kept key.", name=wish.holder))
    question = Present(token, wish.chosen, keys, wish.aud, wish.nonce, session.moment, wish.given)
    return replace(session, presenting=Presenting(question, wish.expected))


def arrived(session: Session, answer: Answer) -> Session:
    """The presentation takes the token's place: a step that can be undone.

    A key that was given to bind it is kept from now on, and what it is bound to is expected from
    now on, where that was wished. A key that cannot sign changes nothing.
    """
    asked, session = session.presenting, replace(session, presenting=None)
    if isinstance(answer, Problem):
        return replace(session, notice=answer)
    known = session.known
    wish = asked.question if asked else None
    if asked is None or wish is None or wish.token != known.token or known.waiting:
        return session  # Another token lies on the desk by now.
    if not isinstance(answer, Presentation):
        return session
    if answer.keys is not None and wish.given.octets:
        session = with_kept(session, wish.given, answer.keys)
    if asked.expected:
        rules = replace(session.rules, kb_aud=wish.aud, kb_nonce=wish.nonce)
        session = replace(session, rules=rules)
    return session if answer.text == session.shown.token else became(session, answer.text)


def concealed(session: Session, wish: Concealed) -> Session:
    """Claims of the payload become disclosures, and the token is signed anew."""
    claims = claims_of_desk(session)
    if claims.payload.form is not Form.JSON or claims.like is not None:
        return not_possible(
            session, tr("Claims can be concealed in a compact token with a JSON payload.")
        )
    made = conceal(
        claims.payload.text,
        wish.paths,
        wish.salts,
        decoys=wish.decoys,
        hash_name=wish.hash_name,
    )
    if isinstance(made, Problem):
        return not_possible(session, made.message)
    tail = "".join(f"{one}~" for one in made.disclosures)
    claims = replace(claims, payload=Part(made.payload), tail=_joined(claims.tail, tail), sign=True)
    history = session.history.noted(step(session), "", 0.0)
    return replace(session, source=claims, history=history, compact_chosen=True)


def revealed(session: Session) -> Session:
    """What is disclosed becomes part of the payload, and the token an ordinary one, signed anew."""
    token = session.known.token
    claims = claims_of_desk(session)
    known = token.selective is not None and token.selective.payload is not None
    if not known or claims.like is not None:
        return not_possible(session, tr("There are no disclosed claims that could be put back."))
    payload = Part(pretty(reveal(token)))
    claims = replace(claims, payload=payload, tail="", sign=True)
    history = session.history.noted(step(session), "", 0.0)
    return replace(session, source=claims, history=history, compact_chosen=True)


def _joined(tail: str, more: str) -> str:
    """Return the disclosures that were there and the new ones, without a key binding."""
    return (tail[: tail.rindex("~") + 1] if "~" in tail else "~") + more


def _holder_keys(session: Session, name: str) -> Keys | None:
    return next((one.keys for one in session.keyring if name and one.name == name), None)
