"""The blocks between BEGIN and END lines, however they were mangled (RFC 7468)."""

import binascii
import re
from dataclasses import dataclass
from itertools import islice

from jwtdesk.jose.key_text import note
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

BEGIN = re.compile(r"-{2,6} {0,2}BEGIN {1,2}([A-Za-z0-9 .]{1,40}?) {0,2}-{2,6}")
END = re.compile(r"-{2,6} {0,2}END {1,2}[A-Za-z0-9 .]{1,40}? {0,2}-{2,6}")
ESCAPE = re.compile(r"\\{1,4}(?:r\\{1,4}n|[rn])")
HEADER = re.compile(r"(?m)^[ \t]*[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]*(?:\n[ \t]+[^\n:]*(?=\n))?")
CIPHER = re.compile(r"DEK-Info:\s{0,8}([A-Za-z0-9-]{1,40},[0-9A-Fa-f]{1,64})")
# Padding ends base64: anywhere else it is as foreign as any other sign.
FOREIGN = re.compile(r"[^A-Za-z0-9+/=]|=(?=[^=])")
QUOTES = "\"'`\u201c\u201d\u2018\u2019"
LINE = 80
# How an OpenSSH private key begins that no passphrase protects (OpenSSH PROTOCOL.key).
OPEN_OPENSSH = b"openssh-key-v1\0\0\0\0\4none"
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
    """Tell whether `text` has the beginning of a PEM block anywhere."""
    return BEGIN.search(text) is not None


def read_armour(text: str) -> Armour:
    """Find every PEM block in `text`; each repair is a note with its own code."""
    notes: list[Problem] = []
    if ESCAPE.search(text):
        text = ESCAPE.sub("\n", text)
        notes.append(_escaped())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    starts = list(islice(BEGIN.finditer(text), MOST_BLOCKS))
    blocks, rest, last = [], [], 0
    for index, start in enumerate(starts):
        limit = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        end = END.search(text, start.end(), limit)
        body = text[start.end() : end.start() if end else limit]
        rest.append(text[last : start.start()])
        last = end.end() if end else limit
        notes.extend(_layout(body, closed=end is not None))
        blocks.append(_block(start.group(1).upper(), body))
    notes.extend(_around("".join([*rest, text[last:]])))
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


def _layout(body: str, *, closed: bool) -> list[Problem]:
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


def _around(rest: str) -> list[Problem]:
    notes = []
    if any(mark in rest for mark in QUOTES) and not rest.strip().strip(QUOTES + ",;\n "):
        notes.append(note("pem-quoted", tr("The quotation marks around the key were left out.")))
    elif rest.strip():
        notes.append(note("pem-text-around", tr("The text outside the PEM block was left out.")))
    return notes


def _escaped() -> Problem:
    return note(
        "pem-escaped-newlines",
        tr("The line breaks were written as \\n, as in a JSON or .env file; they were restored."),
    )


def encrypted_pem(block: Block) -> bytes:
    """Return a block with a `DEK-Info` header as clean PEM, for the library that decrypts it."""
    body = binascii.b2a_base64(block.octets).decode()
    head = f"Proc-Type: 4,ENCRYPTED\nDEK-Info: {block.cipher}\n\n"
    return f"-----BEGIN {block.label}-----\n{head}{body}-----END {block.label}-----\n".encode()
