"""Tokens of GitHub Actions, by which a job proves what it runs for: what their own rules add."""

from collections.abc import Iterator

from jwtdesk.analysis.checklist import (
    NUMBER,
    TEXT,
    advice,
    ask,
    claims_in,
    header_of,
    host,
    needed,
    rule,
)
from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.profile import Check, Profile
from jwtdesk.analysis.quoted import said
from jwtdesk.jose.words import tr

CHECKING = "GitHub Actions, OpenID Connect reference"
ISSUER = "token.actions.githubusercontent.com"
NEEDED = ("aud", "sub", "repository", "repository_owner", "ref", "job_workflow_ref")


def _recognise(subject: Subject) -> float:
    return 0.9 if host(claims_in(subject).get("iss")) == ISSUER else 0.0


def _checks(subject: Subject) -> Iterator[Check]:
    claims = claims_in(subject)
    yield rule(
        header_of(subject).get("alg") == "RS256",
        tr("The algorithm is RS256."),
        tr("GitHub signs with RS256; this token does not."),
        CHECKING,
    )
    for name in NEEDED:
        yield needed(subject, name, TEXT, CHECKING)
    for name in ("exp", "nbf", "iat"):
        yield needed(subject, name, NUMBER, CHECKING)
    sub, repository = claims.get("sub"), claims.get("repository")
    if isinstance(sub, str) and isinstance(repository, str) and sub.startswith("repo:"):
        yield advice(
            sub.startswith(f"repo:{repository}:"),
            tr("“sub” begins with the repository."),
            tr("“sub” does not begin with the repository that the token is for."),
            CHECKING,
        )
    yield ask(
        tr("Trust by the whole “sub”: {sub}. A part of it is too wide.", sub=said(sub)), CHECKING
    )
    yield advice(
        "repository_id" in claims and "repository_owner_id" in claims,
        tr("The numbers of repository and owner outlast renaming."),
        tr("Without the numbers of repository and owner, a renamed one could take its place."),
        CHECKING,
    )
    if claims.get("event_name") in ("pull_request", "pull_request_target"):
        text = tr("It runs for a pull request: others may have written what it does.")
        yield ask(text, CHECKING)


PROFILE = Profile("github-actions", "GitHub Actions", 150, _recognise, _checks)
