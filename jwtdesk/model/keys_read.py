"""What a key field holds, as far as it has been read."""

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import ReadKey


def keys_of(given: KeyInput, ledger: Ledger) -> Keys | Unreadable | None:
    """Return the keys of a key field, None while it is empty or they are awaited."""
    if not given.octets:
        return None
    answer = ledger.ask(ReadKey(given))
    return answer if isinstance(answer, Keys | Unreadable) else None
