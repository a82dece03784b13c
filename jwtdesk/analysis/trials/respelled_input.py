"""The signing input in another base64: padded, standard alphabet, unused bits, or not at all."""

import binascii
from collections.abc import Iterator

from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.jose import base64url
from jwtdesk.jose.words import tr


def padded_inputs(part: SignedPart) -> Iterator[Supposition]:
    """Yield the signing input with padding, in the standard alphabet, or freed from both."""
    head, body = base64url.decode(part.protected).octets, part.payload_octets
    heads = _spellings(head)
    bodies = _spellings(body)
    seen = {part.message}
    for at, how in enumerate(_names()):
        for protected, payload in (
            (heads[at], bodies[at]),
            (part.protected, bodies[at]),
            (heads[at], part.payload),
        ):
            message = f"{protected}.{payload}".encode("utf-8", "surrogatepass")
            if message not in seen:
                seen.add(message)
                yield _padded(protected, payload, how)


def _names() -> tuple[str, ...]:
    return (
        tr("its parts are padded with “=”"),
        tr("its parts are in standard base64, padded"),
        tr("its parts are in standard base64 without padding"),
        tr("its parts are in base64url without padding"),
        tr("its parts are in base64 with line breaks"),
        tr("its parts are in base64 with a final line break"),
    )


def _spellings(octets: bytes) -> tuple[str, ...]:
    standard = binascii.b2a_base64(octets, newline=False).decode()
    url = standard.replace("+", "-").replace("/", "_")
    lines = [standard[at : at + 76] for at in range(0, len(standard), 76)]
    return (
        url,
        standard,
        standard.rstrip("="),
        url.rstrip("="),
        "\n".join(lines) + "\n",
        standard + "\n",
    )


def _padded(protected: str, payload: str, how: str) -> Supposition:
    return Supposition(
        side=Side.MESSAGE,
        id="padded-signing-input",
        title=tr("The signature covers another base64 spelling of the same bytes."),
        when=tr("{how} in what was signed", how=how),
        would=tr("the parts were spelled as they were signed"),
        label=tr("Spell the parts as they were signed"),
        protected=protected,
        payload=payload,
    )


def canonical_inputs(part: SignedPart) -> Iterator[Supposition]:
    """Yield the signing input with the unused bits of a last character cleared."""
    heads = _cleared(part.protected)
    bodies = _cleared(part.payload)
    for protected, payload in ((heads, bodies), (part.protected, bodies), (heads, part.payload)):
        if (protected, payload) == (part.protected, part.payload):
            continue
        yield Supposition(
            side=Side.MESSAGE,
            id="trailing-bits",
            title=tr("A last character carries bits that belong to no byte."),
            when=tr("the last character of a part is written as an encoder writes it"),
            would=tr("the last character were written as an encoder writes it"),
            label=tr("Clear the unused bits"),
            protected=protected,
            payload=payload,
        )


def _cleared(text: str) -> str:
    decoded = base64url.decode(text)
    only = {one.code for one in decoded.problems} == {"base64-trailing-bits"}
    return base64url.encode(decoded.octets) if only else text


def raw_inputs(part: SignedPart) -> Iterator[Supposition]:
    """Yield the signing input with the payload, or everything, not encoded (RFC 7797)."""
    head = base64url.decode(part.protected).octets
    protected = part.protected.encode("utf-8", "surrogatepass")
    body = part.payload_octets
    written = base64url.encode(body).encode()
    tried = (
        (protected + b"." + body, tr("the payload is signed as it is, not in base64url")),
        (protected + b"." + written, tr("the payload is signed in base64url, despite “b64”")),
        (head + b"." + body, tr("header and payload are signed as they are, not in base64url")),
        (head + body, tr("header and payload are signed one after the other, without the dot")),
        (body, tr("only the payload is signed, as it is")),
        (part.payload.encode("utf-8", "surrogatepass"), tr("only the payload's part is signed")),
        (written, tr("only the payload's part is signed")),
        (protected + part.payload.encode("utf-8", "surrogatepass"), tr("the dot is left out")),
        (part.message + b".", tr("a second dot follows in what is signed")),
        (part.message + b"\n", tr("a line end follows in what is signed")),
    )
    for message, when in tried:
        if message != part.message:
            yield Supposition(
                side=Side.MESSAGE,
                id="unencoded-payload",
                title=tr("The signature covers the payload as it is, not its base64url form."),
                when=when,
                would=tr("the payload were signed as RFC 7515 asks"),
                label="",
                message=message,
            )
