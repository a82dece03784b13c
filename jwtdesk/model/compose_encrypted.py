"""Making an encrypted token: every edit is encrypted anew (RFC 7516 section 5.1)."""

from jwtdesk.jose import base64url
from jwtdesk.jose.encrypt import Encryption
from jwtdesk.jose.jsontext import members, read, replace_value
from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.composed import Composed
from jwtdesk.model.maker import Maker
from jwtdesk.model.questions import Encrypt

# What encrypting puts into the header itself: an ephemeral key, a salt, the wrapping's own nonce.
COMPUTED = ("epk", "iv", "tag", "p2s", "p2c")


def encrypted(maker: Maker) -> Composed:
    """Return the encrypted token of `maker`; without a key that encrypts there is none.

    Other than a signature, no old encryption fits the new content: the last token stays, dimmed.
    """
    if not isinstance(maker.keys, Keys):
        text = tr("No key to encrypt with: the last token stays until there is one.")
        return Composed(unsigned=Problem("no-encryption-key", text), can_sign=False)
    try:
        header = base64url.decode(maker.header).octets.decode("utf-8")
    except UnicodeDecodeError:
        text = tr("The header is not UTF-8 text, so nothing can be encrypted under it.")
        return Composed(unsigned=Problem("header-not-utf8", text), can_sign=False)
    plaintext = base64url.decode(maker.payload).octets
    answer = maker.ledger.ask(Encrypt(header, plaintext, maker.keys, maker.source.like))
    if isinstance(answer, Problem):
        return Composed(unsigned=answer, can_sign=False)
    if not isinstance(answer, Encryption):
        return Composed(pending=True)
    pane = _with_computed(maker.source.header.text, answer.header)
    return Composed(answer.text, signed_by=answer.by, plaintext=plaintext, header=pane)


def _with_computed(pane: str, header: str) -> str:
    """Return the pane's text with what encrypting computed, and everything else as it stands."""
    made, own = read(header).value, read(pane).value
    if not isinstance(made, dict) or not isinstance(own, dict):
        return pane
    places = {one.path: one.value for one in members(header)}
    for name in COMPUTED:
        if name in made and made[name] != own.get(name):
            span = places[f"$.{name}"]
            pane = replace_value(pane, name, header[span.start : span.end])
    return pane
