"""The same JSON written otherwise when it was signed: header, payload, or both."""

from collections.abc import Callable, Iterator
from itertools import islice, product

from jwtdesk.analysis.trials.json_spellings import Spelling, spellings, usual
from jwtdesk.analysis.trials.member_orders import claim_orders, shuffles, usual_orders
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.spelled import encoded
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.jose.jsontext import Value, quote, read
from jwtdesk.jose.words import tr

# Longer payloads are not respelled in hundreds of ways.
LONGEST = 200_000
LIKELY, SHORT, FEW, SOME, MORE = 56, 12, 6, 30, 40


def rewritten(part: SignedPart) -> Iterator[Supposition]:
    """Yield the token with its JSON spelled otherwise, likeliest first."""
    heads = list(_headers(part))
    bodies = _payloads(part)
    first = list(islice(bodies, LIKELY))
    orders = list(_ordered(part, usual_orders))
    turned = _turned(part)
    yield from (_supposed(None, one) for one in first)
    yield from (_supposed(one, None) for one in heads[:LIKELY])
    yield from (_supposed(None, one) for one in orders)
    for head, body in product(turned, orders):
        yield _supposed(head, body)
    for head, body in product(heads[:FEW], first[:SOME]):
        yield _supposed(head, body)
    yield from (_supposed(None, one) for one in bodies)
    yield from (_supposed(one, None) for one in heads[LIKELY:])
    yield from (_supposed(None, one) for one in _ordered(part, shuffles))
    yield from (_supposed(None, one) for one in _ordered(part, claim_orders))
    for head, body in product(heads[:MORE], first[:MORE]):
        yield _supposed(head, body)


def _ordered(
    part: SignedPart, orders: Callable[[str, Value], Iterator[Spelling]]
) -> Iterator[Spelling]:
    """Yield the payload with its members in other orders."""
    text = _payload_text(part)
    if text is not None:
        yield from orders(text, read(text).value)


def _turned(part: SignedPart) -> list[Spelling]:
    """Return the header in its likeliest other orders: what sorts the payload sorts both."""
    text = part.header_text
    if text is None or len(text) > LONGEST:
        return []
    value = read(text).value
    few = isinstance(value, dict) and len(value) <= 3  # noqa: PLR2004 - alg, typ, kid
    orders = (shuffles if few else usual_orders)(text, value)
    return list(islice((one for one in orders if ", " not in one.text), FEW))


def _payload_text(part: SignedPart) -> str | None:
    """Return the payload when it is JSON of a size that is respelled."""
    try:
        text = part.payload_octets.decode("utf-8")
    except UnicodeDecodeError:
        return None
    document = read(text) if len(text) <= LONGEST else None
    sound = document is not None and document.sound
    return text if sound and document and isinstance(document.value, (dict, list)) else None


def _payloads(part: SignedPart) -> Iterator[Spelling]:
    text = _payload_text(part)
    if text is not None:
        yield from spellings(text, read(text).value)


def _headers(part: SignedPart) -> Iterator[Spelling]:
    text = part.header_text
    if text is None or len(text) > LONGEST:
        return
    value = read(text).value
    if not isinstance(value, dict):
        return
    found = [*spellings(text, value, shuffled=True), *usual_orders(text, value)]
    tight = [one for one in found if "\n" not in one.text]
    typed = list(_typ(value))
    yield from (*tight[:SHORT], *typed[:SHORT])
    yield from (*tight[SHORT:], *typed[SHORT:])
    yield from (one for one in found if "\n" in one.text)


def _typ(value: dict[str, Value]) -> Iterator[Spelling]:
    """Yield headers with `typ` left out, or put in."""
    if "typ" in value:
        bare = {name: one for name, one in value.items() if name != "typ"}
        yield from _variants(bare, tr("without typ"))
        return
    for kind in ("JWT", "at+jwt", "jwt", "JWS"):
        how = tr("with typ {kind}", kind=quote(kind))
        yield from _variants({"typ": kind, **value}, how)
        yield from _variants({**value, "typ": kind}, how)
        members = list(value.items())
        if len(members) > 1:
            yield from _variants(dict([*members[:1], ("typ", kind), *members[1:]]), how)


def _variants(value: dict[str, Value], how: str) -> Iterator[Spelling]:
    for one in usual(value):
        if not one.text.endswith("\n") and "\n" not in one.text:
            yield Spelling(one.text, tr("{how}, {spelled}", how=how, spelled=one.how))


def _supposed(head: Spelling | None, payload: Spelling | None) -> Supposition:
    if head is not None and payload is not None:
        what = tr(
            "the header is written {head} and the payload {payload}",
            head=head.how,
            payload=payload.how,
        )
    elif head is not None:
        what = tr("the header is written {how}", how=head.how)
    else:
        what = tr("the payload is written {how}", how=payload.how if payload else "")
    return Supposition(
        side=Side.MESSAGE,
        id="reserialized",
        title=tr("The JSON was written anew after it was signed."),
        when=what,
        would=tr("the JSON were spelled as it was signed"),
        label=tr("Spell it as it was signed"),
        protected=None if head is None else encoded(head.text),
        payload=None if payload is None else encoded(payload.text),
    )
