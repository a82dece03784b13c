"""Edits of tokens of a special kind: another serialisation, a further signature, raw bytes."""

from dataclasses import replace
from typing import assert_never

from jwtdesk.jose import base64url
from jwtdesk.jose.detached import attach, detach
from jwtdesk.jose.json_form import to_compact, to_flattened, to_general
from jwtdesk.jose.json_signatures import with_signature, without_signature
from jwtdesk.jose.jsontext import compact, read
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.segments import with_segment
from jwtdesk.jose.words import tr
from jwtdesk.model.became import became, not_possible
from jwtdesk.model.carriage import Carriage
from jwtdesk.model.desk_claims import claims_of_desk
from jwtdesk.model.edits_of_kinds import Serialisation
from jwtdesk.model.forms import Form, encoded_text, fitting_form, shown_as
from jwtdesk.model.session import Session
from jwtdesk.model.source import FromClaims, FromToken, Part
from jwtdesk.model.token_edits import step
from jwtdesk.model.token_kinds import ENCRYPTED
from jwtdesk.model.up_to_date import is_made, not_yet


def form_chosen(session: Session, form: Form | None) -> Session:
    """The payload is shown in another form: the same octets, read another way."""
    segment = session.known.payload
    if segment is None or form is session.known.form:
        return session
    if not isinstance(session.source, FromClaims):
        return replace(session, form=form)
    if not is_made(session):
        return not_yet(session)
    possible = fitting_form(segment.octets, segment.document, form)
    source = session.source
    kept, how = source.payload.encoded, source.carriage
    if kept is None:
        # What was typed stands in the token as its header asks; here it is put down as octets.
        kept, how = base64url.encode(segment.octets), Carriage.ENCODED
    again = Part(shown_as(segment.octets, possible), kept, possible)
    return replace(session, form=form, source=replace(source, payload=again, carriage=how))


def detached_given(session: Session, octets: bytes | None) -> Session:
    """The payload from beside the token was given: we go on checking."""
    if octets == session.detached:
        return session
    history = session.history.noted(step(session), "", 0.0)
    return replace(session, detached=octets, form=None, history=history)


def parted(session: Session, *, apart: bool) -> Session:
    """The payload leaves the token or comes back; nothing of it needs to be signed anew."""
    token = session.known.token
    own = token.payload.octets if token.payload and token.payload.encoded else None
    # What is on the wire, compressed or not, is what travels.
    octets = token.detached if own is None else own
    if octets is None or token.kind in ENCRYPTED:
        return not_possible(session, tr("There is no payload that could travel apart."))
    found = detach(token) if apart else attach(token, octets)
    after = became(session, found)
    if isinstance(found, Problem) or after is session:
        return after
    return replace(after, detached=octets if apart else None)


def converted(session: Session, to: Serialisation) -> Session:
    """The same token in another serialisation, its parts byte for byte."""
    token = session.known.token
    match to:
        case Serialisation.COMPACT:
            return became(session, to_compact(token, session.entry))
        case Serialisation.FLATTENED:
            return became(session, to_flattened(token))
        case Serialisation.GENERAL:
            return became(session, to_general(token))
        case never:
            assert_never(never)


def entry_chosen(session: Session, index: int) -> Session:
    """The header pane shows another of several headers; nothing else changes."""
    token = session.known.token
    if index == session.entry or not 0 <= index < len(token.signatures):
        return session
    if isinstance(session.source, FromClaims):
        session = replace(session, source=FromToken(session.shown.token))
    return replace(session, entry=index)


def signature_added(session: Session, header: str) -> Session:
    """A further signature: its entry is made first, then signed like any edited header."""
    token = session.known.token
    if token.kind in ENCRYPTED:
        return not_possible(
            session, tr("An encrypted token carries no signatures: it has recipients.")
        )
    general = to_general(token)
    if isinstance(general, Problem):
        return not_possible(session, general.message)
    protected = encoded_text(compact(header)).encoded
    if protected is None or not isinstance(read(header).value, dict):
        return not_possible(
            session, tr("A further signature needs a header that is a JSON object.")
        )
    like = read_token(with_signature(general, protected, ""), session.detached)
    claims = replace(
        claims_of_desk(session),
        header=Part(header),
        signature="",
        tail="",
        sign=True,
        like=like,
        entry=len(like.signatures) - 1,
    )
    history = session.history.noted(step(session), "", 0.0)
    return replace(session, source=claims, history=history, entry=claims.entry)


def signature_removed(session: Session, index: int) -> Session:
    """One of several signatures goes; the others keep their bytes."""
    token = session.known.token
    found = without_signature(token.text, index)
    after = became(session, found)
    return after if after is session else replace(after, entry=0)


def segment_edited(session: Session, index: int, octets: bytes) -> Session:
    """A segment was changed as bytes: the token owns the truth, all else byte for byte."""
    return became(session, with_segment(session.known.token, index, octets))
