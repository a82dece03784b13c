"""Whole words in letters that look Latin and are not, where names are compared (Unicode TR 39)."""

from collections.abc import Iterator

from jwtdesk.analysis.alphabets import FOREIGN, disguised_word
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.json_scan import nodes, texts, unescaped
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header, in_payload
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Severity, Span
from jwtdesk.jose.words import tr

_MOST = 2_000
# What names an issuer, a receiver, an address or a key; people and texts may be in any language.
_NAMING = frozenset(
    "iss aud azp client_id cid appid kid jku x5u htu hd domain email jwks_uri vct".split()
)


def _check(subject: Subject) -> Iterator[Finding]:
    for where, document in texts(subject):
        # Plain ASCII without escapes, the common case, disguises nothing.
        if document.text.isascii() and "\\u" not in document.text:
            continue
        if FOREIGN.search(unescaped(document.text)):
            yield from _found(subject, where, document.value)


def _found(subject: Subject, where: str, value: Value) -> Iterator[Finding]:
    members = list(nodes(value, _MOST))
    names = " ".join(dict.fromkeys(name for _, name, _ in members if name))
    disguised = disguised_word(names)
    if disguised:
        word = disguised[0]
        path, name = next((path, name) for path, name, _ in members if word in name)
        yield _finding(disguised, f"{where}{path}", _place(subject, where, name))
    for path, _, one in members:
        name = path[1:].partition("[")[0]
        told = disguised_word(_host(one)) if name in _NAMING and isinstance(one, str) else None
        if told:
            yield _finding(told, f"{where}{path}", _place(subject, where, name))
            return


def _host(text: str) -> str:
    """Return the host of an address, any other text as it is: a path may be in any language."""
    _, scheme, rest = text.partition("://")
    return rest.partition("/")[0] if scheme else text


def _place(subject: Subject, where: str, name: str) -> Span | None:
    return in_header(subject, name) if where == "header" else in_payload(subject, name)


def _finding(disguised: tuple[str, str], where: str, span: Span | None) -> Finding:
    word, twin = disguised
    return Finding(
        "mixed-script",
        Severity.WARNING,
        tr("A word only looks like Latin letters"),
        tr(
            "All letters of {word} are of another alphabet, but it reads like {twin}: such a name "
            "can pass for another one. Compare it with the name that was meant.",
            word=quoted(word),
            twin=quoted(twin),
        ),
        "Unicode TR 39 section 4",
        where,
        span,
    )


LINT = Lint("mixed-script", 705, _check)
