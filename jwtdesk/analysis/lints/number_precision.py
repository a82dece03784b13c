"""Numbers that do not survive a reader with 64-bit floating point (RFC 8259 6, RFC 7493 2.2)."""

import re
from collections.abc import Iterator
from itertools import islice

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.json_scan import spot, texts
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.quoted import quoted
from jwtdesk.jose.jsontext import Document, Number
from jwtdesk.jose.jsontext.lexemes import STRING
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

SAFE = 2**53 - 1
# Only a number of sixteen characters, or one with an exponent, can be beyond what is exact.
_NUMBER = r"[0-9.+eE-]"
_HARMLESS = rf'[^"0-9-]++|{STRING}|(?=-?[0-9.]{{1,15}}+(?!{_NUMBER})){_NUMBER}++'
# In strides: one search through megabytes would keep the window waiting.
_TO_LONG = re.compile(rf"(?:{_HARMLESS}){{0,2000}}({_NUMBER}++)?")
# After so many that turned out to be exact the search ends.
_MOST = 500
# So many digits tell a number from its neighbours.
_ENOUGH = 60


def _check(subject: Subject) -> Iterator[Finding]:
    for where, document in texts(subject):
        lost = next(_lossy(document), None) if document.sound else None
        if lost is None:
            continue
        path, span = spot(document, re.compile(re.escape(lost[:_ENOUGH])))
        yield Finding(
            "number-precision",
            Severity.INFO,
            tr("A number is too exact for many readers"),
            tr(
                "{number} is kept exactly here, but JavaScript and others round it, and two "
                "services see two values. Write such numbers as texts.",
                number=quoted(lost),
            ),
            "RFC 8259 section 6",
            f"{where}{path}",
            span,
        )


def _lossy(document: Document) -> Iterator[str]:
    long = (one[1] for one in _TO_LONG.finditer(document.text) if one[1])
    for number in islice(long, _MOST):
        if _is_lossy(number):
            yield number


def _is_lossy(text: str) -> bool:
    digits = text.lstrip("-")
    if digits.isdigit():
        return len(digits) > len(str(SAFE)) or int(digits) > SAFE
    nearest = float(text)
    return nearest in {float("inf"), float("-inf")} or Number(repr(nearest)).exact != _exact(text)


def _exact(text: str) -> object:
    return Number(text).exact


LINT = Lint("number-precision", 710, _check)
