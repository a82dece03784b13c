"""What the mathematics says about a token under the keys at hand, of whatever kind it is."""

from dataclasses import dataclass

from jwtdesk.jose.check import check_signature
from jwtdesk.jose.decrypt import decrypt
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.open_token import with_plaintext
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification


@dataclass(frozen=True, slots=True)
class Checked:
    """A token and the answer for each of its signatures or recipients.

    `token` is the one that was given, with its payload in place where it could be decrypted.
    """

    token: Token
    answers: tuple[Verification, ...]


def checked(token: Token, keys: Keys | Unreadable | None, *, patient: bool = False) -> Checked:
    """Check every signature of `token`, or decrypt it; `keys` is None when none was given.

    A `patient` caller waits for a password that is stretched more than a million times.
    """
    if token.encrypted is None:
        return Checked(token, tuple(check_signature(one, keys) for one in token.signatures))
    found = decrypt(token, keys, patient=patient)
    return Checked(with_plaintext(token, found), found.checks)
