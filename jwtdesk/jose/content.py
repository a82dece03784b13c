"""What a payload is when it is no set of claims: named from its octets, and never by guess."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.bare_token import bare_kind
from jwtdesk.jose.cose import cbor_name
from jwtdesk.jose.file_content import file_name
from jwtdesk.jose.jsontext import Document, Number, Value
from jwtdesk.jose.jws_json import is_serialisation
from jwtdesk.jose.packed import Packed, packed
from jwtdesk.jose.segment import payload_reading
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import plural, tr

# What no text has: control characters but for tab and line ends.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class ContentKind(Enum):
    """What can be shown of a payload, told apart by how it is shown."""

    EMPTY = "empty"
    JSON = "json"
    TOKEN = "token"  # noqa: S105 - not a secret
    TEXT = "text"
    CBOR = "cbor"
    DEFLATE = "deflate"
    FILE = "file"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Content:
    """What some octets are: `name` in a few words ("JSON object"), `detail` in one sentence.

    `unpacked` are the octets inside something compressed, None for everything else.
    """

    kind: ContentKind
    name: str
    detail: str
    unpacked: bytes | None = None


def content_of(octets: bytes) -> Content:
    """Return what `octets` are, as far as that is beyond doubt; never raises.

    What only might be something is binary (or text): a wrong name is worse than none.
    """
    if not octets:
        return Content(ContentKind.EMPTY, tr("Empty"), tr("There are no bytes here."))
    recognise: tuple[Callable[[bytes], Content | None], ...] = (_file, _text, _cbor, _packed)
    found = next((made for one in recognise if (made := one(octets))), None)
    return found or Content(
        ContentKind.BINARY,
        tr("Binary"),
        plural(
            len(octets),
            "{count} byte that is neither text nor anything known here.",
            "{count} bytes that are neither text nor anything known here.",
        ),
    )


def _text(octets: bytes) -> Content | None:
    """Return JSON, a token or plain text; None when the octets are no text at all."""
    document = payload_reading(octets)
    if document is None:
        return None
    if document.sound:
        return _json(document)
    kind = bare_kind(document.text.strip())
    if kind is not None:
        return _token(kind)
    if _CONTROL.search(document.text):
        return None
    detail = plural(
        len(document.text),
        "Text of {count} character, not JSON.",
        "Text of {count} characters, not JSON.",
    )
    return Content(ContentKind.TEXT, tr("Plain text"), detail)


def _json(document: Document) -> Content:
    value = document.value
    if isinstance(value, dict) and is_serialisation(value):
        return _token(Kind.JWE_JSON if "ciphertext" in value else Kind.JWS_JSON)
    name = _json_name(value)
    if isinstance(value, dict):
        detail = plural(
            len(value), "A JSON object with {count} member.", "A JSON object with {count} members."
        )
        return Content(ContentKind.JSON, name, detail)
    detail = tr("{what}: sound JSON, but not an object, so it holds no claims.", what=name)
    return Content(ContentKind.JSON, name, detail)


def _json_name(value: Value) -> str:
    if isinstance(value, dict):
        return tr("JSON object")
    if isinstance(value, list):
        return tr("JSON list")
    if isinstance(value, str):
        return tr("JSON text")
    return tr("JSON number") if isinstance(value, Number) else tr("JSON word")


def _token(kind: Kind) -> Content:
    names = {
        Kind.JWE: tr("Encrypted token"),
        Kind.JWE_JSON: tr("Encrypted token in JSON form"),
        Kind.JWS_JSON: tr("Signed token in JSON form"),
        Kind.SD_JWT: tr("SD-JWT"),
    }
    detail = tr("A token inside the token: it can be opened on its own.")
    return Content(ContentKind.TOKEN, names.get(kind, tr("Signed token")), detail)


def _cbor(octets: bytes) -> Content | None:
    name = cbor_name(octets)
    if name is None:
        return None
    detail = tr("{name}: binary JSON-like data, recognised but not opened here.", name=name)
    if name != "CBOR":
        detail = tr("{name}: a signed or encrypted message in CBOR, not opened here.", name=name)
    return Content(ContentKind.CBOR, name, detail)


def _packed(octets: bytes) -> Content | None:
    found: Packed | None = packed(octets)
    if found is None:
        return None
    if found.problem:
        return Content(ContentKind.DEFLATE, found.name, found.problem.message)
    inner = _text(found.octets) or _cbor(found.octets)
    detail = tr(
        "{count} bytes compressed ({name}), {inner} bytes unpacked: {what}.",
        count=f"{len(octets):,}",
        name=found.name,
        inner=f"{len(found.octets):,}",
        what=inner.name if inner else tr("Binary"),
    )
    return Content(ContentKind.DEFLATE, found.name, detail, found.octets)


def _file(octets: bytes) -> Content | None:
    name = file_name(octets)
    detail = tr("{what}, {count} bytes: not opened here.", what=name, count=f"{len(octets):,}")
    return Content(ContentKind.FILE, name, detail) if name else None
