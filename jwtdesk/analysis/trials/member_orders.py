"""The members of one object in other orders: every one while they are few, else the usual ones."""

import json
from collections.abc import Iterable, Iterator
from itertools import permutations

from jwtdesk.analysis.trials.json_spellings import MARKED, Spelling, marked
from jwtdesk.jose.jsontext import Value, compact, members
from jwtdesk.jose.words import tr

MOST_MEMBERS, MOST_REGISTERED, MOST_OTHERS = 7, 5, 4
REST = "*"
"""Stands for whatever a row below does not name."""

USUAL = (
    # The order of the specification, before and behind what is private.
    *("iss sub aud exp nbf iat jti *", "* iss sub aud exp nbf iat jti"),
    # What signs appends its own: jsonwebtoken, jose, the handlers of .NET, IdentityServer.
    *("* iat exp", "* iat nbf exp aud iss sub jti", "* iat exp iss sub", "* iat exp aud iss sub"),
    *("* iat iss aud exp", "* iat iss sub aud exp", "* exp iat", "* exp", "* iat", "* nbf exp iat"),
    *(
        "* nbf exp iat iss aud",
        "* exp iss aud",
        "* nbf exp iss aud",
        "* iss aud exp",
        "* jti iat exp",
    ),
    *(
        "nbf exp iss aud *",
        "nbf exp iat iss aud *",
        "aud iss exp * iat nbf",
        "iss nbf iat exp aud *",
    ),
    # Services and frameworks.
    *("exp iat auth_time jti iss aud sub typ azp *", "exp iat jti iss aud sub typ azp sid *"),
    *(
        "iss aud auth_time user_id sub iat exp *",
        "iss azp aud sub * iat exp",
        "* iss sub aud iat exp",
    ),
    *("iss sub aud iat exp *", "iss sub aud exp iat *", "* iss sub aud iat exp azp scope"),
    *(
        "aud iss iat nbf exp *",
        "iss iat exp aud sub *",
        "iss aud iat exp *",
        "iss aud iat nbf exp *",
    ),
    *(
        "token_type exp iat jti *",
        "fresh iat jti type sub nbf csrf exp *",
        "iat exp *",
        "iat nbf exp *",
    ),
    *(
        "sub iss aud * exp iat",
        "sub iat exp *",
        "sub * iat exp",
        "sub iss iat exp *",
        "jti * iat exp",
    ),
    *("iat exp iss sub *", "iat exp iss aud sub *", "exp iat *", "exp *", "exp sub *", "sub exp *"),
    *(
        "jti iss sub aud exp *",
        "jti sub iat exp *",
        "sub aud iss * exp iat jti",
        "sub name * iat exp",
    ),
    # Headers.
    *("alg typ kid *", "alg kid typ *", "typ alg kid *", "kid typ alg *", "kid alg typ *"),
    *(
        "typ kid alg *",
        "typ alg *",
        "alg typ *",
        "kid alg *",
        "alg kid *",
        "* alg typ",
        "* typ alg",
    ),
    *(
        "alg typ x5t kid *",
        "typ alg x5t kid *",
        "alg kid x5t typ *",
        "* kid",
        "kid *",
        "x5t * alg typ",
    ),
)
_REGISTERED = ("iss", "sub", "aud", "exp", "nbf", "iat", "jti")


def shuffles(text: str, value: Value) -> Iterator[Spelling]:
    """Yield every order of the outer members of a small object, each member spelled as it is.

    Compact, then with the blanks that Python writes by default.
    """
    spelled = _lexemes(text, value) if isinstance(value, dict) else None
    if spelled is None or not 1 < len(spelled) <= MOST_MEMBERS:
        return
    for order in permutations(spelled.values()):
        yield _tight(order)
    for order in permutations(spelled.values()):
        yield _spaced(order)


def usual_orders(text: str, value: Value) -> Iterator[Spelling]:
    """Yield the orders that libraries and services write, of an object of any size.

    What no row names keeps its order, or is sorted; a few are tried in every order.
    """
    spelled = _lexemes(text, value) if isinstance(value, dict) else None
    if spelled is None:
        return
    seen = {tuple(spelled)}
    for every in (False, True):
        for order in _rows(tuple(spelled), every=every):
            if order not in seen:
                seen.add(order)
                lexemes = [spelled[name] for name in order]
                yield _tight(lexemes)
                yield _spaced(lexemes)


def claim_orders(text: str, value: Value) -> Iterator[Spelling]:
    """Yield every order of the registered claims before or behind all others, compact."""
    spelled = _lexemes(text, value) if isinstance(value, dict) else None
    if spelled is None or len(spelled) <= MOST_MEMBERS:
        return
    registered = [name for name in _REGISTERED if name in spelled]
    if not 1 < len(registered) <= MOST_REGISTERED:
        return
    for others in _others(tuple(spelled), registered, every=False):
        for order in permutations(registered):
            for whole in ((*order, *others), (*others, *order)):
                yield _tight(spelled[name] for name in whole)


def _rows(names: tuple[str, ...], *, every: bool) -> Iterator[tuple[str, ...]]:
    """Yield `names` in the order of each row; `every` asks for each order of the rest too."""
    for row in USUAL:
        named = row.split()
        at = named.index(REST)
        before = [name for name in named[:at] if name in names]
        behind = [name for name in named[at + 1 :] if name in names]
        for others in _others(names, [*before, *behind], every=every):
            yield (*before, *others, *behind)


def _others(names: tuple[str, ...], apart: list[str], *, every: bool) -> Iterable[tuple[str, ...]]:
    """Return the orders of what is not set apart: as it stands, sorted, registered ones first."""
    others = tuple(name for name in names if name not in apart)
    if every:
        return permutations(others) if len(others) <= MOST_OTHERS else ()
    first = tuple(name for name in _REGISTERED if name in others)
    private = tuple(name for name in others if name not in first)
    orders = (
        others,
        tuple(sorted(others)),
        (*first, *private),
        (*first, *sorted(private)),
    )
    return tuple(dict.fromkeys(orders))


def _lexemes(text: str, value: dict[str, Value]) -> dict[str, tuple[str, str]] | None:
    """Return each member as it is spelled, without blanks, and as Python writes it.

    None when there is only one order, or a name stands twice.
    """
    tight = compact(text)
    outer = [one for one in members(tight) if one.depth == 1 and one.key is not None]
    if len(outer) != len(value) or len(outer) < 2:  # noqa: PLR2004 - one member has one order
        return None
    spaced = [json.dumps({name: marked(one, str)}) for name, one in value.items()]
    return {
        name: (tight[one.key.start : one.value.end], MARKED.sub(r"\1", written[1:-1]))
        for name, one, written in zip(value, outer, spaced, strict=True)
    }


def _tight(order: Iterable[tuple[str, str]]) -> Spelling:
    return _spelled(",".join(tight for tight, _ in order))


def _spaced(order: Iterable[tuple[str, str]]) -> Spelling:
    return _spelled(", ".join(spaced for _, spaced in order))


def _spelled(inside: str) -> Spelling:
    return Spelling("{" + inside + "}", tr("with its members in another order"))
