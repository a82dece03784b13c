"""Things people paste where a token belongs: each recognised, and named for what it is."""

import re

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

LIMIT = 10_000_000

_PASETO = re.compile(r"v[1-4]\.(local|public)\.")
# A token of the Fernet format starts with its version octet and a date before the year 2242.
_FERNET = "gAAAAA"


def too_large() -> Problem:
    """Return the one sentence for a text beyond the limit."""
    message = tr("This is longer than 10 million characters: too large to be a token.")
    return Problem("too-large", message)


def what_it_is(text: str) -> Problem:
    """Return what `text` (white space removed) is instead of a token, or that it is none."""
    if not text:
        return Problem("empty", tr("There is no token yet."))
    if text.startswith(("-----BEGIN", "ssh-")):
        return Problem("is-key", tr("This is a key, not a token: it belongs in the key field."))
    if _PASETO.match(text):
        message = tr("This is a PASETO token, not a JWT: it cannot be read here.")
        return Problem("is-paseto", message)
    if text.startswith(_FERNET):
        message = tr("This looks like a Fernet token, not a JWT: it cannot be read here.")
        return Problem("is-fernet", message)
    message = tr("This is not a token: a token is three parts of letters and digits between dots.")
    return Problem("not-a-token", message)


def plain_json(*, has_kty: bool) -> Problem:
    """Return what a JSON text without the members of a token is."""
    if has_kty:
        message = tr("This is a key (JWK), not a token: it belongs in the key field.")
        return Problem("is-key", message)
    message = tr("This is JSON, but not a token: it has neither a signature nor a ciphertext.")
    return Problem("not-a-token", message)
