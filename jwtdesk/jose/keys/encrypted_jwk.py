"""An encrypted JWK or JWK Set: a JWE around it, closed with a passphrase (RFC 7517 section 7)."""

from dataclasses import replace

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import too_large
from jwtdesk.jose.keys import jwk, jwks
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr


def _score(octets: bytes) -> float:
    from jwtdesk.jose.jwk.locked import locked_jwk

    return 0.94 if locked_jwk(octets) is not None else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    from jwtdesk.jose.jwk.kind import JsonKind, json_kind
    from jwtdesk.jose.jwk.locked import locked_jwk

    token = locked_jwk(given.octets, labelled=False)
    if token is None:
        message = tr("This is no encrypted token, so no key in JSON can be inside.")
        return Unreadable(Problem("jwk-not-encrypted", message))
    plain = _opened(token, given.passphrase)
    if isinstance(plain, Problem):
        return Unreadable(plain)
    reads = {JsonKind.KEY: jwk.KEY_FORMAT.read, JsonKind.SET: jwks.KEY_FORMAT.read}
    read = None if too_large(plain) else reads.get(json_kind(plain))
    if read is None:
        message = tr("The passphrase opens it, but no JWK and no JWK Set is inside.")
        return Unreadable(Problem("jwk-not-inside", message))
    keys = read(KeyInput(plain))
    return keys if isinstance(keys, Unreadable) else _named(keys)


def _opened(token: Token, passphrase: bytes | None) -> bytes | Problem:
    """Return what is inside; the work that the text asks for is bounded before any is done."""
    from jwtdesk.jose.containers.encrypted import no_passphrase, wrong_passphrase
    from jwtdesk.jose.decrypt import decrypt
    from jwtdesk.jose.material.oct import secret_key

    refused = _refused(token)
    if refused is not None:
        return refused
    if not passphrase:
        return no_passphrase()
    found = decrypt(token, Keys((secret_key(passphrase),), ""))
    if found.plaintext is not None:
        return found.plaintext
    if any(one.code is SignatureCode.CANNOT_DECRYPT for one in found.checks):
        return wrong_passphrase()
    return Problem("jwk-never-opens", found.checks[0].text)


def _refused(token: Token) -> Problem | None:
    """Return why no passphrase is tried: none closes it, or trying one takes too long."""
    from jwtdesk.jose.containers.encrypted import MOST_ROUNDS, too_costly
    from jwtdesk.jose.iteration_count import is_password_based, iteration_count

    closed = [one.header for one in token.encrypted.recipients] if token.encrypted else []
    counts = [iteration_count(one) for one in closed if is_password_based(one)]
    if not counts:
        message = tr(
            "This key is not closed with a passphrase: open it as a token, with the key that "
            "decrypts it; the payload is then the key."
        )
        return Problem("jwk-other-encryption", message)
    cost = 0
    for count in counts:
        if isinstance(count, Problem):
            return count
        cost += count
    return too_costly(cost, MOST_ROUNDS) if cost > MOST_ROUNDS else None


def _named(keys: Keys) -> Keys:
    form = tr("encrypted JWK Set") if keys.is_set else tr("encrypted JWK")
    members = tuple(replace(one, form=form) for one in keys.members)
    return replace(keys, form=form, members=members)


KEY_FORMAT = KeyFormat("encrypted-jwk", "Encrypted JWK", 33, _score, _read)
