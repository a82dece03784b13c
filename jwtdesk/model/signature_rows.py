"""The signatures of a token, or its recipients, in words; and what can be done with them."""

from dataclasses import dataclass
from itertools import islice

from jwtdesk.analysis.quoted import shortened
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose import base64url
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.json_object import lexeme_of
from jwtdesk.jose.jsontext import compact, outer_members, read
from jwtdesk.jose.token import Kind, Recipient, Signature, Token
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.edits_of_kinds import Serialisation
from jwtdesk.model.session import Session
from jwtdesk.model.token_kinds import ENCRYPTED

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """One signature, or one recipient of an encrypted token.

    `words` are the few words of its lamp and `sentence` the whole of it. `members` names what its
    protected header holds; `unprotected` is the JSON of the members that nothing covers, "" when
    there are none. `shown` marks the one whose header is in the header pane.
    """

    alg: str
    kid: str
    state: str
    words: str
    sentence: str
    members: str
    unprotected: str
    shown: bool


def serialisation_of(token: Token) -> Serialisation | None:
    """Return how `token` is written, None when it is no token."""
    if token.kind is Kind.UNREADABLE:
        return None
    if not token.text.startswith("{"):
        return Serialisation.COMPACT
    # Every action of the menus asks, with every change.
    listed = _member(token.text, _list_of(token)) is not None
    return Serialisation.GENERAL if listed else Serialisation.FLATTENED


def can_be_written(session: Session, to: Serialisation) -> bool:
    """Return whether the token is one, and written otherwise than `to`."""
    return serialisation_of(session.known.token) not in (None, to)


def can_add(session: Session) -> bool:
    """Return whether a further signature can be put to the token."""
    return session.known.token.kind in (Kind.JWS, Kind.JWS_JSON)


def can_remove(session: Session) -> bool:
    """Return whether one of several signatures can go."""
    token = session.known.token
    return token.kind is Kind.JWS_JSON and len(token.signatures) > 1


def signature_rows(session: Session) -> tuple[SignatureRow, ...]:
    """Return the signatures or recipients of a token in JSON; none for a compact one."""
    token = session.known.token
    if serialisation_of(token) in (None, Serialisation.COMPACT):
        return ()
    lamps = session.verdict.signatures
    entries = _entries(token)
    lexemes = _lexemes(token.text, _list_of(token), len(entries))
    return tuple(
        _row(
            token, one, lexeme, lamps[at] if at < len(lamps) else _idle(token), at == session.entry
        )
        for at, (one, lexeme) in enumerate(zip(entries, lexemes, strict=False))
    )


def title_of(session: Session) -> str:
    """Return what the rows are: signatures, or recipients."""
    encrypted = session.known.token.kind in ENCRYPTED
    return tr("Recipients") if encrypted else tr("Signatures")


def counted(session: Session) -> tuple[str, str]:
    """Return how many of the signatures or recipients are right, and the tone to say it in."""
    lamps = session.verdict.signatures
    right = sum(one.state is State.OK for one in lamps)
    if session.known.token.kind in ENCRYPTED:
        template = "{right} of {count} opens" if right == 1 else "{right} of {count} open"
    else:
        template = "{right} of {count} verified"
    if not lamps or not right:
        return plural(len(lamps), "{count}", "{count}") if lamps else "", "plain"
    return tr(template, right=right, count=len(lamps)), "ok"


def _list_of(token: Token) -> str:
    # The menus ask before the first frame; what writes the forms is loaded later.
    from jwtdesk.jose.json_form import LISTS, SIGNATURES

    return LISTS.get(token.kind, SIGNATURES)


def _entries(token: Token) -> tuple[Signature | Recipient, ...]:
    return token.encrypted.recipients if token.encrypted else token.signatures


# A text of megabytes is not walked again with every answer that arrives.
@remembered(2)
def _lexemes(text: str, name: str, most: int) -> tuple[str, ...]:
    """Return the first `most` entries as they are written; the whole in the flattened form."""
    listed = _member(text, name)
    if listed is None:
        return (text,)
    found = islice(outer_members(listed), most)
    return tuple(listed[one.value.start : one.value.end] for one in found)


@remembered(4)
def _member(text: str, name: str) -> str | None:
    return lexeme_of(text, name)


def _idle(token: Token) -> Lamp:
    if token.kind in ENCRYPTED:
        return Lamp(State.UNKNOWN, "no-key", tr("Not opened: give the key to open it."), "")
    return Lamp(State.UNKNOWN, "no-key", tr("Not checked: give the key to check it."), "")


def _row(
    token: Token,
    one: Signature | Recipient,
    lexeme: str,
    lamp: Lamp,
    shown: bool,  # noqa: FBT001 - private
) -> SignatureRow:
    alg, kid = one.header.get("alg"), one.header.get("kid")
    protected = token.encrypted.protected if token.encrypted else ""
    shared = _member(token.text, "unprotected") if token.encrypted else None
    if isinstance(one, Signature):
        protected = one.protected
    return SignatureRow(
        alg=shortened(alg, _LONGEST) if isinstance(alg, str) else tr("no algorithm"),
        kid=shortened(kid, _LONGEST) if isinstance(kid, str) else "",
        state=lamp.state.value,
        words=lamp.short,
        sentence=lamp.text,
        members=_members(protected),
        unprotected=_unprotected(lexeme, shared, is_encrypted=token.encrypted is not None),
        shown=shown,
    )


def _members(protected: str) -> str:
    octets = base64url.only_octets(protected)
    value = read(octets.decode(errors="replace")).value
    names = ", ".join(shortened(one, _LONGEST) for one in value) if isinstance(value, dict) else ""
    return tr("Protected: {names}", names=names) if names else tr("Nothing is protected")


@remembered(128)
def _unprotected(lexeme: str, shared: str | None, *, is_encrypted: bool) -> str:
    """Return what stands beside the protected header: the entry's own, and what all share."""
    found = [one for one in (lexeme_of(lexeme, "header"), shared) if one]
    told = " ".join(shortened(compact(one), _LONGEST) for one in found)
    if not told:
        return ""
    if is_encrypted:
        return tr("Not covered by the encryption: {json}", json=told)
    return tr("Not covered by the signature: {json}", json=told)
