"""How large a token is against where tokens travel, and which claim costs what."""

from collections.abc import Iterator
from dataclasses import dataclass

from jwtdesk.analysis.payload import payload_document
from jwtdesk.jose.jsontext import members
from jwtdesk.jose.token import Segment, Token

COOKIE, HEADER_LINE = 4_096, 8_192
BEFORE = len("Authorization: Bearer ")
# Beyond so many claims the rest is not listed one by one.
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Budget:
    """One limit: what it allows and what the token uses of it, in characters."""

    name: str
    limit: int
    used: int

    @property
    def left(self) -> int:
        """How many characters are left; negative when the token is too large."""
        return self.limit - self.used


@dataclass(frozen=True, slots=True)
class Cost:
    """What one claim costs: octets of JSON, and characters of the token (four for three)."""

    name: str
    octets: int
    characters: float


@dataclass(frozen=True, slots=True)
class SizeBudget:
    """The size of a token in characters, part by part, its limits, and its claims by cost.

    `disclosures` and `key_binding` are those of an SD-JWT, tildes included; `signature` counts
    everything else that is neither header nor payload, the dots included. `claims` is sorted by
    cost, the dearest first; a name that occurs twice is listed twice. What is disclosed is listed
    with the cost of its disclosure, what only stands there as a digest under the digests' name.
    """

    total: int
    header: int
    payload: int
    signature: int
    cookie: Budget
    header_line: Budget
    claims: tuple[Cost, ...]
    disclosures: int = 0
    key_binding: int = 0


def size_budget(token: Token, cookie_name: str = "") -> SizeBudget:
    """Return what `token` takes of a cookie (RFC 6265 section 6.1) and of an HTTP header line.

    `cookie_name` counts with its equals sign, since browsers count both.
    """
    total = len(token.text)
    header, payload = _length(token.header), _length(token.payload)
    disclosed, bound = _disclosed(token)
    named = len(cookie_name) + 1 if cookie_name else 0
    return SizeBudget(
        total=total,
        header=header,
        payload=payload,
        signature=total - header - payload - disclosed - bound,
        cookie=Budget("cookie", COOKIE, total + named),
        header_line=Budget("header", HEADER_LINE, total + BEFORE),
        claims=tuple(sorted((*_costs(token), *_disclosure_costs(token)), key=lambda c: -c.octets)),
        disclosures=disclosed,
        key_binding=bound,
    )


def _disclosed(token: Token) -> tuple[int, int]:
    """Return the length of the disclosures with their tildes, and of the key binding."""
    found = token.selective
    if found is None:
        return 0, 0
    return sum(len(one) + 1 for one in token.disclosures), len(found.key_binding)


def _disclosure_costs(token: Token) -> Iterator[Cost]:
    """Yield what each disclosure costs; one of a list has the place as its name."""
    found = token.selective.disclosures if token.selective else ()
    for one in found[:_MOST]:
        length = len(one.encoded) + 1
        name = one.name if one.name is not None else one.path or "..."
        yield Cost(name, length * 3 // 4, float(length))


def _length(segment: Segment | None) -> int:
    return len(segment.encoded) if segment else 0


def _costs(token: Token) -> tuple[Cost, ...]:
    """Return what each outermost member costs, from its name to the comma behind it."""
    document = payload_document(token)
    if document is None or not isinstance(document.value, dict):
        return ()
    text = document.text
    listed = members(text, limit=_MOST)
    outer = [one for one in listed if one.depth == 1]
    # What was not read any more belongs to nobody.
    last = text.rfind("}") if len(listed) < _MOST else 0
    ends = [*(one.key.start for one in outer[1:]), last]
    found = []
    for one, end in zip(outer, ends, strict=False):
        octets = len(text[one.key.start : max(end, one.value.end)].encode("utf-8", "surrogatepass"))
        found.append(Cost(one.name or "", octets, octets * 4 / 3))
    return tuple(found)
