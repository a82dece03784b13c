"""The blocks between BEGIN and END lines, however they were mangled (RFC 7468)."""

import binascii
import re
from dataclasses import dataclass
from itertools import islice

from jwtdesk.jose.armour_notes import QUOTES, around, escaped, layout, no_begin, returns
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

BEGIN = re.compile(r"-{2,6} {0,2}BEGIN {0,2}([A-Za-z0-9 .]{0,40}?) {0,2}-{2,6}")
END = re.compile(r"-{2,6} {0,2}END {0,2}([A-Za-z0-9 .]{0,40}?) {0,2}-{2,6}")
# What stands before an END line whose BEGIN line was lost: base64 and nothing else.
HEADLESS = re.compile(
    r"\s*+[\"']?(?:M[A-Za-z0-9+/=\s\\]{40,}+|b3BlbnNzaC1rZXk[A-Za-z0-9+/=\s\\]++)"
)
ESCAPE = re.compile(r"\\{1,4}(?:r\\{1,4}n|[rn])")
HEADER = re.compile(r"(?m)^[ \t]*[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]*(?:\n[ \t]+[^\n:]*(?=\n))?")
CIPHER = re.compile(r"DEK-Info:\s{0,8}([A-Za-z0-9-]{1,40},[0-9A-Fa-f]{1,64})")
# Padding ends base64: anywhere else it is as foreign as any other sign.
FOREIGN = re.compile(r"[^A-Za-z0-9+/=]|=(?=[^=])")
# How an OpenSSH private key begins that no passphrase protects (OpenSSH PROTOCOL.key).
OPEN_OPENSSH = b"openssh-key-v1\0\0\0\0\4none"
WIDTH = 64
# A private key costs up to a millisecond to read.
MOST_BLOCKS = 100


@dataclass(frozen=True, slots=True)
class Block:
    """One armoured block: its label, what its base64 holds, and what is wrong with it.

    `cipher` is the value of its `DEK-Info` header (RFC 1421) when the block is encrypted so.
    """

    label: str
    octets: bytes
    cipher: str = ""
    problem: Problem | None = None

    @property
    def encrypted(self) -> bool:
        """Whether a passphrase is needed, as far as label, header and first octets tell."""
        openssh = self.label == "OPENSSH PRIVATE KEY" and not self.octets.startswith(OPEN_OPENSSH)
        return openssh or self.cipher != "" or self.label == "ENCRYPTED PRIVATE KEY"


@dataclass(frozen=True, slots=True)
class Armour:
    """The blocks of a text in order, and what was mended to find them."""

    blocks: tuple[Block, ...]
    notes: tuple[Problem, ...]


def armoured(text: str) -> bool:
    """Tell whether `text` has a PEM block anywhere, be its BEGIN line there or lost."""
    if "BEGIN" not in text and "END" not in text:
        return False
    return BEGIN.search(text) is not None or _headless(text) is not None


def _headless(text: str) -> re.Match[str] | None:
    """Return the END line of a text that is a PEM block but for its BEGIN line."""
    body = HEADLESS.match(text)
    return END.match(text, body.end()) if body is not None else None


def read_armour(text: str) -> Armour:
    """Find every PEM block in `text`; each repair is a note with its own code."""
    notes: list[Problem] = []
    if ESCAPE.search(text):
        text = ESCAPE.sub("\n", text)
        notes.append(escaped())
    if "\r" in text.replace("\r\n", ""):
        notes.append(returns())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lost = None if BEGIN.search(text) else _headless(text)
    if lost is not None:
        notes.append(no_begin())
        text = f"-----BEGIN {lost.group(1)}-----\n{text}"
    starts = list(islice(BEGIN.finditer(text), MOST_BLOCKS))
    blocks, rest, last = [], [], 0
    for index, start in enumerate(starts):
        limit = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        end = END.search(text, start.end(), limit)
        body = text[start.end() : end.start() if end else limit]
        rest.append(text[last : start.start()])
        last = end.end() if end else limit
        notes.extend(layout(body, closed=end is not None))
        blocks.append(_block(start.group(1).upper(), body))
    notes.extend(around("".join([*rest, text[last:]])))
    unique = {one.code: one for one in notes}
    return Armour(tuple(blocks), tuple(unique.values()))


def _block(label: str, body: str) -> Block:
    header = CIPHER.search(body)
    cipher = header.group(1) if header else ""
    letters = re.sub(r"\s", "", HEADER.sub("", body) if ":" in body else body).strip(QUOTES)
    foreign = FOREIGN.search(letters)
    if foreign is not None:
        problem = Problem(
            "pem-foreign-character",
            tr(
                "Inside the PEM block stands a character that base64 does not have: {character}.",
                character=ascii(foreign.group()),
            ),
        )
        return Block(label, b"", cipher, problem)
    return Block(label, base64_octets(letters), cipher)


def base64_octets(letters: str) -> bytes:
    """Return what standard base64 `letters` hold: a cut-off tail is left out.

    Only letters of the alphabet may be given, and padding only at the end.
    """
    bare = letters.rstrip("=")
    whole = bare[: len(bare) - 1] if len(bare) % 4 == 1 else bare
    return binascii.a2b_base64(whole + "=" * (-len(whole) % 4))


def written(label: str, octets: bytes, cipher: str = "") -> str:
    """Return a PEM block as RFC 7468 wants it: 64 letters a line, and a line end at the end.

    `cipher` is the value of a `DEK-Info` header, for octets that are encrypted so.
    """
    letters = binascii.b2a_base64(octets, newline=False).decode()
    head = f"Proc-Type: 4,ENCRYPTED\nDEK-Info: {cipher}\n\n" if cipher else ""
    lines = "".join(f"{letters[at : at + WIDTH]}\n" for at in range(0, len(letters), WIDTH))
    return f"-----BEGIN {label}-----\n{head}{lines}-----END {label}-----\n"
