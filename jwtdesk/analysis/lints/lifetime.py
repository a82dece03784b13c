"""How long a token lives: for ever, too long, or not at all (RFC 7519 4.1, RFC 8725 3.10)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.media_type import CREDENTIALS, PROOFS, STATEMENTS, media_type
from jwtdesk.analysis.member_place import in_payload
from jwtdesk.analysis.time import DAY, Unit, duration, floor, is_countable, moment, unit_of
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import tr

# A leap year still passes for a year; issuers of service accounts go up to that.
LONG = 366 * DAY
NOTABLE = 31 * DAY
# Who has one of these stands for somebody, or may do something, until the token expires.
POWERS = ("sub", "scope", "scp", "role", "roles", "permissions", "admin")
# Statements, requests and proofs that need no expiry by their own rules.
NO_EXPIRY = ("htm", "events", "vc", "vp", "vct", "sd_hash", "response_type", "redirect_uri")
# Kubernetes' old service accounts and Keycloak's offline tokens are withdrawn, never expiring.
WITHDRAWN = (("iss", "kubernetes/serviceaccount"), ("typ", "Offline"))


def _no_exp(subject: Subject) -> Iterator[Finding]:
    claims = subject.claims
    if claims is None or "exp" in claims:
        return
    power = any(name in claims for name in POWERS) and not _needs_none(subject, claims)
    yield Finding(
        "no-exp",
        Severity.WARNING if power else Severity.INFO,
        tr("The token never expires"),
        tr(
            "It has no “exp”: whoever gets hold of it can use it for ever. "
            "Let the issuer set an expiry, minutes or hours away."
        )
        if power
        else tr(
            "It has no “exp”. Proofs and statements may do without, if whoever receives them "
            "looks at “iat” or remembers what was seen."
        ),
        "RFC 7519 section 4.1.4",
        "payload",
    )


def _needs_none(subject: Subject, claims: Mapping[str, Value]) -> bool:
    header = subject.headers[0] if subject.headers else {}
    return (
        subject.token.kind is Kind.SD_JWT
        or media_type(header) in PROOFS | STATEMENTS | CREDENTIALS
        or _is_withdrawn(claims)
        or any(name in claims for name in NO_EXPIRY)
    )


def _is_withdrawn(claims: Mapping[str, Value]) -> bool:
    return any(claims.get(name) == value for name, value in WITHDRAWN)


def _long(subject: Subject) -> Iterator[Finding]:
    times = _seconds(subject)
    if "exp" not in times:
        return
    begun = times.get("iat", times.get("nbf", Decimal(subject.now)))
    lifetime = floor(times["exp"] - begun)
    if lifetime <= NOTABLE:
        return
    lasting = lifetime <= LONG or _is_credential(subject)
    yield Finding(
        "long-lived",
        Severity.INFO if lasting else Severity.WARNING,
        tr("The token lives long"),
        tr(
            "It is valid for {span}; a stolen one can be used as long. Prefer short lifetimes with "
            "renewal, or be able to withdraw it.",
            span=duration(lifetime),
        ),
        "RFC 6819 section 5.1.5.3",
        "payload.exp",
        in_payload(subject, "exp"),
    )


def _is_credential(subject: Subject) -> bool:
    header = subject.headers[0] if subject.headers else {}
    claims = subject.claims or {}
    named = media_type(header) in CREDENTIALS
    return subject.token.kind is Kind.SD_JWT or named or "vc" in claims or "vct" in claims


def _never(subject: Subject) -> Iterator[Finding]:
    times = _seconds(subject)
    if _is_withdrawn(subject.claims or {}):
        return  # where "exp": 0 means never
    for name in ("iat", "nbf"):
        if "exp" in times and name in times and times["exp"] <= times[name]:
            yield Finding(
                "exp-before-iat",
                Severity.ERROR,
                tr("The token expires before it begins"),
                tr(
                    "“exp” is not later than “{name}”, so there is no moment at which this token "
                    "is valid. The issuer mixed them up, or added no lifetime.",
                    name=name,
                ),
                "RFC 7519 section 4.1.4",
                "payload.exp",
                in_payload(subject, "exp"),
            )
            return


def _future(subject: Subject) -> Iterator[Finding]:
    issued = _seconds(subject).get("iat")
    if issued is None or issued - subject.rules.leeway <= subject.now:
        return
    yield Finding(
        "iat-in-future",
        Severity.WARNING,
        tr("Issued in the future"),
        tr(
            "“iat” is later than now: the issuer's clock is ahead, this one is behind, or the "
            "time zone was added twice. Some libraries refuse such a token."
        ),
        "RFC 7519 section 4.1.6",
        "payload.iat",
        in_payload(subject, "iat"),
    )


def _seconds(subject: Subject) -> dict[str, Decimal]:
    """Return the times that plainly count seconds; others have findings of their own."""
    read = {name: moment((subject.claims or {}).get(name)) for name in ("exp", "nbf", "iat")}
    return {
        name: value
        for name, value in read.items()
        if value is not None and is_countable(value) and unit_of(value) is Unit.SECONDS
    }


LINT = (
    Lint("exp-before-iat", 510, _never),
    Lint("iat-in-future", 511, _future),
    Lint("no-exp", 512, _no_exp),
    Lint("long-lived", 513, _long),
)
