"""Where other tokens stand inside a token: its payload, a claim, a disclosure, its header."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jwtdesk.analysis.inner_place import HEADER, KEY_BINDING
from jwtdesk.analysis.json_tokens import LONGEST, kind_of, tokens_in
from jwtdesk.jose import base64url
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jsontext import members, quote, read
from jwtdesk.jose.redisclose import with_key_binding
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.white_space import stripped
from jwtdesk.jose.words import tr

MOST = 200
_WORDS = {
    Kind.JWS: "a signed token",
    Kind.JWS_JSON: "a signed token",
    Kind.JWE: "an encrypted token",
    Kind.JWE_JSON: "an encrypted token",
    Kind.SD_JWT: "a token with selective disclosure",
}


@dataclass(frozen=True, slots=True)
class Inner:
    """A token inside another one, whose text is `text`; `what` it is, in a reader's words.

    `path` says where: "" is the whole payload, "$.vp_token" a member of the payload, "~0$[2]" one
    of the first disclosure (a list: salt, name, value), "~kb" the key binding JWT, "header:$.x" a
    member of the protected header.
    """

    path: str
    text: str
    what: str


def inner_tokens(token: Token) -> tuple[Inner, ...]:
    """Return the tokens inside `token` as far as it can be read, at most 200; never raises.

    Those of the payload come first, then those of disclosures, the key binding and the header. A
    token inside one of these is found by reading that one.
    """
    return tuple(islice(_all(token), MOST))


def whole_payload(token: Token) -> Inner | None:
    """Return the token that the payload is as a whole (RFC 7519 section 5.2), None when it is none.

    Quotation marks around it, which make it a JSON text, and white space are left out.
    """
    found = _whole(token.payload_octets) if token.payload_octets is not None else None
    return _inner("", *found) if found else None


# A nest asks for the same in every walk, until an inner token changes.
@remembered(8)
def placed(text: str, path: str, token: str) -> str:
    """Return `text` with the token at `path` replaced by `token`, every other character kept.

    `text` is what holds it: the payload for "" and "$.x", the disclosure for "~0$[2]", the header
    for "header:$.x", the whole SD-JWT for "~kb". Where nothing stands at `path`, nothing changes.
    """
    if path == KEY_BINDING:
        return with_key_binding(text, token)
    if not path:
        bare = stripped(text)
        start = text.index(bare)
        end = start + len(bare)
        return text[:start] + (quote(token) if bare.startswith('"') else token) + text[end:]
    step = path[path.find("$") :]
    spans = [one.value for one in members(text) if one.path == step]
    if not spans:
        return text
    place = spans[-1]
    as_object = text[place.start] == "{" and stripped(token).startswith("{")
    return text[: place.start] + (token if as_object else quote(token)) + text[place.end :]


def _all(token: Token) -> Iterator[Inner]:
    whole = whole_payload(token)
    text = _text(token.payload_octets) if whole is None else None
    if whole is not None:
        yield whole
    if text is not None:
        yield from _members("", text)
    for number, one in enumerate(token.selective.disclosures if token.selective else ()):
        disclosed = _text(base64url.only_octets(one.encoded))
        if disclosed is not None:
            yield from _members(f"~{number}", disclosed)
    bound = _key_binding(token)
    kind = kind_of(bound) if bound else None
    if kind is not None:
        yield _inner(KEY_BINDING, kind, bound)
    if token.header is not None and token.header.document is not None:
        yield from _members(HEADER, token.header.document.text)


def _text(octets: bytes | None) -> str | None:
    try:
        return None if octets is None else octets.decode()
    except UnicodeDecodeError:
        return None


# A report asks several times of the same payload, and of the one inside it.
@remembered(2)
def _whole(octets: bytes) -> tuple[Kind, str] | None:
    bare = stripped(_text(octets) or "")
    if bare.startswith('"') and bare.endswith('"') and len(bare) <= 2 * LONGEST:
        value = read(bare).value
        bare = value if isinstance(value, str) else ""
    kind = kind_of(bare)
    return (kind, bare) if kind is not None else None


def _members(before: str, text: str) -> Iterator[Inner]:
    for one in tokens_in(text):
        yield _inner(before + one.path, one.kind, one.text)


def _key_binding(token: Token) -> str:
    if token.selective is not None:
        return token.selective.key_binding
    return token.text.rpartition("~")[2] if token.kind is Kind.SD_JWT else ""


def _inner(path: str, kind: Kind, text: str) -> Inner:
    return Inner(path, text, tr(_WORDS[kind]))
