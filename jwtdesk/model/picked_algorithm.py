"""Choosing an algorithm: what else of the header belongs to signing or to encrypting."""

from jwtdesk.jose.encryption import key_management
from jwtdesk.jose.jsontext import Value, quote, read, replace_value, without_member

USUAL_ENCRYPTION = "A256GCM"
# What only one way of managing the content key needs, and what only encryption needs.
OF_ONE_WAY = ("epk", "apu", "apv", "iv", "tag", "p2s", "p2c")
OF_ENCRYPTION = ("enc", "zip", *OF_ONE_WAY)


def with_algorithm(header: str, name: str) -> str:
    """Return the header text with `alg` set to `name`, and made to suit it.

    From signing to encrypting an `enc` is added and an unencoded payload (RFC 7797) is no more; the
    other way round, and from one way of managing the key to another, what only the old way needs
    goes. Everything else keeps its bytes.
    """
    value = read(header).value
    members = value if isinstance(value, dict) else {}
    if members.get("alg") != name:
        for gone in _obsolete(members, signs=key_management(name) is None):
            header = without_member(header, gone)
    if key_management(name) is None or "enc" in members:
        return replace_value(header, "alg", quote(name))
    with_enc = replace_value(without_member(header, "alg"), "enc", quote(USUAL_ENCRYPTION))
    return replace_value(with_enc, "alg", quote(name))


def _obsolete(members: dict[str, Value], *, signs: bool) -> tuple[str, ...]:
    """Return the members that the new way has no use for."""
    if "enc" in members:
        return OF_ENCRYPTION if signs else OF_ONE_WAY
    if signs:
        return ()
    return ("b64", "crit") if members.get("crit") == ["b64"] else ("b64",)
