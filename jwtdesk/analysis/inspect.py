"""The whole analysis without a window: octets in, a report out, whatever the octets are."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jwtdesk.analysis.case import case_among, is_riddle
from jwtdesk.analysis.diagnose import diagnose as diagnosed
from jwtdesk.analysis.examine import Asked, examine
from jwtdesk.analysis.hypothesis import Explanation
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.found import Found
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.not_a_token import LIMIT
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.read_token import read_found
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, the tokens in it (at least one candidate), and how it was decoded."""

    text: str
    found: tuple[Found, ...]
    notes: tuple[Problem, ...]


def inspect(  # noqa: PLR0913  # the promised signature
    token: bytes,
    key: bytes | None = None,
    *,
    now: int,
    payload: bytes | None = None,
    key_format: str = "auto",
    secret_encoding: str = "utf8",  # noqa: S107  # the name of an encoding
    passphrase: bytes | None = None,
    rules: Rules | None = None,
    diagnose: bool = False,
) -> Report:
    """Return the report on the one token in `token`, or on the first of several; never raises.

    The token is found inside `Bearer …`, a URL, quotes or wrapped lines. `key` is a secret or a key
    in any format; `payload` a detached payload; `now` is in seconds since 1970. `more` counts the
    tokens after the first.
    """
    asked = _asked(key, key_format, secret_encoding, passphrase)
    asked = replace(asked, payload=payload, rules=rules or Rules(), now=now, diagnose=diagnose)
    text = _text(token)
    return replace(_report(text, 0, asked), more=len(text.found) - 1)


def inspect_all(  # noqa: PLR0913  # the promised signature
    token: bytes,
    key: bytes | None = None,
    *,
    now: int,
    payload: bytes | None = None,
    key_format: str = "auto",
    secret_encoding: str = "utf8",  # noqa: S107  # the name of an encoding
    passphrase: bytes | None = None,
    rules: Rules | None = None,
    diagnose: bool = False,
) -> Iterator[Report]:
    """Yield one report for each token in `token`, in order; at least one; else as `inspect`."""
    asked = _asked(key, key_format, secret_encoding, passphrase)
    asked = replace(asked, payload=payload, rules=rules or Rules(), now=now, diagnose=diagnose)
    text = _text(token)
    for index in range(len(text.found)):
        yield _report(text, index, asked)


def _asked(
    key: bytes | None, key_format: str, secret_encoding: str, passphrase: bytes | None
) -> Asked:
    known = {one.value: one for one in SecretEncoding}
    encoding = known.get(secret_encoding, SecretEncoding.UTF8)
    given = None if key is None else KeyInput(bytes(key), key_format, encoding, passphrase)
    keys = read_key(given) if given else None
    return Asked(given, keys, None, Rules(), 0, diagnose=False)


def _text(octets: bytes) -> _Text:
    """Return `octets` as text and the tokens in it, at least one candidate."""
    text, notes = _decoded(bytes(octets))
    return _Text(text, find(text) or (Found("", Span(0, 0)),), notes)


def _decoded(octets: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return `octets` as text, and what had to be done; a little more than the limit is enough."""
    if octets.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        message = tr("Read as UTF-16, two bytes a character")
        whole = octets[: min(len(octets) // 2, LIMIT + 2) * 2]
        note = Problem("utf-16", message, severity=Severity.WARNING)
        return whole.decode("utf-16", "replace"), (note,)
    notes: tuple[Problem, ...] = ()
    if octets.startswith(BOM_UTF8):
        octets = octets.removeprefix(BOM_UTF8)
        message = tr("Byte order mark removed")
        notes = (Problem("byte-order-mark", message, severity=Severity.WARNING),)
    # Too large is refused by its length alone, so it need not be decoded rightly.
    encoding = "utf-8" if len(octets) <= LIMIT else "latin-1"
    return octets[: LIMIT + 1].decode(encoding, "surrogateescape"), notes


def _report(text: _Text, index: int, asked: Asked) -> Report:
    token = read_found(text.found[index], asked.payload)
    token = replace(token, cleaned=(*text.notes, *token.cleaned))
    return replace(examine(token, asked), diagnosis=_diagnosis(text, index, asked))


def _diagnosis(text: _Text, index: int, asked: Asked) -> tuple[Explanation, ...]:
    if not asked.diagnose or asked.given is None:
        return ()
    case = case_among(text.text, text.found, index, asked.given, asked.keys, asked.payload)
    return diagnosed(case).explanations if is_riddle(case) else ()
