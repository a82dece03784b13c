"""What an encrypted token holds, as far as the keys open it."""

from dataclasses import replace

from jwtdesk.analysis.checks import Checked
from jwtdesk.jose.decryption import Decryption
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.open_token import with_plaintext
from jwtdesk.jose.token import Kind, Token
from jwtdesk.model.composed import Composed
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import Decrypt
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.token_kinds import ENCRYPTED

# Without a key nobody tries: no answers, and the token as it is.
NOTHING = Checked(Token(Kind.UNREADABLE, ""), ())


def decrypted(session: Session, ledger: Ledger, composed: Composed) -> Session:
    """Return `session` with the payload of an encrypted token in place.

    While that is awaited the panes keep their last texts. What was encrypted here is known
    without decrypting it: a public key encrypts, but does not open.
    """
    known = session.known
    if known.token.kind not in ENCRYPTED:
        return session
    found = ledger.ask(_question(session, known.keys)) if known.keys is not None else NOTHING
    answers = found.answers if isinstance(found, Checked) else None
    known = replace(known, opening=answers)
    if composed.plaintext is not None:
        made = Decryption((), composed.plaintext, zipped="zip" in known.token.jose_header)
        known = replace(known, token=with_plaintext(known.token, made))
    elif isinstance(found, Checked):
        known = known if found is NOTHING else replace(known, token=found.token)
    else:
        stale = known.waiting | {PaneName.HEADER, PaneName.PAYLOAD}
        known = replace(known, waiting=stale)
    return replace(session, known=known)


def _question(session: Session, keys: Keys | Unreadable) -> Decrypt:
    patient = bool(session.patient) and session.patient == session.shown.token
    return Decrypt(session.known.token, keys, patient)
