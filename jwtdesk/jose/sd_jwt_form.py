"""The forms of an SD-JWT: tildes between, or in the unprotected header (RFC 9901 section 8)."""

from jwtdesk.jose.json_entry import entry_of, lost, serialised, unprotected
from jwtdesk.jose.json_flattening import written
from jwtdesk.jose.jsontext import Value, quote
from jwtdesk.jose.jws_form import compact_parts, json_jws
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr

CARRIED = frozenset({"disclosures", "kb_jwt"})


def compact_sd_jwt(text: str, index: int) -> str | Problem:
    """Return signature `index` of the SD-JWT in JSON form `text` with tildes between.

    The disclosures and the key binding JWT stand beside the first signature, whichever is taken.
    """
    value = serialised(text)
    if isinstance(value, Problem):
        return value
    owner, first = entry_of(value, "signatures", index), entry_of(value, "signatures", 0)
    if isinstance(owner, Problem):
        return owner
    pieces = _pieces(first.get("header") if isinstance(first, dict) else None)
    names = [one for one in unprotected(owner) if owner is not first or one not in CARRIED]
    issued = lost(names) or compact_parts(value, owner)
    if isinstance(issued, Problem):
        return issued
    return pieces if isinstance(pieces, Problem) else "~".join([issued, *pieces])


def json_sd_jwt(token: Token) -> str | Problem:
    """Return the compact SD-JWT `token` in flattened JSON, every piece as it stands."""
    *disclosures, bound = token.text.split("~")[1:]
    header = {"disclosures": f"[{','.join(map(quote, disclosures))}]"}
    if bound:
        header["kb_jwt"] = quote(bound)
    return json_jws(token, written(header))


def _pieces(header: Value) -> list[str] | Problem:
    """Return the disclosures, then the key binding JWT or ""."""
    held = header if isinstance(header, dict) else {"disclosures": None}
    listed, bound = held.get("disclosures", []), held.get("kb_jwt", "")
    pieces = [*listed, bound] if isinstance(listed, list) else [None]
    texts = [one for one in pieces if isinstance(one, str) and "~" not in one]
    if len(texts) == len(pieces):
        return texts
    message = tr("The disclosures are not a list of texts: they cannot be written with tildes.")
    return Problem("disclosures-not-texts", message)
