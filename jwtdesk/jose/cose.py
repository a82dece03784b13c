"""COSE messages and CBOR Web Tokens, known by their tags and their build (RFC 9052, RFC 8392)."""

from jwtdesk.jose.cbor import BYTES, LIST, MAP, TEXT, Item, item_of

CWT = 61
# Says nothing but "this is CBOR" (RFC 8949 section 3.4.6).
_SELF_DESCRIBED = 55799
# Each tag's name and how many elements its list has (RFC 9052 section 2).
MESSAGES = {
    16: ("COSE_Encrypt0", 3),
    17: ("COSE_Mac0", 4),
    18: ("COSE_Sign1", 4),
    96: ("COSE_Encrypt", 4),
    97: ("COSE_Mac", 5),
    98: ("COSE_Sign", 4),
}
# An untagged item shorter than this may be anything.
_SHORTEST = 12
_NUMBERS = frozenset({0, 1})


def cose_name(item: Item) -> str | None:
    """Return the name of the COSE message that `item` is, "CWT" before it when tagged so."""
    tags = [one for one in item.tags if one != _SELF_DESCRIBED]
    is_cwt = tags[:1] == [CWT]
    name, length = MESSAGES.get(tags[is_cwt] if len(tags) == 1 + is_cwt else -1, ("", 0))
    if not name or item.major != LIST or len(item.elements) != length:
        return None
    if item.elements[:2] != (BYTES, MAP):
        return None
    return f"CWT ({name})" if is_cwt else name


def cbor_name(octets: bytes) -> str | None:
    """Return what CBOR `octets` are, by name; None when they are none, or only by chance.

    COSE and CWT by their tags, other CBOR when it is a list or a map of some length with the names
    or numbers for keys that people give, written the shortest way. Never raises.
    """
    item = item_of(octets)
    if item is None:
        return None
    name = cose_name(item)
    if name is not None:
        return name
    if _SELF_DESCRIBED in item.tags[:1]:
        return "CBOR"
    plausible = item.shortest and len(octets) >= _SHORTEST and not item.tags
    return "CBOR" if plausible and _is_likely(item) else None


def _is_likely(item: Item) -> bool:
    if item.major != MAP:
        return item.major == LIST and item.elements[:2] == (BYTES, MAP)
    keys, pairs = set(item.elements[::2]), len(item.elements) // 2
    return pairs > 1 and (keys == {TEXT} or (keys <= _NUMBERS and pairs > 2))  # noqa: PLR2004 - chance
