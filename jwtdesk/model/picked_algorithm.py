"""Choosing an algorithm: what else of the header belongs to signing or to encrypting."""

from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.jsontext import quote, read, replace_value, without_member

USUAL_ENCRYPTION = "A256GCM"
# Members that only mean something in an encrypted token, or under one way of managing its key.
OF_ENCRYPTION = ("enc", "zip", "epk", "apu", "apv", "iv", "tag", "p2s", "p2c")
OF_ONE_WAY = ("epk", "apu", "apv", "iv", "tag", "p2s", "p2c")


def with_algorithm(header: str, name: str) -> str:
    """Return the header text with `alg` set to `name`, and made to suit it.

    From signing to encrypting an `enc` is added; the other way round, and from one way of managing
    the key to another, what only the old way needs goes. Everything else keeps its bytes.
    """
    value = read(header).value
    members = value if isinstance(value, dict) else {}
    signs = algorithm(name) is not None
    if members.get("alg") != name:
        for gone in OF_ENCRYPTION if signs and "enc" in members else OF_ONE_WAY:
            if gone in members and ("enc" in members):
                header = without_member(header, gone)
    text = replace_value(header, "alg", quote(name))
    if signs or "enc" in members:
        return text
    return _after_algorithm(text)


def _after_algorithm(text: str) -> str:
    """Return `text` with an `enc` beside its `alg`."""
    with_enc = replace_value(text, "enc", quote(USUAL_ENCRYPTION))
    alg = read(with_enc).value
    name = alg.get("alg") if isinstance(alg, dict) else None
    bare = without_member(with_enc, "alg")
    return replace_value(bare, "alg", quote(str(name)))
