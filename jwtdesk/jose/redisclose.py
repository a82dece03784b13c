"""One disclosure of an SD-JWT changed, and the digests that follow from it (RFC 9901 section 4)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from jwtdesk.jose import base64url
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jsontext import members, quote
from jwtdesk.jose.jsontext.strings import unquote
from jwtdesk.jose.present import HEADERS
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.selective.hashes import digest_of
from jwtdesk.jose.token import Disclosed, Selective
from jwtdesk.jose.words import tr

# Where digests stand (RFC 9901 sections 4.2.4.1 and 4.2.4.2); the same text elsewhere is a claim.
_DIGEST = re.compile(r"\._sd\[\d+\]$|\[\"\.\.\.\"\]$")
_LISTED = re.compile("(?:" + "|".join(map(re.escape, HEADERS)) + r")\.disclosures\[\d+\]$")
_BOUND = re.compile("(?:" + "|".join(map(re.escape, HEADERS)) + r")\.kb_jwt$")


@dataclass(frozen=True, slots=True)
class Redisclosed:
    """The payload with its new digest, and each disclosure that changed: the old text, the new."""

    payload: str
    changes: tuple[tuple[str, str], ...]


def redisclosed(
    selective: Selective, payload: str, number: int, disclosure: str
) -> Redisclosed | Problem:
    """Return what becomes of an SD-JWT when disclosure `number` (from 0) is to say `disclosure`.

    That is the JSON text of a salt, a name and a value; `payload` is the issuer's JSON text. The
    digest of a disclosure inside another one changes that one too, and so on out to the payload,
    which then has to be signed anew. All other characters stay. What nothing refers to has no
    digest that could follow: a problem says so.
    """
    rows = {one.digest: one for one in reversed(selective.disclosures)}
    row = selective.disclosures[number] if number < len(selective.disclosures) else None
    if row is None or row.path is None:
        message = tr("The disclosure that it stands in has no place in the token.")
        return Problem("disclosure-astray", message)
    changes: list[tuple[str, str]] = []
    text = disclosure
    while True:
        try:
            made = base64url.encode(text.encode())
        except UnicodeEncodeError:
            message = tr(
                "A lone surrogate cannot be written as UTF-8; use an escape such as \\ud800."
            )
            return Problem("json-lone-surrogate", message)
        changes.append((row.encoded, made))
        digest = digest_of(made, selective.hash_name)
        if not row.parent:
            return Redisclosed(_with_digest(payload, row.digest, digest), tuple(changes))
        outer = rows[row.parent]
        text = _with_digest(_text(outer), row.digest, digest)
        row = outer


# Every walk through a nest asks for the same again, until an inner token changes.
@remembered(4)
def with_disclosures(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    """Return an SD-JWT, or what follows its signature, with disclosures replaced (see above).

    In a JSON serialisation they stand in the first unprotected header (RFC 9901 section 8).
    """
    new = dict(changes)
    if text.startswith("{"):
        return _replaced(text, _LISTED, new.get)
    return "~".join(new.get(one, one) for one in text.split("~"))


def with_key_binding(text: str, token: str) -> str:
    """Return the SD-JWT `text`, in any form, with `token` as its key binding JWT."""
    if text.startswith("{"):
        return _replaced(text, _BOUND, lambda _: token)
    return text[: text.rfind("~") + 1] + token


def _text(row: Disclosed) -> str:
    return base64url.decode(row.encoded).octets.decode()


@remembered(4)
def _with_digest(text: str, old: str, new: str) -> str:
    return _replaced(text, _DIGEST, {old: new}.get)


def _replaced(text: str, where: re.Pattern[str], new: Callable[[str], str | None]) -> str:
    """Return a JSON `text` with its strings at `where` replaced by what `new` makes of them."""
    pieces, at = [], 0
    for one in members(text):
        lexeme = text[one.value.start : one.value.end]
        if not lexeme.startswith('"') or not where.search(one.path):
            continue
        made = new(unquote(lexeme))
        if made is not None:
            pieces += [text[at : one.value.start], quote(made)]
            at = one.value.end
    return "".join((*pieces, text[at:]))
