"""Tokens of Kubernetes service accounts: what their own rules add."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    LIST,
    NUMBER,
    OBJECT,
    TEXT,
    advice,
    ask,
    claims_in,
    needed,
    rule,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.words import tr

BOUND = "Kubernetes, managing service accounts"
OLD_ISSUER = "kubernetes/serviceaccount"
PREFIX = "system:serviceaccount:"


def _recognise(subject: Subject) -> float:
    claims = claims_in(subject)
    sub = claims.get("sub")
    account = isinstance(sub, str) and sub.startswith(PREFIX)
    return 0.9 if "kubernetes.io" in claims or claims.get("iss") == OLD_ISSUER or account else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    if claims.get("iss") == OLD_ISSUER:
        yield advice(
            False,
            "",
            tr("This is a token of the old kind: it never expires. Use a bound one."),
            BOUND,
        )
        yield needed(subject, "sub", TEXT, BOUND)
        return
    yield needed(subject, "kubernetes.io", OBJECT, BOUND)
    for name, kinds in (("iss", TEXT), ("aud", LIST), ("exp", NUMBER), ("sub", TEXT)):
        yield needed(subject, name, kinds, BOUND)
    yield rule(
        claims.get("sub") == _account(claims.get("kubernetes.io")),
        tr("“sub” is the service account that “kubernetes.io” describes."),
        tr("“sub” is not the service account that “kubernetes.io” describes."),
        BOUND,
    )
    described = claims.get("kubernetes.io")
    yield advice(
        isinstance(described, dict) and bool({"pod", "node", "secret"} & described.keys()),
        tr("It is bound to an object and ends with it."),
        tr("It is bound to no object: only its expiry ends it."),
        BOUND,
    )
    yield ask(tr("“aud” must name your service: others' tokens are refused."), BOUND)


def _account(described: Value) -> str | None:
    """Return the user name of the service account: system:serviceaccount:NAMESPACE:NAME."""
    if not isinstance(described, dict):
        return None
    account = described.get("serviceaccount")
    name = account.get("name") if isinstance(account, dict) else None
    space = described.get("namespace")
    if not isinstance(space, str) or not isinstance(name, str):
        return None
    return f"{PREFIX}{space}:{name}"


PROFILE = Profile("kubernetes", "Kubernetes service account", 140, _recognise, _checks)
