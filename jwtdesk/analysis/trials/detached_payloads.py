"""A payload that is held elsewhere, or was meant to be: what else may have been signed."""

from collections.abc import Iterator
from itertools import islice

from jwtdesk.analysis.trials.json_spellings import spellings
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import tr

LONGEST, MOST_SPELLINGS = 200_000, 400


def detached_payloads(part: SignedPart) -> Iterator[Supposition]:
    """Yield the detached payload in other forms, in place of the token's own, and none at all."""
    if part.payload and part.token.kind is Kind.JWS and part.token.payload is not None:
        inside = bool(part.token.payload.encoded)
        if inside:
            yield _supposed("", b"", tr("the payload is left out (it was detached)"))
    detached = part.case.detached
    if detached is None:
        return
    for octets, how in _forms(detached):
        written = base64url.encode(octets)
        yield _supposed(written, octets, tr("the detached payload is taken {how}", how=how))
        message = part.protected.encode("utf-8", "surrogatepass") + b"." + octets
        when = tr("the detached payload is signed as it is, {how}", how=how)
        yield _supposed(written, octets, when, message)


def _forms(detached: bytes) -> Iterator[tuple[bytes, str]]:
    bare = detached.strip(b" \t\r\n")
    unix = detached.replace(b"\r\n", b"\n")
    yield from (
        (detached, tr("in place of the token's own")),
        (detached.rstrip(b"\r\n"), tr("without its final line end")),
        (detached + b"\n", tr("with a final line end")),
        (detached + b"\r\n", tr("with a final line end")),
        (bare, tr("without the blanks around it")),
        (unix, tr("with LF line ends")),
        (unix.replace(b"\n", b"\r\n"), tr("with CR LF line ends")),
        (detached.removeprefix(b"\xef\xbb\xbf"), tr("without its byte order mark")),
        (b"\xef\xbb\xbf" + detached, tr("with a byte order mark")),
        (_decoded(bare), tr("base64url-decoded")),
        (base64url.encode(detached).encode(), tr("base64url-encoded twice")),
    )
    try:
        text = detached.decode("utf-8")
    except UnicodeDecodeError:
        return
    document = read(text) if len(text) <= LONGEST else None
    if document is not None and isinstance(document.value, (dict, list)):
        for one in islice(spellings(text, document.value), MOST_SPELLINGS):
            yield one.text.encode("utf-8", "surrogatepass"), tr("written {how}", how=one.how)


def _decoded(text: bytes) -> bytes:
    decoded = base64url.decode(text.decode("utf-8", "replace"))
    return decoded.octets if decoded.sound else b""


def _supposed(payload: str, octets: bytes, when: str, message: bytes | None = None) -> Supposition:
    label = tr("Put that payload into the token") if octets else tr("Take the payload out")
    return Supposition(
        side=Side.MESSAGE,
        id="detached-payload",
        title=tr("The signature covers a payload that is held elsewhere."),
        when=when,
        would=tr("the payload were the one that was signed"),
        label=label,
        payload=payload,
        message=message,
    )
