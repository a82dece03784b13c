"""Words without quotation marks: names, text, and what others call true, false and null."""

import re

from jwtdesk.jose.character import excerpt, readable
from jwtdesk.jose.jsontext.faults.fault import NAMES, Code, Fault, character
from jwtdesk.jose.jsontext.walk import Stop, Wanted
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import tr

# Of a word of megabytes the beginning is enough: the whole would take a frame.
WORD = re.compile(r"[\w$@][-\w$@.]{0,100000}+")
JSON_WORDS = ("true", "false", "null")
OTHER_WORDS = {
    "yes": "true",
    "on": "true",
    "no": "false",
    "off": "false",
    "none": "null",
    "nil": "null",
    "undefined": "null",
}
NOT_FINITE = ("nan", "infinity", "inf")


def name(text: str, stop: Stop) -> Fault | None:
    """Find a name without quotation marks, or something else in its place."""
    if stop.wanted not in NAMES:
        return None
    found = WORD.match(text, stop.at)
    if found:
        sentence = tr(
            'the name {name} must stand in double quotation marks (").', name=excerpt(found[0])
        )
        return Fault(Code.UNQUOTED_NAME, sentence, Span(*found.span()))
    sentence = tr(
        "a name in double quotation marks is expected here, not {found}.",
        found=readable(character(text, stop)),
    )
    return Fault(Code.UNEXPECTED, sentence, Span(stop.at, stop.at + 1))


def value(text: str, stop: Stop) -> Fault:
    """Find a word that is no value, or something else in the place of one."""
    found = WORD.match(text, stop.at)
    if found:
        return Fault(Code.LITERAL, _word(found[0], stop.wanted), Span(*found.span()))
    sentence = tr("a value is expected here, not {found}.", found=readable(character(text, stop)))
    return Fault(Code.UNEXPECTED, sentence, Span(stop.at, stop.at + 1))


def _word(word: str, wanted: Wanted) -> str:
    lower = word.lower()
    right = lower if lower in JSON_WORDS else OTHER_WORDS.get(lower)
    unfinished = [whole for whole in JSON_WORDS if whole.startswith(word)]
    if right:
        return tr("{word} is written {right} in JSON.", word=excerpt(word), right=right)
    if lower in NOT_FINITE:
        return tr("JSON has no {word}; write null or put it in quotation marks.", word=word)
    if unfinished:
        return tr("{word} is not finished; write {right}.", word=excerpt(word), right=unfinished[0])
    if wanted is Wanted.START and word.startswith("eyJ"):
        return tr("this looks like a token, not like JSON text; paste it into the token pane.")
    return tr("{word} is no JSON value; put text in double quotation marks.", word=excerpt(word))
