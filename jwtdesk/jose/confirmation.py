"""The key that a token is bound to: its holder must prove to have it (RFC 7800, `cnf`)."""

import json
from collections.abc import Mapping

from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

# A private member is left out: it may take seconds to load, and it proves nothing here.
_PUBLIC = ("kty", "crv", "x", "y", "n", "e", "pub", "alg", "use", "kid")


def holder_key(claims: Mapping[str, Value]) -> Keys | Problem:
    """Return the public key in `cnf`, or why there is none to check with.

    A problem is a warning when the key exists but lies elsewhere (named by `kid`, `jku` …), an
    error when there is none at all.
    """
    cnf = claims.get("cnf")
    if not isinstance(cnf, dict):
        message = tr("The token names no key of its holder (“cnf”), so nobody can be bound to it.")
        return Problem("kb-no-key", message)
    jwk = cnf.get("jwk")
    if isinstance(jwk, dict):
        return _key(jwk)
    named = ", ".join(f"“{name}”" for name in ("kid", "jku", "jwe", "x5t#S256") if name in cnf)
    if named:
        message = tr(
            "The holder's key is only referred to in “cnf” (by {names}), not included: this key "
            "binding cannot be checked without it.",
            names=named,
        )
        return Problem("kb-key-elsewhere", message, severity=Severity.WARNING)
    message = tr("“cnf” holds no key (“jwk”) that the key binding could be checked with.")
    return Problem("kb-no-key", message)


def holder_key_text(claims: Mapping[str, Value]) -> KeyInput:
    """Return the public key in `cnf` as a key text; an empty one where there is none to be used."""
    cnf = claims.get("cnf")
    jwk = cnf.get("jwk") if isinstance(cnf, dict) else None
    return _text(jwk) if isinstance(jwk, dict) and jwk.get("kty") != "oct" else KeyInput()


def _text(jwk: Mapping[str, Value]) -> KeyInput:
    members: dict[str, object] = {
        name: jwk[name] for name in _PUBLIC if isinstance(jwk.get(name), str)
    }
    operations = jwk.get("key_ops")
    if isinstance(operations, list):
        members["key_ops"] = [one for one in operations if isinstance(one, str)]
    return KeyInput(json.dumps(members).encode("ascii"), "jwk")


def _key(jwk: Mapping[str, Value]) -> Keys | Problem:
    if jwk.get("kty") == "oct":
        message = tr(
            "The holder's key in “cnf” is a shared secret, which everyone who reads the token has."
        )
        return Problem("kb-key-symmetric", message)
    # Whoever only reads a token does not wait for the readers of keys.
    from jwtdesk.jose.key_format import read_key

    keys = read_key(_text(jwk))
    if isinstance(keys, Unreadable):
        message = tr("The holder's key in “cnf” is unusable. {why}", why=keys.problem.message)
        return Problem("kb-key-unusable", message)
    return keys
