"""What the key fields mean for this token: is a second key needed, do two keys belong together?"""

from dataclasses import replace

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key, Keys, Unreadable
from jwtdesk.jose.words import tr
from jwtdesk.model.composed import Composed
from jwtdesk.model.session import Pair, Session
from jwtdesk.model.shown_algorithm import can_make_key, ways
from jwtdesk.model.source import FromClaims


def key_facts(session: Session, composed: Composed) -> Session:
    """Return `session` knowing whether to offer a second key field, and a key that fits."""
    known = session.known
    making = isinstance(session.source, FromClaims)
    only_public = (
        isinstance(known.keys, Keys)
        and bool(known.keys.members)
        and not any(key.private for key in known.keys.members)
    )
    named = ways(session)
    offered = None if composed.can_sign or composed.pending else named.alg
    known = replace(
        known,
        wants_signing_key=(making and only_public and not named.encrypts)
        or bool(session.signing_key.octets),
        pair=_pair(known.keys, known.signing_keys),
        signing_problem=composed.unsigned,
        fitting_algorithm=offered if can_make_key(offered) else None,
    )
    return replace(session, known=known)


def _pair(keys: Keys | Unreadable | None, signing: Keys | Unreadable | None) -> Pair | None:
    if not isinstance(keys, Keys) or not isinstance(signing, Keys):
        return None
    if not keys.members or not signing.members:
        return None
    prints = {key.thumbprint for key in keys.members}
    for key in signing.members:
        if key.thumbprint in prints:
            return Pair(matches=True, text=_belongs(key))
    first, other = signing.members[0], keys.members[0]
    text = tr(
        "These two keys do not belong together: {one} signs, {other} checks.",
        one=first.thumbprint[:11],
        other=other.thumbprint[:11],
    )
    return Pair(matches=False, text=text)


def _belongs(key: Key) -> str:
    if key.type is KeyType.OCT:
        return tr("The same secret as in the field above.")
    return tr("This key belongs to the one above ({print}).", print=key.thumbprint[:11])
