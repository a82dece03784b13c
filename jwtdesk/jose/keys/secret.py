"""A shared secret, as text or in an encoding (RFC 7518 section 3.2)."""

from dataclasses import replace

from jwtdesk.jose.character import readable, visible
from jwtdesk.jose.key import KeyInput, Keys, SecretEncoding, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import too_large
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.words import plural, tr

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
    from jwtdesk.jose.material.oct import secret_key
    from jwtdesk.jose.secret_text import secret_octets

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
    length = len(text)
    start = length - len(text.lstrip())
    end = len(text.rstrip()) if start < length else length
    notes = []
    if start:
        notes.append(_edge("The secret begins with {names}.", text, 0, start))
    if end < length:
        notes.append(_edge("The secret ends with {names}.", text, end, length))
    return (*notes, *_inside(text, start, end))


def _edge(sentence: str, text: str, start: int, end: int) -> Problem:
    names = [readable(one) for one in text[start:end][:FEW]]
    if end - start > FEW:
        names.append("…")
    message = tr(sentence, names=", ".join(names))
    return Problem("secret-edge-space", message, Span(start, end), Severity.WARNING)


def _inside(text: str, start: int, end: int) -> list[Problem]:
    inner = text[start:end]
    hidden = {one for one in set(inner) if one != " " and not visible(one)}
    firsts = sorted((inner.index(one), one) for one in hidden)
    return [_invisible(one, start + at, inner.count(one)) for at, one in firsts[:FEW]]


def _invisible(character: str, at: int, count: int) -> Problem:
    message = plural(
        count,
        "Character {place} of the secret is invisible: {name}.",
        "The secret holds {count} invisible characters {name}, the first at {place}.",
        name=readable(character),
        place=f"{at + 1:,}",
    )
    return Problem("secret-invisible", message, Span(at, at + 1), Severity.WARNING)


def _binary(at: int) -> Problem:
    return Problem(
        "secret-not-utf8",
        tr("The secret is not text (byte {place} is no UTF-8); its bytes are used.", place=at + 1),
        severity=Severity.INFO,
    )


KEY_FORMAT = KeyFormat("secret", "Shared secret", 10, _score, _read)
