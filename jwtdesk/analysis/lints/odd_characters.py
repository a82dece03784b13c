"""Characters that are not what they look like, or cannot be seen at all (Unicode TR 36, TR 39)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jwtdesk.analysis.alphabets import LATIN, OTHER
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.json_scan import spot, texts, unescaped
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.jose.character import readable
from jwtdesk.jose.jsontext import Document
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of odd character: how it is found, how much it matters, how it is told.

    `hint` is found wherever `pattern` is, and faster. `title` and `detail` are English; `{name}`
    is the character that `_named` picks of what was found.
    """

    id: str
    severity: Severity
    reference: str
    hint: re.Pattern[str]
    pattern: re.Pattern[str]
    title: str
    detail: str


_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_MARK = re.compile(r"[\u200e\u200f\u061c]")
_UNSEEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065"
    r"\u2800\u3164\ufeff\uffa0\ufff9-\ufffb"
)
_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f]")
_TAG = r"\U000e0000-\U000e007f"
# Joiners belong into Persian, Hindi and emoji, tags behind a black flag.
_BESIDE = rf"[\"{LATIN}0-9_.@/-]"
_HIDDEN = re.compile(
    rf"[{_UNSEEN}]|(?<![\U0001f3f4{_TAG}])[{_TAG}]|(?<={_BESIDE})[\u200c\u200d]+(?={_BESIDE})"
)
_KINDS = (
    _Kind(
        "lone-surrogate",
        Severity.WARNING,
        "RFC 8259 section 8.2",
        _SURROGATE,
        _SURROGATE,
        "Half a character",
        "{name} is one half of a pair without its other half. Libraries refuse the token, replace "
        "the character or fail. The issuer cut a text in the middle of a character.",
    ),
    _Kind(
        "bidi-control",
        Severity.WARNING,
        "Unicode TR 36 section 2.5",
        _BIDI,
        _BIDI,
        "Text direction is manipulated",
        "{name} changes the order in which characters are shown, so a person reads something else "
        "than a program. Names and addresses need no such character.",
    ),
    _Kind(
        "invisible-char",
        Severity.WARNING,
        "Unicode TR 36 section 2.1",
        re.compile(rf"[{_UNSEEN}{_TAG}\u200c\u200d]"),
        _HIDDEN,
        "An invisible character",
        "{name} cannot be seen, but makes two texts differ that look alike. It may have been "
        "copied in by accident, or put there to deceive.",
    ),
    _Kind(
        "mixed-script",
        Severity.WARNING,
        "Unicode TR 39 section 5",
        re.compile(f"[{OTHER}]"),
        re.compile(rf"[{LATIN}][0-9_]*[{OTHER}]|[{OTHER}][0-9_]*[{LATIN}]"),
        "A word mixes alphabets",
        "{name} stands beside Latin letters that look like its own kind: such a name can pass for "
        "another one. Compare it with the name that was meant.",
    ),
    _Kind(
        "invisible-char",
        Severity.INFO,
        "Unicode TR 36 section 2.1",
        _SPACE,
        _SPACE,
        "A blank that is none",
        "{name} looks like a blank, but programs tell them apart. It is right in printed texts; "
        "in a name that is compared it is a mistake of copying.",
    ),
    _Kind(
        "bidi-control",
        Severity.INFO,
        "Unicode TR 36 section 2.5",
        _MARK,
        _MARK,
        "An invisible direction mark",
        "{name} belongs into texts that mix writing directions. In a name that programs compare "
        "it makes two equal-looking texts differ.",
    ),
)


def _check(subject: Subject) -> Iterator[Finding]:
    for where, document in texts(subject):
        # Plain ASCII without escapes, the common case, hides nothing.
        if document.text.isascii() and "\\u" not in document.text:
            continue
        text = unescaped(document.text)
        for kind in _KINDS:
            found = kind.pattern.search(text) if kind.hint.search(text) else None
            if found is not None:
                yield _finding(kind, found[0], where, document)


def _finding(kind: _Kind, found: str, where: str, document: Document) -> Finding:
    path, span = spot(document, kind.pattern)
    detail = tr(kind.detail, name=readable(_named(found)))
    place = f"{where}{path}"
    return Finding(kind.id, kind.severity, tr(kind.title), detail, kind.reference, place, span)


def _named(found: str) -> str:
    """Return the character that is told: the foreign letter beside a Latin one, else the last."""
    return next((one for one in found if re.match(f"[{OTHER}]", one)), found[-1])


LINT = Lint("lone-surrogate", 700, _check)
