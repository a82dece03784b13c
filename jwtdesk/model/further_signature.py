"""A further signature over the same payload: what it would be, and what will become of it."""

from jwtdesk.jose.algorithm import Algorithm, Standing, algorithm, algorithms
from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session

_FIRST = "HS256"


def first_choice(session: Session) -> tuple[str, str]:
    """Return the algorithm and the key ID that a further signature would have: the key's own."""
    key = _signer(session)
    if key is None:
        known = algorithm(session.known.token.alg)
        return (known.name if known else _FIRST), ""
    fitting = [one for one in algorithms() if _fits(one, key)]
    own = [one for one in fitting if one.name == key.alg]
    good = [one for one in fitting if one.standing is Standing.RECOMMENDED]
    best = next(iter((*own, *good, *fitting)), None)
    return (best.name if best else _FIRST), key.kid or ""


def further_header(alg: str, kid: str) -> str:
    """Return the protected header of a further signature."""
    named = f',"kid":{quote(kid)}' if kid else ""
    return f'{{"alg":{quote(alg)}{named}}}'


def signing_words(session: Session, alg: str) -> str:
    """Return what will become of a further signature with `alg`: made now, or empty for now."""
    chosen, key = algorithm(alg), _signer(session)
    if chosen is not None and chosen.key_type is None:
        return tr("An unsecured signature is empty: it proves nothing.")
    if key is None:
        return tr("There is no private key in the key field: the signature stays empty for now.")
    problem = misfit(chosen, key, signing=True) if chosen else None
    if problem is not None:
        return tr("{why} The signature stays empty for now.", why=problem.message)
    return tr("The key in the key field signs it.")


def _signer(session: Session) -> Key | None:
    """Return the key that signs, as far as there is one."""
    known = session.known
    keys = known.signing_keys if session.signing_key.octets else known.keys
    members = keys.members if isinstance(keys, Keys) else ()
    return next((one for one in members if one.signing is not None), None)


def _fits(one: Algorithm, key: Key) -> bool:
    return one.key_type is not None and misfit(one, key, signing=True) is None
