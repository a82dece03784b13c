"""A shared secret, as text or in an encoding (RFC 7518 section 3.2)."""

from dataclasses import replace

from jwtdesk.jose.character import readable, visible
from jwtdesk.jose.key import KeyInput, Keys, SecretEncoding, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import too_large
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.secret_text import secret_octets
from jwtdesk.jose.words import tr

FEW = 5
TITLES = {
    SecretEncoding.UTF8: "text",
    SecretEncoding.BASE64: "base64",
    SecretEncoding.BASE64URL: "base64url",
    SecretEncoding.HEX: "hexadecimal",
}


def _score(octets: bytes) -> float:  # noqa: ARG001 - every text may be a secret
    return 0.1


def _read(given: KeyInput) -> Keys | Unreadable:
    octets = too_large(given.octets) or secret_octets(given.octets, given.encoding)
    if isinstance(octets, Problem):
        return Unreadable(octets)
    if not octets:
        return Unreadable(Problem("key-empty", tr("The secret is empty.")))
    form = tr("shared secret, {encoding}", encoding=tr(TITLES[given.encoding]))
    return Keys((replace(secret_key(octets), form=form),), form, problems=_odd(given))


def _odd(given: KeyInput) -> tuple[Problem, ...]:
    if given.encoding is not SecretEncoding.UTF8:
        return ()
    try:
        text = given.octets.decode()
    except UnicodeDecodeError as fault:
        return (_binary(fault.start),)
    inner = text.strip()
    start = len(text) - len(text.lstrip())
    edges = [*range(start), *range(start + len(inner), len(text))]
    inside = [at for at in range(start, start + len(inner)) if _hidden(text[at])]
    odd = [_edge(text, at) for at in edges[:FEW]] + [_inside(text, at) for at in inside[:FEW]]
    return tuple(odd)


def _hidden(character: str) -> bool:
    return character != " " and not visible(character)


def _edge(text: str, at: int) -> Problem:
    front = not text[: at + 1].strip()
    sentence = "The secret begins with {name}." if front else "The secret ends with {name}."
    return Problem(
        "secret-edge-space",
        tr(sentence, name=readable(text[at])),
        Span(at, at + 1),
        Severity.WARNING,
    )


def _inside(text: str, at: int) -> Problem:
    return Problem(
        "secret-invisible",
        tr(
            "Character {place} of the secret is invisible: {name}.",
            place=f"{at + 1:,}",
            name=readable(text[at]),
        ),
        Span(at, at + 1),
        Severity.WARNING,
    )


def _binary(at: int) -> Problem:
    return Problem(
        "secret-not-utf8",
        tr("The secret is not text (byte {place} is no UTF-8); its bytes are used.", place=at + 1),
        severity=Severity.INFO,
    )


KEY_FORMAT = KeyFormat("secret", "Shared secret", 10, _score, _read)
