"""The parts of a token respelled: the header with another `alg`, the whole put together."""

from jwtdesk.jose import base64url
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.jsontext import quote, read, replace_value
from jwtdesk.jose.token import Kind, Token


@remembered(256)
def renamed_header(protected: str, name: str) -> str | None:
    """Return the encoded header with the value of `alg` replaced, every other byte kept."""
    try:
        text = base64url.decode(protected).octets.decode("utf-8")
    except UnicodeDecodeError:
        return None
    document = read(text)
    if not isinstance(document.value, dict):
        return None
    return encoded(replace_value(text, "alg", quote(name)))


def encoded(text: str) -> str:
    """Return JSON `text` as a segment (RFC 7515 section 2); lone surrogates keep their octets."""
    return base64url.encode(text.encode("utf-8", "surrogatepass"))


def respelled(token: Token, old: tuple[str, str, str], new: tuple[str, str, str]) -> str | None:
    """Return the token's text with header, payload and signature exchanged.

    `old` and `new` are the three encoded parts. Disclosures and JSON around them stay. None when a
    part cannot be found in the text.
    """
    if token.text.lstrip().startswith("{"):
        return _in_json(token.text, old, new)
    tail = "~" + token.text.split("~", 1)[1] if token.kind is Kind.SD_JWT else ""
    return ".".join(new) + tail


def _in_json(text: str, old: tuple[str, str, str], new: tuple[str, str, str]) -> str | None:
    for before, after in zip(old, new, strict=True):
        if before == after:
            continue
        if not before or text.count(f'"{before}"') != 1:
            return None
        text = text.replace(f'"{before}"', f'"{after}"')
    return text
