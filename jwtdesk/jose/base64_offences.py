"""Every offence against base64url: where it stands, and the sentence that says how to mend it."""

import re
from collections.abc import Callable
from enum import Enum
from itertools import islice

from jwtdesk.jose.character import readable
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.words import plural, tr

BLANKS = r" \t\n\r\v\f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# One match a run of the same character: a wrapped text gives one problem a line, not many.
STANDARD_RUN = re.compile(r"([+/])\1*+")
BLANK_RUN = re.compile(rf"([{BLANKS}])\1*+")
PADDING_RUN = re.compile(r"(=)\1*+")
FOREIGN_RUN = re.compile(rf"([^A-Za-z0-9_\-+/={BLANKS}])\1*+")
DIGIT = re.compile(r"[A-Za-z0-9_\-+/]")
# The first few of one offence are told one by one, the others are counted.
FEW = 5
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Offence(Enum):
    """Every way in which a text fails to be base64url (RFC 7515 section 2, RFC 4648 section 5)."""

    WHITE_SPACE = "base64-white-space"
    PADDING = "base64-padding"
    STANDARD_ALPHABET = "base64-standard-alphabet"
    FOREIGN = "base64-foreign"
    LENGTH = "base64-length"
    TRAILING_BITS = "base64-trailing-bits"

    @property
    def severity(self) -> Severity:
        """A warning where the octets are beyond doubt, an error where they are not."""
        mild = (Offence.WHITE_SPACE, Offence.PADDING, Offence.TRAILING_BITS)
        return Severity.WARNING if self in mild else Severity.ERROR

    def problem(self, message: str, start: int, end: int) -> Problem:
        """Return this offence at the code points `start` to `end` as a problem."""
        return Problem(self.value, message, Span(start, end), self.severity)


def character_offences(text: str) -> list[Problem]:
    """Return the problems of single characters of `text`, the first few of each offence."""
    found: list[Problem] = []
    for pattern, offence, sentence in (
        (STANDARD_RUN, Offence.STANDARD_ALPHABET, _standard),
        (BLANK_RUN, Offence.WHITE_SPACE, _white_space),
        (FOREIGN_RUN, Offence.FOREIGN, _foreign),
        (PADDING_RUN, Offence.PADDING, _padding),
    ):
        runs = pattern.finditer(text)
        first = islice(runs, FEW)
        found.extend(offence.problem(sentence(run), *run.span()) for run in first)
        following = next(runs, None)
        if following is not None:
            others = 1 + sum(1 for _ in runs)
            found.append(offence.problem(_others(others), *following.span()))
    return found


def ending_offences(digits: str, last: int) -> list[Problem]:
    """Return what is wrong with the end of a text of these base64url `digits`.

    `last` is where the last digit stands in the text that was given, in code points.
    """
    over = len(digits) % 4
    if over == 1:
        return [Offence.LENGTH.problem(_length(len(digits)), last, last + 1)]
    if over == 0:
        return []
    unused = 0b1111 if over == 2 else 0b11  # noqa: PLR2004 (two digits carry one octet)
    value = DIGITS.index(digits[-1])
    if not value & unused:
        return []
    message = tr(
        "Character {at}: the last character “{found}” carries bits that belong to no byte; "
        "an encoder writes “{right}” here.",
        at=f"{last + 1:,}",
        found=digits[-1],
        right=DIGITS[value & ~unused],
    )
    return [Offence.TRAILING_BITS.problem(message, last, last + 1)]


def _at(run: re.Match[str]) -> str:
    """Name the place of a run: one character, or from the first to the last."""
    start, end = run.span()
    if end - start == 1:
        return tr("Character {at}", at=f"{start + 1:,}")
    return tr("Characters {first} to {last}", first=f"{start + 1:,}", last=f"{end:,}")


def _standard(run: re.Match[str]) -> str:
    return tr(
        "{place}: {found} belongs to standard base64; base64url writes “{right}”.",
        place=_at(run),
        found=readable(run[1]),
        right="-" if run[1] == "+" else "_",
    )


def _white_space(run: re.Match[str]) -> str:
    return tr(
        "{place}: white space does not belong in base64url: {found}; it is left out.",
        place=_at(run),
        found=readable(run[1]),
    )


def _foreign(run: re.Match[str]) -> str:
    if "\udc80" <= run[1] <= "\udcff":  # what Python puts in place of a byte that is no text
        return tr(
            "{place}: the byte {byte} does not belong in base64url; it is not even UTF-8 text.",
            place=_at(run),
            byte=f"0x{ord(run[1]) - 0xDC00:02X}",
        )
    hints: dict[str, Callable[[], str]] = {
        "%": lambda: tr("it may have been URL-encoded on its way"),
        "…": lambda: tr("the text was shortened when it was copied"),
        ".": lambda: tr("a dot only separates the parts of a token"),
    }
    why = hints.get(run[1], lambda: tr("only A-Z, a-z, 0-9, - and _ do"))
    return tr(
        "{place}: {found} does not belong in base64url; {why}.",
        place=_at(run),
        found=readable(run[1]),
        why=why(),
    )


def _padding(run: re.Match[str]) -> str:
    if DIGIT.search(run.string, run.end()):
        why = tr("stands in the middle: two texts may have been joined; tokens take no padding")
    else:
        before = run.string[: run.start()]
        why = _padding_amount(len(DIGIT.findall(before)), run.string.count("="))
    return tr("{place}: the padding {why}.", place=_at(run), why=why)


def _padding_amount(digits: int, given: int) -> str:
    fitting = -digits % 4 if digits % 4 != 1 else 0
    if given > fitting == 0:
        return tr("does not belong here: the text is whole without it, and tokens take none")
    if given > fitting:
        return plural(
            fitting,
            "is too long: one “=” would do, and tokens take none at all",
            "is too long: {count} “=” would do, and tokens take none at all",
        )
    if given < fitting:
        return tr("is too short: one “=” is missing, though tokens take none at all")
    return tr("does not belong here: tokens take no padding (RFC 7515 section 2)")


def _length(digits: int) -> str:
    return plural(
        digits,
        "{count} character cannot be base64url: at least one more is missing.",
        "{count} characters cannot be base64url: one is missing or one is too many.",
    )


def _others(count: int) -> str:
    return plural(
        count, "{count} more of the same from here on.", "{count} more of the same from here on."
    )
