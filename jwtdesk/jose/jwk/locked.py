"""Whether a key text is a JWE with a key in JSON inside (RFC 7517 section 7)."""

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.key_text import LIMIT_OCTETS, key_text
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.token_start import begins_token

# Every key text that is typed is looked at; JSON is walked through, value by value.
_LONGEST = 65_536
_CONTENT = ("jwk+json", "jwk-set+json")


@remembered(2)
def locked_jwk(octets: bytes, *, labelled: bool = True) -> Token | None:
    """Return the JWE that `octets` are, compact or JSON; None for any other text.

    Only one whose header says in `cty` that a key is inside, and in JSON no longer one than keys
    make it, unless `labelled` is false.
    """
    found = key_text(octets) if len(octets) <= LIMIT_OCTETS else None
    text = found.text.strip() if found else ""
    if not (_is_serialisation(text, labelled=labelled) or begins_token(text)):
        return None
    token = read_token(text)
    if token.kind not in {Kind.JWE, Kind.JWE_JSON} or token.encrypted is None:
        return None
    content = token.jose_header.get("cty")
    named = isinstance(content, str) and content.lower().removeprefix("application/") in _CONTENT
    return token if named or not labelled else None


def _is_serialisation(text: str, *, labelled: bool) -> bool:
    short = not labelled or len(text) <= _LONGEST
    return short and text.startswith("{") and '"ciphertext"' in text
