"""A `kid` that is no name of a key but an attempt on whoever looks the key up (RFC 8725 3.10)."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# The longest part that is looked at; no key is named with more.
LONGEST = 4_000
PATH = re.compile(
    r"""(?ix)
    (?:^|[/\\]) \.\.? [/\\]                                # ../ and friends
    | \.\. (?: %2f | %5c | ;/ ) | %2e%2e                  # the same, encoded twice
    | ^ (?: file: | \\\\ | [a-z]:[/\\] | ~/ )              # file URL, share, drive, home
    | ^ / (?: dev|etc|proc|sys|var|tmp|usr|home|root|opt|app|srv|run|mnt|windows|users ) /
    | ^ / .* / .* \. (?: pem|key|crt|cer|pub|txt|json|jwk|jwks|der|css|js|ico|png ) $
    """
)
INJECTION = re.compile(
    r"""(?isx)
    ['"`)] \s* (?: \|\| | ; | -- | \# | /\* )              # a string closed, then more SQL
    | ['"] \)* \s* (?: or | and | union | like | having | where ) \b
    | \b union \s+ (?: all \s+ )? select \b | \b select \b .{1,80} \b from \b
    | \b or \s+ (\S{1,20}) \s* = \s* \1 | ; \s* (?: drop|insert|update|delete|select|exec ) \b
    | \b (?: sleep | benchmark | pg_sleep ) \s* \( | \b waitfor \s+ delay \b
    | \$\( | `[^`]+` | \$\{ | \{\{ | <% | \#\{             # shells and templates
    | (?: [;|] | & \s ) \s*
      (?: sleep|curl|wget|cat|ls|id|nc|bash|sh|zsh|ping|whoami|rm|echo|python\d?|powershell )
      (?: \s | $ )
    | && | \|\| | ^ \s* \|
    | \) \s* \( \s* [|&!] | \* \) \(                       # LDAP filters
    | [\x00\r\n]
    """
)


def _path(subject: Subject) -> Iterator[Finding]:
    for kid in _texts(subject):
        if PATH.search(kid):
            yield _finding(
                subject,
                "kid-path",
                tr("The kid is a path"),
                tr(
                    "{kid} would make a careless service read its key from a file that the sender "
                    "chose, even an empty one. Look keys up by exact name only.",
                    kid=quoted(kid),
                ),
            )


def _injection(subject: Subject) -> Iterator[Finding]:
    operators = any(_has_operator(header.get("kid")) for header in subject.headers)
    found = [kid for kid in _texts(subject) if INJECTION.search(kid)]
    if found or operators:
        yield _finding(
            subject,
            "kid-injection",
            tr("The kid carries code"),
            tr(
                "{kid} would change a query or command that it is put into, and so choose the "
                "key. Look keys up by exact name, never by building a query.",
                kid=quoted(found[0]) if found else tr("The object that stands for a name"),
            ),
        )


def _empty(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers:
        kid: Value = header.get("kid", "absent")
        if kid is None or (isinstance(kid, str) and not kid.strip()):
            yield Finding(
                "empty-kid",
                Severity.WARNING,
                tr("The kid is empty"),
                tr(
                    "It names no key. Some services then take the first or a default one. "
                    "Leave it out, or name the key."
                ),
                "RFC 7515 section 4.1.4",
                "header.kid",
                in_header(subject, "kid"),
            )


def _texts(subject: Subject) -> Iterator[str]:
    for header in subject.headers:
        kid = header.get("kid")
        if isinstance(kid, str):
            yield unquote(kid[:LONGEST])


def _has_operator(kid: Value) -> bool:
    """Return whether an object stands for the name, with an operator of a document database."""
    return isinstance(kid, dict) and any(name.startswith("$") for name in kid)


def _finding(subject: Subject, identity: str, title: str, detail: str) -> Finding:
    place = in_header(subject, "kid")
    reference = "RFC 8725 section 3.10"
    return Finding(identity, Severity.ERROR, title, detail, reference, "header.kid", place)


LINT = (
    Lint("kid-path", 320, _path),
    Lint("kid-injection", 321, _injection),
    Lint("empty-kid", 322, _empty),
)
