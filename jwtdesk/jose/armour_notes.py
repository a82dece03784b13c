"""What was mended to read a PEM block, each said in one sentence with a code of its own."""

import re

from jwtdesk.jose.key_text import note
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

QUOTES = "\"'`\u201c\u201d\u2018\u2019"
LINE = 80
# What a settings file writes around a value: KEY="…", export KEY='…', key: …
VARIABLE = re.compile(r"\s*(?:export\s+)?[A-Za-z_][\w.-]{0,80}\s*[=:]\s*[\"'|>-]*\s*[\"',;]*\s*")


def layout(body: str, *, closed: bool) -> list[Problem]:
    """Return what is odd about the lines of a block, and whether its END line is missing."""
    notes = []
    lines = [line for line in body.split("\n") if line.strip()]
    if "\n" not in body.strip("\n") and len(body) > LINE and body[:1] != "\n":
        notes.append(
            note("pem-one-line", tr("The line breaks of the PEM block were missing; read anyway."))
        )
    if any(line[:1] in " \t" for line in lines) and "\n" in body:
        notes.append(
            note("pem-indented", tr("The PEM block was indented; the blanks were dropped."))
        )
    if not closed:
        notes.append(
            Problem(
                "pem-no-end",
                tr("The PEM block has no END line; its end may have been lost in copying."),
                severity=Severity.WARNING,
            )
        )
    return notes


def around(rest: str) -> list[Problem]:
    """Return what the text outside of all blocks is."""
    notes = []
    if any(mark in rest for mark in QUOTES) and not rest.strip().strip(QUOTES + ",;\n "):
        notes.append(note("pem-quoted", tr("The quotation marks around the key were left out.")))
    elif VARIABLE.fullmatch(rest):
        notes.append(
            note(
                "pem-variable",
                tr("The name of a setting and the marks around the key were left out."),
            )
        )
    elif rest.strip():
        notes.append(note("pem-text-around", tr("The text outside the PEM block was left out.")))
    return notes


def escaped() -> Problem:
    """Return that line breaks were written as two characters."""
    return note(
        "pem-escaped-newlines",
        tr("The line breaks were written as \\n, as in a JSON or .env file; they were restored."),
    )


def returns() -> Problem:
    """Return that the lines end in a way only old computers know."""
    return note(
        "pem-carriage-returns",
        tr("The lines end with a lone carriage return; ordinary line ends were put there."),
    )


def no_begin() -> Problem:
    """Return that the first line is missing."""
    return Problem(
        "pem-no-begin",
        tr("The BEGIN line of the PEM block is missing; what follows was read all the same."),
        severity=Severity.WARNING,
    )
