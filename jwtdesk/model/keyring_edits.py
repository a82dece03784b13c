"""Keeping keys for this session, and finding the one that belongs to a token."""

from dataclasses import replace

from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.check import check_signature
from jwtdesk.jose.choose import named
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr
from jwtdesk.model.fetching import replaced
from jwtdesk.model.named_key import NamedKey
from jwtdesk.model.session import Session

MOST = 50
# Checking a longer token with many keys would hold the window: its kid decides, or the kind of key.
LARGEST_CHECKED = 400_000
LONGEST_NAME = 60


def kept(session: Session, name: str) -> Session:
    """The key in the field is kept; one of that name makes way, and the same key is kept once."""
    keys = session.known.keys
    if not isinstance(keys, Keys) or not session.key.octets:
        return replace(session, notice=_nothing_to_keep())
    return with_kept(session, session.key, keys, name)


def with_kept(session: Session, given: KeyInput, keys: Keys, name: str = "") -> Session:
    """Keep `given`, in which `keys` were read, under `name` or one that fits; that is said."""
    chosen = " ".join(name.split())[:LONGEST_NAME] or _free_name(session, given, keys)
    rest = (one for one in session.keyring if one.name != chosen and one.given != given)
    ring = (*rest, NamedKey(chosen, given, keys))[-MOST:]
    said = tr("“{name}” is kept until the program is closed.", name=chosen)
    return replace(session, keyring=ring, notice=_told("key-kept", said))


def chosen(session: Session, name: str) -> Session:
    """A kept key goes into the key field."""
    found = next((one for one in session.keyring if one.name == name), None)
    if found is None:
        return session
    return _used(session, found)


def dropped(session: Session, name: str) -> Session:
    """A kept key is forgotten; the key field stays as it is."""
    ring = tuple(one for one in session.keyring if one.name != name)
    return session if ring == session.keyring else replace(session, keyring=ring)


def fitting(session: Session) -> Session:
    """Whichever kept key belongs to the token is used; when none does, that is said."""
    found = belonging(session.keyring, session.known.token)
    if found is None:
        said = tr("None of the kept keys fits this token.")
        return replace(session, notice=_told("no-kept-key", said))
    return _used(session, found)


def recalled(session: Session, token: Token) -> Session:
    """Put the kept key that belongs to `token` into a key field that holds no other key."""
    own = {one.given for one in session.keyring}
    if session.key.octets and session.key not in own:
        return session
    found = belonging(session.keyring, token)
    if found is None or found.given == session.key:
        return session
    after = _used(session, found)
    return replace(after, notice=session.notice) if session.notice else after


def belonging(ring: tuple[NamedKey, ...], token: Token) -> NamedKey | None:
    """Return the kept key that verifies `token`, that its `kid` names, or that could check it."""
    if not token.signatures:
        return None
    first = token.signatures[0]
    chosen_alg, kid = algorithm(first.header.get("alg")), first.header.get("kid")
    if chosen_alg is None or chosen_alg.key_type is None:
        return None
    able = [one for one in ring if any(_fits(chosen_alg.name, key) for key in one.keys.members)]
    for one in able if len(token.text) <= LARGEST_CHECKED else ():
        if check_signature(first, one.keys).code is SignatureCode.VERIFIED:
            return one
    called = (one for one in able if named(one.keys, kid) or one.name == kid)
    return next(called, able[0] if able else None)


def _fits(name: str, key: Key) -> bool:
    wanted = algorithm(name)
    return wanted is not None and misfit(wanted, key, signing=False) is None


def _used(session: Session, found: NamedKey) -> Session:
    ring = {one.given for one in session.keyring}
    after = replaced(session, found.given, tr("“{name}” is in the key field.", name=found.name))
    return replace(after, previous_key=None) if session.key in ring else after


def _free_name(session: Session, given: KeyInput, keys: Keys) -> str:
    first = keys.members[0]
    wish = first.kid or first.curve or (f"{first.type.value} {first.size}")
    if len(keys.members) > 1:
        wish = tr("{form} of {count}", form=keys.form, count=len(keys.members))
    wish = " ".join(wish.split())[:LONGEST_NAME] or first.type.value
    names = {one.name for one in session.keyring if one.given != given}
    free = (f"{wish} {number}" for number in range(2, MOST + 3))
    return wish if wish not in names else next(one for one in free if one not in names)


def _nothing_to_keep() -> Problem:
    return _told("nothing-to-keep", tr("There is no readable key to keep."))


def _told(code: str, said: str) -> Problem:
    return Problem(code, said, severity=Severity.INFO)
