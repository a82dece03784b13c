"""A header member that carries octets, written so that strict libraries refuse it (RFC 7518)."""

from collections.abc import Iterator

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

OCTETS = ("apu", "apv", "iv", "tag", "p2s")


def _loose(subject: Subject) -> Iterator[Finding]:
    for header in subject.headers if subject.token.encrypted is not None else ():
        for name in (*OCTETS, "epk"):
            value = header.get(name)
            note = _key_note(value) if name == "epk" else _octets_note(value)
            if note is not None:
                yield _finding(subject, name, note)
                return


def _octets_note(value: Value) -> Problem | None:
    """Return what is odd about base64url that can be read all the same."""
    decoded = base64url.decode(value) if isinstance(value, str) else None
    return next(iter(decoded.problems), None) if decoded and decoded.sound else None


def _key_note(value: Value) -> Problem | None:
    from jwtdesk.jose.jwk.read import read_jwk

    key = read_jwk(dict(value)) if isinstance(value, dict) else None
    return next(iter(key.problems), None) if isinstance(key, Key) else None


def _finding(subject: Subject, name: str, note: Problem) -> Finding:
    return Finding(
        "loose-member",
        Severity.WARNING,
        tr("A header member is written loosely"),
        tr(
            "“{name}” is read here all the same, but strict libraries refuse it. {note}",
            name=name,
            note=note.message,
        ),
        "RFC 7518 section 4",
        f"header.{name}",
        in_header(subject, name),
    )


LINT = Lint("loose-member", 118, _loose)
