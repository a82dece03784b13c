"""What copying does to a token's text, undone: each repair is a whole text to be tried."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from jwtdesk.jose.base64url import ALPHABET
from jwtdesk.jose.character import readable
from jwtdesk.jose.white_space import SPACES
from jwtdesk.jose.words import tr

FOREIGN = re.compile(r"[^A-Za-z0-9_\-+/=.~]")
BLANK = re.compile(f"[{SPACES}]+")
LINE_END = re.compile(r"-[ \t]*\r?\n[ \t>]*")
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
# Letters of other scripts that look like Latin ones.
ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041a\u041c"
    "\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405\u03bf\u0391\u0392\u0395\u0396\u0397"
    "\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u04cf\u0501\u051b\u051d",
    "aeopcyxijsABEKMHOPCTXIJSoABEZHIKMNOPTYXldqw",
)
ELLIPSES = ("\u2026", "...", "[...]", "[\u2026]")


@dataclass(frozen=True, slots=True)
class Repair:
    """A text without one kind of damage; `done` says what was undone, `at` where it stood."""

    text: str
    done: str
    at: int


def repairs(text: str) -> Iterator[Repair]:
    """Yield `text` with each kind of damage undone, and with all foreign characters dropped."""
    seen = {"".join(BLANK.split(text))}
    for one in _all(text):
        bare = "".join(BLANK.split(one.text))
        if bare and bare not in seen:
            seen.add(bare)
            yield Repair(bare, one.done, one.at)


def _all(text: str) -> Iterator[Repair]:
    first = FOREIGN.search(text.strip(SPACES))
    at = first.start() if first else 0
    if first is not None:
        named = readable(first.group())
        dropped = "".join(BLANK.split(FOREIGN.sub("", text)))
        yield Repair(dropped, tr("{character} is left out", character=named), at)
        yield from _spelled(text, at)
        yield from _in_place(text, first.group(), at)
    yield from _blanks(text)
    yield from _dots(text)
    yield from _ends(text)


def _in_place(text: str, mark: str, at: int) -> Iterator[Repair]:
    """Yield the text with each letter in the place of the one kind of foreign character."""
    if len(set(FOREIGN.findall("".join(BLANK.split(text))))) == 1:
        for letter in ALPHABET.decode():
            done = tr("{mark} is “{letter}”", mark=readable(mark), letter=letter)
            yield Repair(text.replace(mark, letter), done, at)


def _spelled(text: str, at: int) -> Iterator[Repair]:
    alike = unicodedata.normalize("NFKC", text).translate(ALIKE)
    yield Repair(alike, tr("look-alike characters are put right"), at)
    for hyphens in ("-", "--", "_"):
        dashed = "".join(hyphens if one in DASHES else one for one in alike)
        yield Repair(dashed, tr("dashes are hyphens again"), at)
        yield Repair(FOREIGN.sub("", dashed), tr("dashes are hyphens again"), at)
    undone = text
    for _ in range(3):
        undone = unquote(undone)
        yield Repair(undone, tr("percent-encoding is undone"), at)
    yield Repair(html.unescape(text), tr("HTML escapes are undone"), at)
    escapes = re.sub(r"\\u00([0-9A-Fa-f]{2})", lambda one: chr(int(one[1], 16)), text)
    yield Repair(escapes.replace("\\", ""), tr("backslashes are taken out"), at)
    yield Repair(re.sub(r"\\+[nrt]", "", text), tr("escaped line ends are taken out"), at)
    for mark in (",", ";", ":", "\u3002", "\uff0e", "\u00b7", "\u2024", "\u2027", "|", " ", "!"):
        if text.count(mark) == 2:  # noqa: PLR2004 - the two dots of a token
            yield Repair(text.replace(mark, "."), tr("the dots are dots again"), at)


def _blanks(text: str) -> Iterator[Repair]:
    """Yield the text with its inner blanks as the characters that they took the place of."""
    bare = text.strip(SPACES)
    found = BLANK.search(bare)
    if found is None:
        return
    for mark, done in (
        ("+", tr("blanks are “+” again")),
        ("-", tr("blanks are “-” again")),
        ("_", tr("blanks are “_” again")),
        (".", tr("blanks are dots again")),
    ):
        yield Repair(BLANK.sub(mark, bare), done, found.start())
        yield Repair(re.sub(r" ", mark, bare), done, found.start())
        yield Repair(re.sub(r"[\r\n]+", mark, bare), done, found.start())
    hyphen = LINE_END.search(bare)
    if hyphen is not None:
        done = tr("the hyphens of broken lines are taken out")
        yield Repair(LINE_END.sub("", bare), done, hyphen.start())
        for one in list(LINE_END.finditer(bare))[:8]:
            yield Repair(bare[: one.start()] + bare[one.end() :], done, one.start())


def _dots(text: str) -> Iterator[Repair]:
    """Yield the text with a dot too many taken out, or a missing one put in."""
    bare = "".join(BLANK.split(text))
    if ".." in bare:
        done = tr("a doubled dot is one")
        yield Repair(re.sub(r"\.{2,}", ".", bare), done, bare.index(".."))
    for one in list(re.finditer(r"(?<!^)(?<!\.)eyJ", bare))[:12]:
        done = tr("the dot before the payload is put in")
        yield Repair(f"{bare[: one.start()]}.{bare[one.start() :]}", done, one.start())
    heads = [bare, *(f"{bare[:at]}.{bare[at:]}" for at in _payload_starts(bare))]
    for head in heads:
        if head.count(".") == 1:
            for length in (43, 64, 86, 96, 128, 132, 176, 152, 256, 342, 512, 683):
                at = len(head) - length
                if at > head.index(".") + 1:
                    done = tr("the dot before the signature is put in")
                    yield Repair(f"{head[:at]}.{head[at:]}", done, at)


def _payload_starts(bare: str) -> list[int]:
    if "." in bare:
        return []
    return [one.start() for one in re.finditer(r"(?<!^)eyJ", bare)][:6]


def _ends(text: str) -> Iterator[Repair]:
    """Yield the text without what was taken along at its ends, or pasted twice."""
    bare = "".join(BLANK.split(text))
    for marks in (".", ".,;:!?", "\"'`<>()[]{}.,;:!?*_-=/\u2026"):
        done = tr("the punctuation around it is left out")
        yield Repair(bare.rstrip(marks), done, len(bare.rstrip(marks)))
        yield Repair(bare.strip(marks), done, 0)
    start = bare.find("eyJ")
    if start > 0:
        yield Repair(bare[start:], tr("what stands before it is left out"), 0)
    half = len(bare) // 2
    if len(bare) % 2 == 0 and bare[:half] == bare[half:]:
        yield Repair(bare[:half], tr("the second copy is left out"), half)
    again = bare.find(bare[:20], 20) if len(bare) > 40 else -1  # noqa: PLR2004 - a header's beginning
    if again > 0:
        yield Repair(bare[:again], tr("the second copy is left out"), again)
        yield Repair(bare[again:], tr("the first copy is left out"), 0)


def ellipsis_at(text: str) -> int | None:
    """Return where an ellipsis stands in `text`, or None: something was left out there."""
    found = [text.find(one) for one in ELLIPSES if one in text]
    return min(found) if found else None
