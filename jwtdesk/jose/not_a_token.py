"""Things people paste where a token belongs: each recognised, and named for what it is."""

import re

from jwtdesk.jose.health_card import card_problem
from jwtdesk.jose.other_tokens import other_token
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

LIMIT = 10_000_000
# The quotation marks of some hundred thousand members; those of a payload do not count.
MOST_QUOTES = 400_000

_PASETO = re.compile(r"v[1-4]\.(local|public)\.")
_DOTTED = re.compile(r"[A-Za-z0-9_-]*+\.")
# A token of the Fernet format starts with its version octet and a date before the year 2242.
_FERNET = "gAAAAA"


def too_large() -> Problem:
    """Return the one sentence for a text beyond the limit."""
    message = tr("This is longer than 10 million characters: too large to be a token.")
    return Problem("too-large", message)


def too_crowded(text: str) -> Problem | None:
    """Return that the JSON `text` has more members than can be read in time, None when not."""
    if text.count('"') <= MOST_QUOTES:
        return None
    message = tr("This JSON has more than 100,000 members: too many to be a token.")
    return Problem("too-large", message)


def what_it_is(text: str) -> Problem:
    """Return what `text` (white space removed) is instead of a token, or that it is none."""
    if not text:
        return Problem("empty", tr("There is no token yet."))
    if text.startswith("-----BEGIN"):
        return _armoured(text)
    if text.startswith("ssh-"):
        return Problem("is-key", tr("This is a key, not a token: it belongs in the key field."))
    if _PASETO.match(text):
        message = tr("This is a PASETO token, not a JWT: it cannot be read here.")
        return Problem("is-paseto", message)
    if text.startswith(_FERNET):
        message = tr("This looks like a Fernet token, not a JWT: it cannot be read here.")
        return Problem("is-fernet", message)
    message = tr("This is not a token: a token is three parts of letters and digits between dots.")
    # What begins like a token is not looked into at every key press.
    other = None if _DOTTED.match(text) else card_problem(text) or other_token(text)
    return other or Problem("not-a-token", message)


def _armoured(text: str) -> Problem:
    """Return what a text between BEGIN and END lines is (RFC 7468); its blanks may be gone."""
    label = text.removeprefix("-----BEGIN").lstrip()
    if label.startswith("PGP"):
        message = tr("This is an OpenPGP text: it is not a JWT, and jwtdesk does not open it.")
        return Problem("is-pgp", message)
    if label.startswith(("CERTIFICATE-", "X509CERTIFICATE-", "TRUSTEDCERTIFICATE-")):
        message = tr("This is a certificate, not a token: it belongs in the key field.")
        return Problem("is-certificate", message)
    return Problem("is-key", tr("This is a key, not a token: it belongs in the key field."))


def plain_json(*, has_kty: bool) -> Problem:
    """Return what a JSON text without the members of a token is."""
    if has_kty:
        message = tr("This is a key (JWK), not a token: it belongs in the key field.")
        return Problem("is-key", message)
    message = tr("This is JSON, but not a token: it has neither a signature nor a ciphertext.")
    return Problem("not-a-token", message)
