"""An encrypted token in JSON serialisation: its headers are readable (RFC 7516 section 7.2)."""

from jwtdesk.jose.json_carriers import carriers, names_twice
from jwtdesk.jose.json_parts import places
from jwtdesk.jose.json_signature import read_headers
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.jwe import encrypted
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import tr


def read_jwe_json(text: str, document: Document, value: dict[str, Value]) -> Token:
    """Read a JWE in JSON serialisation (RFC 7516 section 7.2): its merged headers."""
    where = places(text)
    shared = read_headers({**value, "header": value.get("unprotected", {})}, "$", where)
    owners, found = carriers(value, "recipients", where)
    own = [one.get("header") for _, one in owners]
    merged = [{**shared.merged, **one} if isinstance(one, dict) else shared.merged for one in own]
    protected = shared.segment.encoded if shared.segment else ""
    heads = [one for one in shared.problems if one.code != "alg-missing"]
    for header in merged or [shared.merged]:
        if not isinstance(header.get("enc"), str):
            message = tr("The header has no “enc”: nobody can know how this was encrypted.")
            heads.append(Problem("enc-missing", message))
            break
    unprotected = ["$.unprotected", *(f"{path}.header" for path, _ in owners)]
    return Token(
        kind=Kind.JWE_JSON,
        text=text,
        problems=(*names_twice(document, unprotected, where), *found, *heads),
        header=shared.segment,
        signatures=tuple(encrypted(protected, one) for one in merged),
    )
