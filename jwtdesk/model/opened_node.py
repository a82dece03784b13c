"""A token of a nest, decrypted where its key is at hand."""

from jwtdesk.analysis.checks import Checked
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import Decrypt, Verify
from jwtdesk.model.token_kinds import ENCRYPTED


def opened(token: Token, keys: Keys | Unreadable | None, ledger: Ledger) -> Token | None:
    """Return `token` with its payload where `keys` open it; None while that is awaited."""
    found = checked_node(token, keys, ledger)
    return None if found is None else found.token


def checked_node(token: Token, keys: Keys | Unreadable | None, ledger: Ledger) -> Checked | None:
    """Return `token` and what its signatures or recipients say; None while that is awaited."""
    if token.kind in ENCRYPTED:
        if keys is None:
            return Checked(token, ())
        found = ledger.ask(Decrypt(token, keys))
        return found if isinstance(found, Checked) else None
    answer = ledger.ask(Verify(token, keys))
    if not isinstance(answer, tuple):
        return None
    return Checked(token, tuple(one for one in answer if isinstance(one, Verification)))
