"""When and for whom a key binding was made: its other claims (RFC 9901 sections 4.3 and 7.3)."""

from collections.abc import Iterator, Mapping

from jwtdesk.analysis.quoted import instead, said
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.time import duration, moment
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

FUTURE = "kb-iat-future"
# The claims that say when, and under which code their fault is told.
_CODES = {"iat": "kb-iat", "exp": "kb-expired", "nbf": "kb-not-yet-valid"}


def time_faults(claims: Mapping[str, Value], rules: Rules, now: int) -> Iterator[Problem]:
    """Yield why the key binding was not made now, or is no longer valid."""
    if "iat" not in claims:
        yield Problem("kb-iat", tr("The key binding does not say when it was made (“iat”)."))
    for name, code in _CODES.items():
        if name not in claims:
            continue
        when = moment(claims[name])
        if when is not None:
            continue
        message = tr(
            "“{name}” of the key binding must be a number of seconds; it is {found}.",
            name=name,
            found=instead(claims[name]),
        )
        yield Problem(code, message)
    made, end, start = (moment(claims.get(name)) for name in _CODES)
    if made is not None and made > now + rules.leeway:
        # A clock that is a little fast proves nothing; a token's own `iat` warns likewise.
        message = tr("it claims to be made in the future (“iat”).")
        yield Problem(FUTURE, message, severity=Severity.INFO)
    if made is not None and rules.max_age is not None and made < now - rules.max_age - rules.leeway:
        most = duration(rules.max_age)
        yield Problem("kb-iat", tr("The key binding is older than {most} (“iat”).", most=most))
    if end is not None and end + rules.leeway <= now:
        yield Problem("kb-expired", tr("The key binding has expired (“exp”)."))
    if start is not None and start - rules.leeway > now:
        yield Problem("kb-not-yet-valid", tr("The key binding is not valid yet (“nbf”)."))


def meant_faults(claims: Mapping[str, Value], rules: Rules) -> Iterator[Problem]:
    """Yield why the key binding is not meant for this verifier and this moment."""
    for name, wanted in (("aud", rules.kb_aud), ("nonce", rules.kb_nonce)):
        found = claims.get(name)
        if name not in claims:
            message = tr("The key binding must have “{name}”, as one text.", name=name)
            yield Problem(f"kb-{name}", message)
        elif not isinstance(found, str):
            message = tr(
                "“{name}” of the key binding must be one text; it is {found}.",
                name=name,
                found=instead(found),
            )
            yield Problem(f"kb-{name}", message)
        elif wanted is not None and found != wanted:
            message = tr(
                "“{name}” of the key binding is {found}; {wanted} is expected.",
                name=name,
                found=said(found),
                wanted=said(wanted),
            )
            yield Problem(f"kb-{name}", message)
