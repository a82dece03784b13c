"""What the reader expects of a token, one check each; every broken one is told (RFC 7519 4.1)."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from jwtdesk.analysis.quoted import said
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.time import duration, is_countable, moment
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

Claims = Mapping[str, Value]


def expected(
    header: Mapping[str, Value], claims: Claims | None, rules: Rules, now: int
) -> Iterator[tuple[Problem, ...]]:
    """Yield one outcome for each expectation in `rules`: empty when it holds, else its fault."""
    own: Claims = claims if claims is not None else {}
    if rules.algorithms:
        yield _algorithm(header.get("alg"), rules.algorithms)
    if rules.type is not None:
        yield _type(header.get("typ"), rules.type)
    if rules.issuers:
        yield _equal(own, "iss", rules.issuers, "issuer-mismatch")
    if rules.audiences:
        yield _audience(own.get("aud"), rules.audiences)
    if rules.subject is not None:
        yield _equal(own, "sub", (rules.subject,), "subject-mismatch")
    if rules.nonce is not None:
        yield _equal(own, "nonce", (rules.nonce,), "nonce-mismatch")
    for name in rules.required:
        yield _required(own, name)
    if rules.max_age is not None:
        yield _age(own, rules.max_age + rules.leeway, now)
    if rules.max_lifetime is not None:
        yield _lifetime(own, rules.max_lifetime)


def _algorithm(found: Value, allowed: Sequence[str]) -> tuple[Problem, ...]:
    if found in allowed:
        return ()
    message = tr(
        "The algorithm is {found}, but only {allowed} is accepted.",
        found=said(found),
        allowed=_either(allowed),
    )
    return (Problem("alg-not-allowed", message),)


def _type(found: Value, wanted: str) -> tuple[Problem, ...]:
    """Compare media types: without case, and with "application/" optional (RFC 7515 4.1.9)."""
    if isinstance(found, str) and _media_type(found) == _media_type(wanted):
        return ()
    message = tr(
        "The type is {found}; {wanted} is expected.", found=said(found), wanted=said(wanted)
    )
    return (Problem("type-mismatch", message),)


def _media_type(text: str) -> str:
    return text.lower().removeprefix("application/")


def _equal(claims: Claims, name: str, accepted: Sequence[str], code: str) -> tuple[Problem, ...]:
    found = claims.get(name)
    if found in accepted:
        return ()
    message = tr(
        "“{name}” is {found}; {accepted} is expected.",
        name=name,
        found=said(found),
        accepted=_either(accepted),
    )
    return (Problem(code, message),)


def _audience(found: Value, accepted: Sequence[str]) -> tuple[Problem, ...]:
    """Accept when any audience of the token is one of ours (RFC 7519 section 4.1.3)."""
    named = found if isinstance(found, list) else [found]
    if any(one in accepted for one in named):
        return ()
    if found is None:
        message = tr(
            "The token names no audience, not even {accepted}.", accepted=_either(accepted)
        )
        return (Problem("audience-mismatch", message),)
    message = tr(
        "The token is for {found}, not for {accepted}.",
        found=said(found),
        accepted=_either(accepted),
    )
    return (Problem("audience-mismatch", message),)


def _required(claims: Claims, name: str) -> tuple[Problem, ...]:
    if claims.get(name) is not None:
        return ()
    return (Problem("claim-missing", tr("The claim {name} is missing.", name=said(name))),)


def _age(claims: Claims, most: int, now: int) -> tuple[Problem, ...]:
    """Compare the seconds since the user signed in, or else since the issue, with `most`."""
    born = moment(claims.get("auth_time", claims.get("iat")))
    if born is None:
        message = tr("Its age cannot be told: “iat” is missing or not a number.")
        return (Problem("too-old", message),)
    if born >= now - most:
        return ()
    message = tr("The token is older than {most}.", most=duration(most))
    return (Problem("too-old", message),)


def _lifetime(claims: Claims, most: int) -> tuple[Problem, ...]:
    start = moment(claims.get("iat", claims.get("nbf")))
    end = moment(claims.get("exp"))
    if start is None or end is None:
        message = tr("Its lifetime cannot be told: “iat” and “exp” are needed, as numbers.")
        return (Problem("lifetime-too-long", message),)
    if _within(start, end, most):
        return ()
    message = tr("The token lives longer than {most}.", most=duration(most))
    return (Problem("lifetime-too-long", message),)


def _within(start: Decimal, end: Decimal, most: int) -> bool:
    if is_countable(start) and is_countable(end):
        return end - start <= most
    return end <= start


def _either(accepted: Sequence[str]) -> str:
    return tr(" or ").join(said(one) for one in accepted)
